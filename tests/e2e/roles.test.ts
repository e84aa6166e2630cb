import path from 'node:path';
import { createEventStore } from '@newsledger/event-store';
import { newEvent, streamOf, typesWrittenBy } from '@newsledger/events';
import { openPool } from '@newsledger/platform';
import { contentHash } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom } from '../../infra/newsroom/src/index.ts';
import { runNewsledger } from './runNewsledger.ts';
import { type ServiceName, type ServiceProcess, startService, untilReady } from './serviceProcess.ts';

/** Each service does all of its work as its own role, in a process of its own; and whatever else it tries is refused by the database. */
const ADMIN_TOKEN = 'token-of-the-roles-test';
/** Roles belong to the whole server: the same passwords as in other files. */
const passwords: Readonly<Record<string, string>> = {
  fetcher: 'a fetcher',
  extractor: 'an extractor',
  projector: 'a projector',
  admin: 'an admin',
  reader: "it's secret",
};

let database: TestDatabase;
let newsroom: Awaited<ReturnType<typeof startNewsroom>>;
const services: ServiceProcess[] = [];
const pools = new Map<string, pg.Pool>();

function urlOf(role: string): string {
  const url = new URL(database.url);
  url.username = `newsledger_${role}`;
  url.password = encodeURIComponent(passwords[role] ?? '');
  return url.toString();
}

function as(role: string): pg.Pool {
  const pool = pools.get(role) ?? openPool({ url: urlOf(role), max: 2 });
  pools.set(role, pool);
  return pool;
}

async function start(name: ServiceName, settings: Record<string, string> = {}): Promise<void> {
  const role = name === 'web' ? 'reader' : name;
  services.push(await startService(name, { NEWSLEDGER_POSTGRES_URL: urlOf(role), NEWSLEDGER_QUEUE_BACKEND: 'postgres', ...settings }));
}

beforeAll(async () => {
  database = await createTestDatabase('empty', async () => {});
  newsroom = await startNewsroom({ port: 0 });
  const settings = Object.entries(passwords).map(([role, password]) => [`NEWSLEDGER_${role.toUpperCase()}_PASSWORD`, password]);
  const migrated = await runNewsledger(['migrate'], { NEWSLEDGER_POSTGRES_URL: database.url, ...Object.fromEntries(settings) });
  expect(migrated).toMatchObject({ code: 0 });
  await start('projector');
  await start('extractor');
  await start('fetcher', {
    NEWSLEDGER_SOURCES: path.resolve(import.meta.dirname, '../../infra/sources/sample.yaml'),
    NEWSLEDGER_NEWSROOM_URL: newsroom.url,
    NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.1/32',
    NEWSLEDGER_KEEP_CAPTURES: '90',
    NEWSLEDGER_SWEEP_MS: '500',
  });
  await start('web', { NEWSLEDGER_WEB_PORT: '0', NEWSLEDGER_ADMIN_TOKEN: ADMIN_TOKEN, NEWSLEDGER_ADMIN_POSTGRES_URL: urlOf('admin') });
  await Promise.all(services.map(untilReady));
  await untilAllIsRead();
});

afterAll(async () => {
  await Promise.all(services.map(({ stop }) => stop()));
  for (const pool of pools.values()) await pool.end();
  await newsroom?.close();
  await database?.close();
});

const count = async (sql: string): Promise<number> => (await database.pool.query<{ n: number }>(sql)).rows[0]?.n ?? 0;

/** Nothing is left to fetch, to read or to fold. */
async function untilAllIsRead(): Promise<void> {
  await waitFor(
    'the whole newsroom',
    async () =>
      (await count('SELECT count(*)::int AS n FROM newsledger.figures')) > 50 &&
      (await count('SELECT count(*)::int AS n FROM work.pending_work')) === 0 &&
      (await count('SELECT (max(e.position) - max(c.position))::int AS n FROM ledger.events e, ledger.checkpoints c')) === 0,
    120_000,
  );
}

describe('each service, logged in as its own role', () => {
  it('does its work: the newsroom is fetched, read, folded and shown, and nobody was refused anything', () => {
    const said = services.map(({ output }) => output()).join('');
    expect(said.match(/^.*(permission denied|must be owner|row-level security).*$/gm) ?? []).toEqual([]);
  });

  it('lets a person decide on the pages, by the log', async () => {
    const web = services.find(({ name }) => name === 'web');
    const url = /"url":"(http[^"]+)"/.exec(web?.output() ?? '')?.[1] ?? '';
    const { rows } = await as('reader').query<{ figure_id: string }>('SELECT figure_id FROM newsledger.figures LIMIT 1');
    const figureId = rows[0]?.figure_id ?? '';

    const answer = await fetch(`${url}/api/v1/figures/${figureId}/pin`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ value: '42', by: 'an editor', reason: 'it was tried' }),
    });

    expect([answer.status, await answer.text()]).toEqual([200, '{"recorded":true}']);
    const { rows: shown } = await as('reader').query('SELECT value::text, pinned FROM newsledger.figures WHERE figure_id = $1', [figureId]);
    expect(shown).toEqual([{ value: '42', pinned: true }]);
    expect((await fetch(`${url}/admin/queues/api/queues`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })).status).toBe(200);
  });

  it('lets the projector make all tables anew, and the owner after it', async () => {
    const before = await contentHash(database.pool);
    const byProjector = await runNewsledger(['rebuild', '--verify'], { NEWSLEDGER_POSTGRES_URL: urlOf('projector') });
    const byOwner = await runNewsledger(['rebuild', '--verify'], { NEWSLEDGER_POSTGRES_URL: database.url });
    const again = await runNewsledger(['rebuild', '--verify'], { NEWSLEDGER_POSTGRES_URL: urlOf('projector') });

    expect([byProjector, byOwner, again]).toMatchObject([{ code: 0 }, { code: 0 }, { code: 0 }]);
    expect(await contentHash(database.pool)).toBe(before);
    expect(await count("SELECT count(*)::int AS n FROM pg_namespace WHERE nspname ~ '^generation_[0-9]+$'")).toBe(1);
  });

  it('says in one line who may give a command that a service may not', async () => {
    const { code, stderr } = await runNewsledger(['status'], { NEWSLEDGER_POSTGRES_URL: urlOf('fetcher') });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^newsledger: the role that this command logged in as may not do that \(permission denied for .+\)\. .*docker compose run --rm -T migrate newsledger …\n$/,
    );
  });

  it('lets commands that decide run as the admin, and shows what came of it', async () => {
    const settings = { NEWSLEDGER_POSTGRES_URL: urlOf('admin'), NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.1/32' };
    const commands = [
      ['source', 'add', `${newsroom.url}/byteside/feed.json`, '--id', 'added-by-admin'],
      ['entity', 'alias', 'Orrin Robots', 'Orrin Robotics', '--by', 'an editor'],
      ['webhook', 'add', 'https://example.org/hook'],
      ['figures', '--json'],
    ];
    const runs = await Promise.all(commands.map((command) => runNewsledger(command, settings)));

    expect(runs.map(({ code, stderr }) => ({ code, refused: /permission denied.*/.exec(stderr)?.[0] }))).toEqual(
      commands.map(() => ({ code: 0, refused: undefined })),
    );
  });
});

const articleId = '00000000-0000-4000-8000-000000000000';
const claims = [
  newEvent('ExtractionCompleted', { articleId, revision: 1, extractor: { name: 'x', version: 1 }, claimIds: [], part: 1, parts: 1 }),
];
const capture = [newEvent('ArticleWithdrawn', { articleId, reason: 'made up' })];
const pin = [
  newEvent('FigurePinned', {
    figureId: articleId,
    value: '1',
    unit: 'USD',
    by: 'nobody',
    reason: 'made up',
    pinnedAt: '2025-01-01T00:00:00.000Z',
  }),
];
const gone = [newEvent('SourceRemoved', { sourceId: 'byteside', removedAt: '2025-01-01T00:00:00.000Z' })];

describe('the log takes no event of another service', () => {
  it.each([
    ['fetcher', 'ExtractionCompleted', claims],
    ['fetcher', 'FigurePinned', pin],
    ['extractor', 'ArticleWithdrawn', capture],
    ['extractor', 'SourceRemoved', gone],
    ['extractor', 'FigurePinned', pin],
    ['admin', 'ExtractionCompleted', claims],
    ['admin', 'ArticleWithdrawn', capture],
  ])('from the %s, %s', async (role, type, events) => {
    const store = createEventStore(as(role));
    const refused = { code: '42501', message: `permission denied: role newsledger_${role} may not append ${type}` };

    await expect(store.append(streamOf.article(articleId), 'any', events)).rejects.toMatchObject(refused);
    await expect(store.appendMany([{ stream: 'source-x', expected: 'any', events }])).rejects.toMatchObject(refused);
  });

  it.each(['projector', 'reader'])('from the %s, none at all', async (role) => {
    await expect(createEventStore(as(role)).append('source-x', 'any', gone)).rejects.toMatchObject({
      code: expect.stringMatching(/42501|25006/),
    });
  });

  it('nor one that is hidden among those of its own', async () => {
    expect(typesWrittenBy('fetcher')).toContain('SourceRemoved');
    await expect(createEventStore(as('fetcher')).append('source-x', 'any', [...gone, ...pin])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what a service has no business with is refused', () => {
  it.each([
    ['fetcher', 'writes an event past the functions', "INSERT INTO ledger.events (stream) VALUES ('x')"],
    ['fetcher', 'changes an event', "UPDATE ledger.events SET data = '{}'"],
    ['fetcher', 'writes a table', 'DELETE FROM projection.claim'],
    ['fetcher', 'writes a table behind its view', 'DELETE FROM generations.claim'],
    [
      'fetcher',
      'sets its own rights',
      'CREATE OR REPLACE FUNCTION ledger.may_append(types text[]) RETURNS boolean LANGUAGE sql RETURN true',
    ],
    ['fetcher', 'reads the keys of webhooks', 'SELECT secret FROM following.webhook'],
    ['fetcher', 'becomes another', 'SET ROLE newsledger_extractor'],
    ['extractor', 'writes an event past the functions', "INSERT INTO ledger.events (stream) VALUES ('x')"],
    ['extractor', 'stores a capture', "INSERT INTO ledger.captures (hash, media_type, size, body) VALUES (repeat('0', 64), 'x', 0, '')"],
    ['extractor', 'erases a capture', 'DELETE FROM ledger.captures'],
    ['extractor', 'takes a turn to fetch', "SELECT polling.take_turn('example.org', gen_random_uuid(), '1 s', 1, '1 s')"],
    ['extractor', 'sees poll states', 'SELECT * FROM polling.poll_state'],
    ['extractor', 'reads the keys of hubs', 'SELECT secret FROM polling.websub'],
    ['extractor', 'writes a table', 'UPDATE projection.figure SET value = 0'],
    ['extractor', 'moves a checkpoint', 'UPDATE ledger.checkpoints SET position = 0'],
    ['projector', 'appends', "SELECT ledger.append('x', NULL, '{}', '{}', '{}', '{}', '[]', NULL, NULL)"],
    ['projector', 'reads captures', 'SELECT * FROM ledger.captures'],
    ['projector', 'makes work', "INSERT INTO work.pending_work (job_id, queue, data) VALUES ('x', 'poll', '{}')"],
    ['projector', 'sees jobs', 'SELECT * FROM bullmq.job'],
    ['projector', 'changes the public views', 'DROP VIEW newsledger.figures CASCADE'],
    ['admin', 'writes an event past the functions', "INSERT INTO ledger.events (stream) VALUES ('x')"],
    ['admin', 'writes a table', 'UPDATE projection.figure SET value = 0'],
    ['admin', 'erases', "SELECT ledger.erase_stream('article-x', 'nobody', 'made up')"],
    ['admin', 'erases a capture', 'DELETE FROM ledger.captures'],
    ['admin', 'reads the keys of hubs', 'SELECT secret FROM polling.websub'],
    ['admin', 'moves a checkpoint', 'UPDATE ledger.checkpoints SET position = 0'],
    ['reader', 'reads the log', 'SELECT * FROM ledger.events'],
    ['reader', 'reads captures', 'SELECT * FROM ledger.captures'],
    ['reader', 'reads the keys of webhooks', 'SELECT secret FROM following.webhook'],
    ['reader', 'reads jobs', 'SELECT * FROM bullmq.job'],
    ['reader', 'writes', 'BEGIN READ WRITE; DELETE FROM newsledger.figures'],
  ])('the %s %s', async (role, _what, sql) => {
    const client = await as(role).connect();
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    client.release(true);
  });

  it('a subscription moves no other than its own checkpoint', async () => {
    const move = (role: string, name: string) =>
      as(role).query('INSERT INTO ledger.checkpoints (name, position) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET position = 1', [
        name,
      ]);

    await expect(move('fetcher', 'projector')).rejects.toMatchObject({ code: '42501' });
    await expect(move('projector', 'dispatcher')).rejects.toMatchObject({ code: '42501' });
  });
});
