import type { AnyRecordedEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { applyEvents } from './applyEvents.ts';
import { emptyTables } from './emptyTables.ts';
import { migrateForTests } from './migrateForTests.ts';
import { recorded } from './random/recorded.ts';
import { toldAgain } from './random/toldAgain.ts';

/** What is beyond this many is made out of them. */
const FOLDED = 1_000;
const MANY = inject('form') === 'long' ? 100_000 : 10_000;

let database: TestDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  await database.close();
});
beforeEach(() => emptyTables(client));

it.each([
  ['figure', 'figure', {}],
  ['figure that each article states twice', 'figure', { inTitle: 0.9 }],
  ['figure that each article states once more, which is hardly read,', 'figure', { inTitle: 0.3 }],
  ['figure that each source states in one text again and again', 'figure', { isOneText: true }],
  ['deal', 'deal', {}],
  ['deal that each article tells once more, which is hardly read,', 'deal', { inTitle: 0.3 }],
] as const)(
  `reads and writes as many rows for one more article about a %s that ${MANY.toLocaleString('en')} tell of as for one after a thousand`,
  async (_, kind, telling) => {
    const log = recorded(toldAgain(kind, FOLDED + 2, telling));
    const eventsOfAnArticle = log.length / (FOLDED + 2);
    for (const batch of inBatches(log.slice(0, FOLDED * eventsOfAnArticle))) await applyEvents(client, batch);
    const next = log.slice(FOLDED * eventsOfAnArticle);

    const few = await rowsOf(() => applyEvents(counting, next.slice(0, eventsOfAnArticle)));
    await multiplyEchoes(client, MANY / FOLDED);
    const many = await rowsOf(() => applyEvents(counting, next.slice(eventsOfAnArticle)));

    expect(many).toEqual(few);
    expect(few.read).toBeLessThan(50);
    expect(few.written).toBeLessThan(20);
    const { rows } = await client.query<{ claims: number }>(`SELECT claim_count AS claims FROM newsledger.${kind}s`);
    const { rows: stored } = await client.query<{ claims: number }>(
      `SELECT count(*)::int AS claims FROM newsledger.claims WHERE verdict <> 'unplaced'`,
    );
    expect(rows).toEqual(stored);
    expect(stored[0]?.claims).toBeGreaterThan(MANY * 0.9);
  },
);

const seen = { read: 0, written: 0 };

/** Counts the rows that come from and go to the database. */
const counting = new Proxy({} as pg.PoolClient, {
  get: (_, property) =>
    property !== 'query'
      ? Reflect.get(client, property)
      : async (...statement: Parameters<pg.PoolClient['query']>) => {
          const result: unknown = await Reflect.apply(client.query, client, statement);
          const { rows, rowCount, command } = result as pg.QueryResult;
          seen.read += rows.length;
          if (command !== 'SELECT') seen.written += rowCount ?? 0;
          return result;
        },
});

async function rowsOf(work: () => Promise<void>): Promise<{ read: number; written: number }> {
  Object.assign(seen, { read: 0, written: 0 });
  await work();
  return { ...seen };
}

/** As many times the echoes, each of an article of its own, as folding as many more copies would leave them. */
async function multiplyEchoes(database: pg.ClientBase, times: number): Promise<void> {
  const copiesOf = async (table: string, where: string, fresh: Record<string, string>) => {
    const { rows } = await database.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    await database.query(
      `INSERT INTO ${table} (${names.join(', ')})
       SELECT ${names.map((name) => fresh[name] ?? `original.${name}`).join(', ')}
         FROM ${table} AS original CROSS JOIN generate_series(2, ${times}) AS copy WHERE ${where}`,
    );
  };
  const another = (id: string) => `md5(original.${id}::text || copy)::uuid`;
  await copiesOf(
    'generations.article',
    `article_id IN (SELECT article_id FROM projection.claim WHERE echo_of IS NOT NULL OR verdict = 'unplaced')`,
    {
      article_id: another('article_id'),
      url: `original.url || '/' || copy`,
      canonical_url: `original.canonical_url || '/' || copy`,
    },
  );
  await copiesOf('generations.claim', `(echo_of IS NOT NULL OR verdict = 'unplaced')`, {
    claim_id: another('claim_id'),
    article_id: another('article_id'),
    canonical_url: `CASE WHEN original.own_url IS NULL THEN original.canonical_url ELSE original.canonical_url || '/' || copy END`,
    fingerprint: `CASE WHEN original.own_fingerprint IS NULL THEN original.fingerprint ELSE left(md5(original.fingerprint || copy), 16) END`,
    own_url: `original.own_url || '/' || copy`,
    own_fingerprint: `left(md5(original.own_fingerprint || copy), 16)`,
  });
  const multiplied = (column: string) => `(SELECT jsonb_object_agg(key, value::int * ${times}) FROM jsonb_each(${column}))`;
  await database.query(
    `UPDATE projection.claim SET echoes = ${multiplied('echoes')}, echo_days = ${multiplied('echo_days')} WHERE echoes IS NOT NULL`,
  );
  await database.query('ANALYZE');
}

function inBatches(log: readonly AnyRecordedEvent[]): AnyRecordedEvent[][] {
  return Array.from({ length: Math.ceil(log.length / FOLDED) }, (_, index) => log.slice(index * FOLDED, (index + 1) * FOLDED));
}
