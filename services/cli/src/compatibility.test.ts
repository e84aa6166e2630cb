import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateLedger } from './migrateLedger.ts';
import { createLedgerOfFirstRelease, readFirstRelease } from './test/ledgerOfFirstRelease.ts';

/** What docs/compatibility.md promises, tried on the oldest ledger that is supported. */
const root = path.resolve(import.meta.dirname, '../../..');
let database: TestDatabase;
let before: PublicSchema;
let after: PublicSchema;

interface PublicSchema {
  /** `figures.value numeric`. */
  readonly columns: readonly string[];
  /** `why(figure_id uuid)`, and what it gives. */
  readonly functions: readonly { readonly call: string; readonly gives: readonly string[] }[];
}

beforeAll(async () => {
  database = await createLedgerOfFirstRelease();
  before = await describe(database.pool);
  await migrateLedger(database.pool);
  after = await describe(database.pool);
}, 180_000);
afterAll(() => database.close());

async function describe(pool: pg.Pool): Promise<PublicSchema> {
  const { rows: columns } = await pool.query<{ name: string }>(
    `SELECT relname || '.' || attname || ' ' || format_type(atttypid, NULL) AS name
       FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relnamespace = 'newsledger'::regnamespace AND relkind = 'v' AND attnum > 0 AND NOT attisdropped
      ORDER BY 1`,
  );
  const { rows: functions } = await pool.query<{ call: string; gives: string }>(
    `SELECT oid::regprocedure::text AS call, pg_get_function_result(oid) AS gives FROM pg_proc WHERE pronamespace = 'newsledger'::regnamespace ORDER BY 1`,
  );
  return {
    columns: columns.map(({ name }) => name),
    functions: functions.map(({ call, gives }) => ({ call, gives: gives.replace(/^TABLE\((.*)\)$/, '$1').split(', ') })),
  };
}

it('the page names the migrations of the ledger that is kept', async () => {
  const page = await readFile(path.join(root, 'docs/compatibility.md'), 'utf8');
  const rows = await readFirstRelease();
  const floor = ['ledger', 'work', 'projection'].map((schema) => {
    const applied = rows[`${schema}.migrations`] ?? [];
    return `| \`${schema}\` | ${applied.length} | \`${applied.at(-1)?.name}\` |`;
  });

  expect(page.split('\n').filter((line) => /^\| `(ledger|work|projection)` \| \d/.test(line))).toEqual(floor);
});

it('every view and column of the oldest release is there, with its type', () => {
  expect(before.columns.length).toBeGreaterThan(100);
  expect(before.columns.filter((column) => !after.columns.includes(column))).toEqual([]);
});

it('every function of the oldest release takes what it took, and gives at least what it gave', () => {
  const kept = before.functions.map(({ call, gives }) => {
    const now = after.functions.find((found) => found.call === call);
    return { call, lost: now === undefined ? 'all' : gives.filter((column) => !now.gives.includes(column)) };
  });

  expect(kept.length).toBeGreaterThan(4);
  expect(kept).toEqual(before.functions.map(({ call }) => ({ call, lost: [] })));
});
