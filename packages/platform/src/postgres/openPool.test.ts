import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openClient, openPool } from './openPool.ts';

/** A database with settings that make the driver's own reading of dates go wrong anywhere. */
const name = `dates_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).toString();

async function asAdministrator(...statements: string[]): Promise<void> {
  const administrator = await openClient({ url: inject('postgresUrl') });
  for (const statement of statements) await administrator.query(statement);
  await administrator.end();
}

beforeAll(() =>
  asAdministrator(
    `CREATE DATABASE ${name}`,
    `ALTER DATABASE ${name} SET timezone = 'Asia/Tokyo'`,
    `ALTER DATABASE ${name} SET datestyle = 'German'`,
  ),
);

afterAll(() => asAdministrator(`DROP DATABASE ${name}`));

const question = `SELECT date '2025-11-01' AS day, timestamptz '2025-11-01 00:00+09' AS moment,
                         (timestamptz '2025-11-01 23:00Z')::date AS day_of_moment, to_json(timestamptz '2025-11-01 23:00Z') AS json`;
const answer = [
  {
    day: '2025-11-01',
    moment: new Date('2025-10-31T15:00:00Z'),
    day_of_moment: '2025-11-01',
    json: '2025-11-01T23:00:00+00:00',
  },
];

it('gives a day as its text and an instant as an instant, whatever the settings of the server', async () => {
  const pool = openPool({ url });
  const { rows } = await pool.query(question);
  await pool.end();
  expect(rows).toEqual(answer);
});

it('does so on a single connection, too', async () => {
  const client = await openClient({ url });
  const { rows } = await client.query(question);
  await client.end();
  expect(rows).toEqual(answer);
});
