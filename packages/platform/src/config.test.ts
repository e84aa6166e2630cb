import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig, requireSetting } from './config.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-config-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('an empty environment gives defaults', () => {
  expect(loadConfig({})).toMatchObject({
    postgresUrl: null,
    queueBackend: 'postgres',
    allowAddresses: [],
    webPort: null,
    newsroomPort: null,
    logLevel: 'info',
  });
});

test('lists and numbers are read', () => {
  const config = loadConfig({ NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.0/8, fd00::/8', NEWSLEDGER_WEB_PORT: '8080' });

  expect(config.allowAddresses).toEqual(['127.0.0.0/8', 'fd00::/8']);
  expect(config.webPort).toBe(8080);
});

test('origins are listed as a browser sends them, and nothing else is one', () => {
  expect(loadConfig({}).corsOrigins).toEqual([]);
  expect(loadConfig({ NEWSLEDGER_CORS_ORIGINS: 'https://charts.example.org, http://localhost:3000' }).corsOrigins).toEqual([
    'https://charts.example.org',
    'http://localhost:3000',
  ]);
  expect(loadConfig({ NEWSLEDGER_CORS_ORIGINS: '*' }).corsOrigins).toEqual(['*']);
});

test.each(['https://charts.example.org/', 'charts.example.org', 'https://Charts.example.org', 'https://a.example:443', 'null', 'file://x'])(
  'no page could come from the origin %s',
  (origin) => {
    expect(() => loadConfig({ NEWSLEDGER_CORS_ORIGINS: origin })).toThrow(/is no origin.*such as https:\/\/charts.example.org/);
  },
);

test('a secret comes from a file, without its last line break', async () => {
  const file = path.join(folder, 'url');
  await writeFile(file, 'postgres://u:p@db/newsledger\n');

  expect(loadConfig({ NEWSLEDGER_POSTGRES_URL_FILE: file }).postgresUrl).toBe('postgres://u:p@db/newsledger');
});

test('a password apart from the address may hold any character', () => {
  const password = 'p@ss/w:rd#?%40 ü';
  const { postgresUrl } = loadConfig({
    NEWSLEDGER_POSTGRES_URL: 'postgres://newsledger@db:5432/newsledger',
    NEWSLEDGER_POSTGRES_PASSWORD: password,
  });

  expect(new pg.Client({ connectionString: postgresUrl ?? '' })).toMatchObject({ user: 'newsledger', password, host: 'db', port: 5432 });
});

test('a password comes from a file while the address does not, and one in the address goes before it', async () => {
  const file = path.join(folder, 'password');
  await writeFile(file, 'of-the-file\n');
  const read = (url: string) => loadConfig({ NEWSLEDGER_POSTGRES_URL: url, NEWSLEDGER_POSTGRES_PASSWORD_FILE: file }).postgresUrl;

  expect(read('postgres://u@db/newsledger')).toBe('postgres://u:of-the-file@db/newsledger');
  expect(read('postgres://u:own@db/newsledger')).toBe('postgres://u:own@db/newsledger');
});

test('a file that is missing is named with its variable', () => {
  expect(() => loadConfig({ NEWSLEDGER_READER_PASSWORD_FILE: '/nowhere/secret' })).toThrow(
    /NEWSLEDGER_READER_PASSWORD_FILE names "\/nowhere\/secret".*Mount the file/,
  );
});

test('a wrong value is named with its variable and what to do', () => {
  expect(() => loadConfig({ NEWSLEDGER_QUEUE_BACKEND: 'kafka' })).toThrow(
    /NEWSLEDGER_QUEUE_BACKEND is "kafka".*Set it to "redis" or "postgres"/,
  );
  expect(() => loadConfig({ NEWSLEDGER_ALLOW_ADDRESSES: '10.0.0.0' })).toThrow(/"10.0.0.0" is no network/);
  expect(() => loadConfig({ NEWSLEDGER_WEB_PORT: '99999' })).toThrow(/NEWSLEDGER_WEB_PORT/);
});

test.each([
  ['0.8', 0.8],
  ['.75', 0.75],
  ['0', 0],
  ['1', 1],
  ['', null],
])('the certainty "%s" from which claims count is %s', (written, certainty) => {
  expect(loadConfig({ NEWSLEDGER_CERTAINTY: written })).toMatchObject({ certainty });
});

test.each([
  ['80', 'must be 1 at most'],
  ['80%', 'must be a number such as 0.8'],
  ['0,8', 'must be a number such as 0.8'],
  ['-0.1', 'must be a number such as 0.8'],
  [' ', 'must be a number such as 0.8'],
])('the certainty "%s" is refused with what is wrong and what to do', (written, problem) => {
  expect(() => loadConfig({ NEWSLEDGER_CERTAINTY: written })).toThrow(
    `NEWSLEDGER_CERTAINTY is ${JSON.stringify(written)}, which is wrong: ${problem}. Set it to the certainty from which claims count, 0 to 1`,
  );
});

test('a wrong secret is not printed', () => {
  expect(() => loadConfig({ NEWSLEDGER_POSTGRES_URL: 'mysql://u:hunter2@db' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});

test('a setting that a process needs is asked for by name', () => {
  expect(() => requireSetting(loadConfig({}), 'postgresUrl')).toThrow(/NEWSLEDGER_POSTGRES_URL is not set/);
});

test('credentials are read from a file, and a wrong line is told without what it says', async () => {
  const file = path.join(folder, 'credentials');
  await writeFile(file, '# feeds\nhttps://feeds.example.org ann:s3cret\n');

  const { credentials } = loadConfig({ NEWSLEDGER_CREDENTIALS_FILE: file });

  expect([...credentials.keys()]).toEqual(['https://feeds.example.org']);
  expect(() => loadConfig({ NEWSLEDGER_CREDENTIALS: 'feeds.example.org ann:s3cret' })).toThrow(
    /^NEWSLEDGER_CREDENTIALS is \(hidden\), which is wrong: line 1 is not of the form "https:\/\/host user:password"\. List [^3]*$/,
  );
});
