import { createLogger } from '@newsledger/platform';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { startWeb } from '@newsledger/web';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNewsledger } from './runNewsledger.ts';

/** A ledger whose log holds one event of a release that is yet to come, before and after others. */
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('empty', async () => {});
  await newsledger('migrate');
  await newsledger('entity', 'merge', 'Harbor Chips', 'Harbour Chips');
  await append('entity-future', { id: '11111111-1111-4111-8111-111111111111', type: 'OfTheFuture', schemaVersion: 1, data: {} });
  await newsledger('entity', 'merge', 'Harbour Chips Inc', 'Harbour Chips');
}, 120_000);

afterAll(() => database.close());

function newsledger(...args: string[]) {
  return runNewsledger(args, { NEWSLEDGER_POSTGRES_URL: database.url, NO_COLOR: '1' });
}

async function append(stream: string, event: object): Promise<void> {
  await database.pool.query('SELECT * FROM ledger.append_events($1, NULL, $2, NULL, NULL)', [stream, JSON.stringify([event])]);
}

it('what came after an event that can’t be read is in the tables', async () => {
  const { rows } = await database.pool.query(`SELECT entity, aliases FROM newsledger.entities WHERE entity = 'Harbour Chips'`);
  expect(rows).toEqual([{ entity: 'Harbour Chips', aliases: expect.arrayContaining(['Harbor Chips', 'Harbour Chips Inc']) }]);
});

it('status shows the event, why it is parked, and what to do', async () => {
  const { code, stdout } = await newsledger('status');
  const { stdout: json } = await newsledger('status', '--json');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /Parked {5}event \d+ \(OfTheFuture in stream entity-future\) is missing from the tables: .*a type that this release doesn't know/,
  );
  expect(stdout).toContain('"newsledger retry" tries it again');
  expect(JSON.parse(json).parked).toMatchObject([{ event_type: 'OfTheFuture', stream: 'entity-future', attempts: 1, waiting: 0 }]);
});

it('the page of the pipeline shows it to readers', async () => {
  const web = await startWeb({ pool: database.pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
  const page = await (await fetch(`${web.url}/pipeline`)).text();
  await web.close();
  expect(page).toContain('entity-future');
  expect(page).toContain('a type that this release doesn&#39;t know');
});

it('a retry says that it fails still, with exit code 1', async () => {
  const { code, stdout } = await newsledger('retry');
  expect(code).toBe(1);
  expect(stdout).toMatch(/Event \d+ \(OfTheFuture in stream entity-future\) stays parked: /);
});

it('a rebuild stops with a sentence that names the event and says what to do, and no stack trace', async () => {
  const { code, stderr } = await newsledger('rebuild');
  expect(code).toBe(1);
  expect(stderr).toMatch(/newsledger: The rebuild stopped at event \d+ \(OfTheFuture in stream entity-future\), which can't be folded: /);
  expect(stderr).toContain('"newsledger rebuild --park"');
  expect(stderr).not.toMatch(/^\s+at /m);
});

it('a rebuild that may park goes on without it, and says so', async () => {
  const { code, stdout } = await newsledger('rebuild', '--park');
  expect(code).toBe(0);
  expect(stdout).toMatch(/Without event \d+ \(OfTheFuture in stream entity-future\) and 0 behind it: /);
  expect((await newsledger('rebuild', '--park', '--verify')).code).toBe(2);
});

it('where nothing is parked, a retry says so', async () => {
  const empty = await createTestDatabase('empty', async () => {});
  const environment = { NEWSLEDGER_POSTGRES_URL: empty.url };
  await runNewsledger(['migrate'], environment);
  const { code, stdout } = await runNewsledger(['retry'], environment);
  await empty.close();
  expect(code).toBe(0);
  expect(stdout).toBe('Nothing is parked, and no work fails.\n');
});
