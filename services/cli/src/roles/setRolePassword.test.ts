import { setRolePassword } from '@newsledger/platform';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROLE = 'password_test';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('empty', async () => {});
  await database.pool.query(`CREATE ROLE ${ROLE}`);
});
afterAll(async () => {
  await database.pool.query(`DROP ROLE ${ROLE}`);
  await database.close();
});

async function whoLogsIn(password: string): Promise<string> {
  const url = new URL(database.url);
  const client = new pg.Client({ host: url.hostname, port: Number(url.port), database: url.pathname.slice(1), user: ROLE, password });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('SELECT session_user AS name');
  await client.end();
  return rows[0]?.name ?? '';
}

test.each(["it's secret", 'mot de passe: été', '½ \\ "'])('a role logs in by the password %j, and by no other', async (password) => {
  await setRolePassword(database.pool, ROLE, password);

  expect(await whoLogsIn(password)).toBe(ROLE);
  await expect(whoLogsIn(`${password}.`)).rejects.toThrow('password authentication failed');
});

test('the server is never told the password itself', async () => {
  const client = await database.pool.connect();
  const { rows: own } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');

  await setRolePassword(client, ROLE, 'never-to-be-logged');

  const { rows } = await database.pool.query<{ query: string }>('SELECT query FROM pg_stat_activity WHERE pid = $1', [own[0]?.pid]);
  client.release();
  expect(rows[0]?.query).toMatch(/^ALTER ROLE "password_test" LOGIN PASSWORD 'SCRAM-SHA-256\$4096:/);
});
