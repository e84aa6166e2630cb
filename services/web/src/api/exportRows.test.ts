import { get, type IncomingMessage } from 'node:http';
import { createLogger } from '@newsledger/platform';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWeb, type Web } from '../startWeb.ts';
import { describeView } from './describeView.ts';
import { countRows, exportRows } from './exportRows.ts';
import { apiLists } from './lists.ts';

/** Together 100 MB, of which sockets hold a few on their way. */
const ROWS = 50_000;
const BYTES_OF_A_ROW = 2_000;
/** As much as a reader who has stopped may have made the server read. */
const SOON_READ = ROWS / 4;

let database: TestDatabase;
let pool: pg.Pool;
let web: Web;
/** Explanations that came from the database: one of each row. */
let taken = 0;

beforeAll(async () => {
  database = await createTestDatabase('many rows', async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`CREATE SCHEMA newsledger; CREATE VIEW newsledger.figures AS SELECT ${describeView('figures').map(made).join(', ')}
      FROM generate_series(1, ${ROWS}) AS number`);
    await client.end();
  });
  const getTypeParser = () => (text: string) => {
    if (text.length >= BYTES_OF_A_ROW) taken++;
    return text;
  };
  pool = new pg.Pool({ connectionString: database.url, max: 1, types: { getTypeParser } });
  web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
});

afterAll(async () => {
  await web?.close();
  await pool?.end();
  await database?.close();
});

beforeEach(() => {
  taken = 0;
});

/** A column of a made-up figure: the place in the order, a long explanation, and nothing else. */
function made({ name, type }: { readonly name: string; readonly type: string }): string {
  if (name === 'figure_id') return 'md5(number::text)::uuid AS figure_id';
  if (name === 'last_changed') return `timestamptz '2025-11-03' + number * interval '1 second' AS last_changed`;
  if (name === 'explanation') return `repeat('x', ${BYTES_OF_A_ROW}) AS explanation`;
  return `NULL::${type} AS ${name}`;
}

function asked(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(`${web.url}${path}`, resolve).on('error', reject));
}

/** Resolves when nothing more was read for half a second. */
async function untilItRests(): Promise<void> {
  let before = -1;
  let since = Date.now();
  await waitFor('a pause', () => {
    if (taken !== before) since = Date.now();
    before = taken;
    return taken > 0 && Date.now() - since > 500;
  });
}

it.each(['csv', 'jsonl'])('reads no more rows for a list as %s than its reader takes, and all of them for who reads on', async (form) => {
  const answer = await asked(`/api/v1/figures.${form}`);
  answer.pause();
  await untilItRests();
  expect(taken).toBeLessThan(SOON_READ);

  let lines = 0;
  for await (const chunk of answer) for (const byte of chunk) if (byte === 10) lines++;
  expect(lines).toBe(ROWS + (form === 'csv' ? 1 : 0));
  expect(taken).toBe(ROWS);
});

it('stops reading when its reader has gone, and asks the database again with the same connection', async () => {
  const answer = await asked('/api/v1/figures.jsonl');
  answer.destroy();
  await waitFor('the connection to be free', () => pool.idleCount === 1 || pool.totalCount === 0);
  expect(taken).toBeLessThan(SOON_READ);
  expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
});

it('tells of each row that it takes, and how many there are', async () => {
  const list = apiLists.find(({ name }) => name === 'figures');
  if (list === undefined) throw new Error('There is a list of figures.');
  expect(await countRows(pool, list, {})).toBe(ROWS);
  let rows = 0;
  const lines = await exportRows(pool, list, {}, 'csv', ['figure_id'], () => rows++);
  let written = 0;
  for await (const line of lines) written += String(line).match(/\n/g)?.length ?? 0;
  expect([rows, written]).toEqual([ROWS, ROWS + 1]);
});
