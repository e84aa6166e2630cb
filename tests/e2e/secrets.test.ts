import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPool, secretVariables, setRolePassword } from '@newsledger/platform';
import { type LocalServer, startTestCluster, type TestCluster, waitFor } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNewsledger } from './runNewsledger.ts';
import { openMembersSite, openRefusingSite } from './secretSite.ts';
import { type ServiceName, type ServiceProcess, startService, untilReady } from './serviceProcess.ts';

/**
 * Every setting that may hold a secret holds a marked one; everything is run, and everything that can fail by a secret is made to fail. Then all
 * that was printed, stored and served is searched for the marks.
 */
const mark = (what: string) => `s3cretmark-${what}-${randomBytes(6).toString('hex')}`;
const secrets = {
  owner: mark('owner'),
  apart: mark('apart'),
  fetcher: mark('fetcher'),
  extractor: mark('extractor'),
  projector: mark('projector'),
  admin: mark('admin'),
  reader: mark('reader'),
  token: mark('token'),
  model: mark('model'),
  member: mark('member'),
  refused: mark('refused'),
  address: mark('address'),
  webhook: mark('webhook'),
  redis: mark('redis'),
};
/** The marks themselves, and the two as they are sent to publishers. */
const MARKS = new RegExp(['s3cretmark', ...[secrets.member, secrets.refused].map((password) => base64(`ann:${password}`))].join('|'));

const services: ServiceProcess[] = [];
/** All that was printed, served and stored, by where it was found. */
const seen = new Map<string, string>();
let cluster: TestCluster;
let owner: pg.Pool;
let folder: string;
let members: LocalServer;
let refusing: LocalServer;

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function loginAs(role: keyof typeof secrets, { password = secrets[role], port = '' } = {}): string {
  const url = new URL(cluster.url);
  url.pathname = '/marked';
  url.username = role === 'owner' ? 'newsledger' : `newsledger_${role}`;
  url.password = password;
  if (port !== '') url.port = port;
  return url.toString();
}

/** Every setting with a secret, as one environment. */
function settings(postgresUrl: string): Record<string, string> {
  return {
    NEWSLEDGER_POSTGRES_URL: postgresUrl,
    NEWSLEDGER_POSTGRES_DIRECT_URL: postgresUrl,
    NEWSLEDGER_POSTGRES_PASSWORD: secrets.apart,
    NEWSLEDGER_ADMIN_POSTGRES_URL: loginAs('admin'),
    NEWSLEDGER_FETCHER_PASSWORD: secrets.fetcher,
    NEWSLEDGER_EXTRACTOR_PASSWORD: secrets.extractor,
    NEWSLEDGER_PROJECTOR_PASSWORD: secrets.projector,
    NEWSLEDGER_ADMIN_PASSWORD: secrets.admin,
    NEWSLEDGER_READER_PASSWORD: secrets.reader,
    NEWSLEDGER_ADMIN_TOKEN: secrets.token,
    NEWSLEDGER_MODEL_URL: `${refusing.url}/v1/chat?key=${secrets.address}`,
    NEWSLEDGER_MODEL_NAME: 'reader',
    NEWSLEDGER_MODEL_KEY: secrets.model,
    NEWSLEDGER_CREDENTIALS: `${members.url} ann:${secrets.member}\n${refusing.url} ann:${secrets.refused}`,
    NEWSLEDGER_REDIS_URL: `redis://:${secrets.redis}@127.0.0.1:9`,
    NEWSLEDGER_QUEUE_BACKEND: 'postgres',
    NEWSLEDGER_SOURCES: path.join(folder, 'sources.yaml'),
    NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.1/32',
    NEWSLEDGER_WEB_PORT: '0',
    NEWSLEDGER_LOG_LEVEL: 'trace',
    NEWSLEDGER_RETRY_MS: '100',
    NEWSLEDGER_SWEEP_MS: '500',
    NO_COLOR: '1',
  };
}

async function newsledger(what: string, args: readonly string[], environment: Record<string, string>): Promise<number | null> {
  const { code, stdout, stderr } = await runNewsledger(args, environment);
  seen.set(`output of ${what}`, stdout + stderr);
  return code;
}

beforeAll(async () => {
  [cluster, members, refusing] = await Promise.all([
    startTestCluster(),
    openMembersSite('ann', secrets.member),
    openRefusingSite(secrets.address),
  ]);
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-secrets-'));
  await chmod(folder, 0o755);
  await writeFile(path.join(folder, 'sources.yaml'), JSON.stringify({ sources: sourcesFile() }));
  const first = openPool({ url: cluster.url, max: 1 });
  await first.query('CREATE DATABASE marked');
  await setRolePassword(first, 'newsledger', secrets.owner);
  await first.end();
  owner = openPool({ url: loginAs('owner'), max: 3 });
  expect(await newsledger('migrate', ['migrate'], settings(loginAs('owner')))).toBe(0);
  const hook = await runNewsledger(['webhook', 'add', `${refusing.url}/hook`, '--secret', secrets.webhook], settings(loginAs('admin')));
  expect(hook.code).toBe(0);
  await runEverything();
  await failEverything();
  await searchDatabase();
}, 280_000);

afterAll(async () => {
  await Promise.all(services.map(({ stop }) => stop()));
  await owner?.end();
  await Promise.all([members?.close(), refusing?.close(), cluster?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

function sourcesFile() {
  return [
    { id: 'members', url: `${members.url}/feed.xml`, kind: 'feed' },
    { id: 'refusing', url: `${refusing.url}/feed.xml`, kind: 'feed' },
    { id: 'moved', url: `${refusing.url}/moved.xml`, kind: 'feed' },
  ];
}

/** The four services at work, each as its role: a feed is read, others refuse, the model refuses, and so does the webhook's receiver. */
async function runEverything(): Promise<void> {
  const roles = { projector: 'projector', extractor: 'extractor', fetcher: 'fetcher', web: 'reader' } as const;
  for (const [name, role] of Object.entries(roles) as [ServiceName, keyof typeof secrets][])
    services.push(await startService(name, settings(loginAs(role))));
  await Promise.all(services.map(untilReady));
  const isThere = async (sql: string) => (await owner.query(sql)).rowCount !== 0;
  await waitFor('claims', () => isThere('SELECT FROM newsledger.figures'), 90_000);
  await waitFor('refused polls', () => isThere("SELECT FROM polling.poll_state WHERE last_error LIKE '%40_%' HAVING count(*) = 2"), 60_000);
  await waitFor('a webhook that failed', () => isThere('SELECT FROM following.delivery WHERE last_status = 500'), 60_000);
  for (const service of services) seen.set(`metrics of the ${service.name}`, await read(`${service.url}/metrics`));
  const [web] = services.filter(({ name }) => name === 'web');
  const pages = web === undefined ? null : pagesOf(web);
  for (const page of [
    '/',
    '/sources',
    '/sources/moved',
    '/pipeline',
    '/figures',
    '/admin',
    '/metrics',
    '/api/v1/sources',
    '/admin/queues/',
  ])
    seen.set(`page ${page}`, await read(`${pages}${page}`, { authorization: `Bearer ${secrets.token}` }));
  for (const command of ['status', 'doctor']) await newsledger(command, [command], settings(loginAs('owner')));
  await newsledger('source list', ['source', 'list', '--json'], settings(loginAs('owner')));
  await newsledger('webhook deliveries', ['webhook', 'deliveries'], settings(loginAs('owner')));
  await newsledger('source test', ['source', 'test', `${refusing.url}/moved.xml`], settings(loginAs('owner')));
  await Promise.all(services.map(({ stop }) => stop()));
  for (const service of services) seen.set(`output of the ${service.name}`, service.output());
  const dataDir = path.join(folder, 'data');
  expect(await newsledger('up', ['up', '--once', '--data-dir', dataDir], settings(loginAs('owner')))).toBe(0);
  seen.set('log of up', await readFile(path.join(dataDir, 'newsledger.log'), 'utf8'));
}

/** Where a service serves pages; null for one that serves none, or not yet. */
function pagesOf(service: ServiceProcess): string | null {
  return /"url":"(http[^"]+)"/.exec(service.name === 'web' ? service.output() : '')?.[1] ?? null;
}

async function read(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers });
  return `${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
}

/** Wrong passwords, servers that are not there, and settings that are wrong themselves. */
async function failEverything(): Promise<void> {
  const wrong = settings(loginAs('fetcher', { password: `${secrets.fetcher}x` }));
  const away = settings(loginAs('owner', { port: '9' }));
  const noRedis = { ...settings(loginAs('owner')), NEWSLEDGER_QUEUE_BACKEND: 'redis' };
  const names: readonly ServiceName[] = ['fetcher', 'extractor', 'projector', 'web'];
  const cases: readonly (readonly [ServiceName, string, Record<string, string>])[] = [
    ...names.map((name) => [name, 'a wrong password', wrong] as const),
    ...names.map((name) => [name, 'no database', away] as const),
    ['fetcher', 'no Redis', noRedis],
    ['web', 'a bad address', { ...wrong, NEWSLEDGER_POSTGRES_URL: `postgres://nl:${secrets.owner}@[broken/newsledger` }],
    ['web', 'bad credentials', { ...wrong, NEWSLEDGER_CREDENTIALS: `feeds.example.org ann ${secrets.member}` }],
    ['web', 'a bad token', { ...wrong, NEWSLEDGER_ADMIN_TOKEN: `${secrets.token} with a space` }],
  ];
  await Promise.all(cases.map(([name, what, environment]) => fail(name, what, environment)));
  for (const [what, environment] of Object.entries({ 'a wrong password': wrong, 'no database': away }))
    await Promise.all(['status', 'doctor', 'migrate'].map((command) => newsledger(`${command} with ${what}`, [command], environment)));
}

/** Lets a service fail; one that goes on trying is stopped once it has said so. */
async function fail(name: ServiceName, what: string, environment: Record<string, string>): Promise<void> {
  const service = await startService(name, environment);
  // Stopped by the end of the test at the latest, should it never say so.
  services.push(service);
  await waitFor(
    `the ${name} says that there is ${what}`,
    async () => {
      // The pages are served without a database, too, and it shows when somebody asks.
      const pages = pagesOf(service);
      if (pages !== null) seen.set(`page with ${what}`, await read(`${pages}/figures`));
      return /"level":"(warn|error|fatal)"/.test(service.output());
    },
    60_000,
  );
  await service.stop();
  seen.set(`output of the ${name} with ${what}`, service.output());
}

/** Where a secret has to be kept, since it signs or is compared: columns that no role reads but its service's. */
const KEPT: readonly string[] = ['following.webhook.secret'];

async function searchDatabase(): Promise<void> {
  const { rows: columns } = await owner.query<{ name: string; table: string; column: string }>(
    `SELECT format('%s.%s.%s', table_schema, table_name, column_name) AS name, format('%I.%I', table_schema, table_name) AS table, quote_ident(column_name) AS column
       FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  for (const { name, table, column } of columns) {
    if (KEPT.includes(name)) continue;
    const { rows } = await owner.query<{ text: string }>(`SELECT string_agg(${column}::text, E'\\n') AS text FROM ${table}`);
    seen.set(`column ${name}`, rows[0]?.text ?? '');
  }
  const { rows: sessions } = await owner.query<{ query: string }>('SELECT query FROM pg_stat_activity');
  seen.set('statements that the server shows', sessions.map(({ query }) => query).join('\n'));
  const { rows } = await owner.query<{ data: string }>("SELECT current_setting('data_directory') AS data");
  const beside = path.dirname(rows[0]?.data ?? '');
  for (const name of await readdir(beside))
    if (name.endsWith('.log')) seen.set(`the server's ${name}`, await readFile(path.join(beside, name), 'utf8'));
}

it('nothing that was printed, served or stored holds a secret', () => {
  const leaks = [...seen].flatMap(([where, text]) => {
    const found = MARKS.exec(text);
    return found === null ? [] : [`${where}: ${text.slice(Math.max(0, found.index - 80), found.index + 60)}`];
  });

  expect(leaks).toEqual([]);
});

it('every setting that is marked as secret was set', () => {
  expect(secretVariables().filter((name) => !(name in settings('')))).toEqual([]);
});

it('everything was searched that can hold one: outputs, logs, metrics, pages, the log table, work, jobs and tables', () => {
  const texts = (where: RegExp) => [...seen].filter(([name, text]) => where.test(name) && text !== '').map(([name]) => name);

  expect(texts(/^output of the (fetcher|extractor|projector|web)$/)).toHaveLength(4);
  expect(texts(/^output of .+ with (a wrong password|no database|no Redis|a bad address|bad credentials|a bad token)$/)).toHaveLength(18);
  expect(texts(/^metrics of the /)).toHaveLength(4);
  expect(texts(/^page \//)).toHaveLength(9);
  expect(texts(/^column ledger\.events\.data$/)).toHaveLength(1);
  expect(texts(/^column polling\.poll_state\.last_error$/)).toHaveLength(1);
  expect(texts(/^column following\.delivery\.last_error$/)).toHaveLength(1);
  expect(texts(/^column bullmq\.job\./).length).toBeGreaterThan(5);
  expect(texts(/^the server's /)).toHaveLength(1);
  expect(seen.get('log of up')).toContain('"level":"info"');
});

it('the failures that were provoked are told, in words that name what failed', () => {
  expect(seen.get('output of the fetcher with a wrong password')).toMatch(/password authentication failed for user/);
  expect(seen.get('output of status with no database')).toMatch(/ECONNREFUSED/);
  expect(seen.get('output of the web with bad credentials')).toContain('NEWSLEDGER_CREDENTIALS is (hidden), which is wrong: line 1');
  expect(seen.get('column polling.poll_state.last_error')).toMatch(/answered 40[13]/);
});
