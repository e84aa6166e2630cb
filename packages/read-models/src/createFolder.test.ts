import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFolder } from './createFolder.ts';
import { emptyTables } from './emptyTables.ts';
import { applyEvents, contentHash } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import { recorded } from './random/recorded.ts';
import { toldAgain } from './random/toldAgain.ts';

const EVENTS_OF_A_CLAIM = 4;

let database: TestDatabase;
let client: pg.PoolClient;
let statements: string[];
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  await database.close();
});
beforeEach(async () => {
  statements = [];
  await emptyTables(client);
});

const log = recorded(toldAgain('figure', 60));
const batch = (number: number) => log.slice(number * EVENTS_OF_A_CLAIM * 20, (number + 1) * EVENTS_OF_A_CLAIM * 20);

it('asks the tables for next to nothing when it has what a batch touches from the one before', async () => {
  const fold = createFolder();
  await fold(watched(), batch(0));
  const first = reads();
  statements = [];
  await fold(watched(), batch(1));

  expect(first).toBeGreaterThan(8);
  expect(reads()).toBeLessThan(first / 2);
});

it('goes on from the tables when its transaction came to nothing', async () => {
  const fold = createFolder();
  await fold(client, batch(0));
  await client.query('BEGIN');
  await fold(client, batch(1));
  await client.query('ROLLBACK');
  await fold(client, batch(1));
  await fold(client, batch(2));

  expect(await contentHash(client)).toBe(await hashOfTheWhole());
});

it('goes on from the tables when somebody else has folded meanwhile', async () => {
  const [one, other] = [createFolder(), createFolder()];
  await one(client, batch(0));
  await other(client, batch(1));
  await one(client, batch(2));

  expect(await contentHash(client)).toBe(await hashOfTheWhole());
});

it('goes on from the tables when they were emptied', async () => {
  const fold = createFolder();
  await fold(client, batch(0));
  await fold(client, batch(1));
  await emptyTables(client);
  for (const number of [0, 1, 2]) await fold(client, batch(number));

  expect(await contentHash(client)).toBe(await hashOfTheWhole());
});

async function hashOfTheWhole(): Promise<string> {
  await emptyTables(client);
  await applyEvents(client, log);
  return contentHash(client);
}

/** Remembers what it was asked. */
function watched(): pg.PoolClient {
  return new Proxy(client, {
    get: (target, property) =>
      property !== 'query'
        ? Reflect.get(target, property)
        : (statement: string | pg.QueryConfig, values?: unknown[]) => {
            statements.push(typeof statement === 'string' ? statement : statement.text);
            return typeof statement === 'string' ? target.query(statement, values) : target.query(statement);
          },
  });
}

function reads(): number {
  return statements.filter((text) => /^\s*(?:SELECT|WITH)/.test(text)).length;
}
