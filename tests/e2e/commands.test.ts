import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PLACED_FROM } from '@newsledger/reconcile';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNewsledger, startNewsledger } from './runNewsledger.ts';

/** The commands as people call them, on a PostgreSQL of their own. */
let database: TestDatabase;
let site: Server;
let siteUrl: string;
let folder: string;

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title><link>http://feed.test/</link>
<item><title>Orrin Robotics raises $300 million</title><link>/orrin</link><pubDate>Mon, 03 Nov 2025 10:00:00 GMT</pubDate></item>
<item><link>/short</link><description>Harbour Chips pays $5 billion.</description></item></channel></rss>`;
const HOME = '<!doctype html><title>Home</title><link rel="alternate" type="application/rss+xml" href="/feed.xml" title="News">';

beforeAll(async () => {
  database = await createTestDatabase('empty', async () => {});
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-commands-'));
  site = createServer((request, response) => {
    if (request.url === '/feed.xml') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED);
    else if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(HOME);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => site.close(resolve));
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

function newsledger(...args: string[]) {
  return runNewsledger(args, { NEWSLEDGER_POSTGRES_URL: database.url, NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.1/32', NO_COLOR: '1' });
}

describe('before migration', () => {
  it('says which command makes the ledger, with exit code 2', async () => {
    const { code, stderr } = await newsledger('figures');
    expect(code).toBe(2);
    expect(stderr).toContain('Run "newsledger migrate" first');
  });

  it('read needs no ledger: it prints the numbers of a text with offsets into it', async () => {
    const text = 'In 2025 it paid nearly $140bn.\nOver seven years.\n';
    const file = path.join(folder, 'read.txt');
    await writeFile(file, text);
    const { code, stdout } = await newsledger('read', file, '--typed', '--json');
    expect(code).toBe(0);
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found).toMatchObject([
      { read: 'left alone', type: 'year', text: '2025', line: 1, column: 4 },
      { read: 'quantity', text: '$140bn', hedge: '<~', low: '131600000000', high: '140000000000', unit: 'USD' },
      { read: 'quantity', text: 'seven years', line: 2, column: 6 },
    ]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map((span) => span.text));
  });

  it('read --claims says what each field was chosen from and what spoke for it', async () => {
    const { code, stdout } = await newsledger('read', 'docs/examples/osprey.txt', '--claims', '--published', '2025-11-03', '--json');
    expect(code).toBe(0);
    const claims = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(claims.find(({ claim }) => claim === 'deal')).toMatchObject({
      deal: { type: 'acquisition', announcedOn: '2025-11-03' },
      because: { type: { rule: expect.stringMatching(/^acquisition [01]\.\d\d, likelier than /) }, announcedOn: { words: 'Monday' } },
    });
    expect(claims.map(({ placed }) => placed)).toEqual(claims.map(({ certainty }) => certainty >= PLACED_FROM));
    expect(claims.find(({ evidence }) => evidence.quote === '12–14%')).toMatchObject({
      figure: { subject: 'Osprey Logic', measure: 'growth' },
      because: { subject: { rule: expect.stringMatching(/^Osprey Logic \.\d\d/), words: expect.stringContaining('Osprey') } },
    });
  });

  it('read --claims knows the names of entities.yaml', async () => {
    const entities = path.join(folder, 'entities.yaml');
    const text = path.join(folder, 'named.txt');
    await writeFile(entities, 'entities:\n  - name: Orrin Robotics\n    aliases: [OrRo]\n');
    await writeFile(text, 'OrRo reported revenue of $3 billion.\n');
    const { stdout } = await runNewsledger(['read', text, '--claims', '--json'], { NEWSLEDGER_ENTITIES: entities });
    expect(JSON.parse(stdout)).toMatchObject({ figure: { subject: 'Orrin Robotics' }, because: { subject: { words: 'OrRo' } } });
  });

  it('read takes standard input', async () => {
    const { process: child, ended } = startNewsledger(['read', '-', '--json'], { NO_COLOR: '1' }, 'pipe');
    child.stdin?.end('up to 30 GW');
    expect(JSON.parse((await ended).stdout)).toMatchObject({ text: '30 GW', hedge: '<=', high: '30000000000' });
  });
});

describe('after migration', () => {
  beforeAll(async () => {
    expect(await newsledger('migrate')).toMatchObject({ code: 0 });
  });

  it('source test shows what a site’s feed gives, and stores nothing', async () => {
    const { code, stdout, stderr } = await newsledger('source', 'test', `${siteUrl}/`);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toContain(`Its feed is ${siteUrl}/feed.xml: the page names it by`);
    expect(stdout).toMatch(/Read as +rss, since its root is <rss>/);
    expect(stdout).toContain('Orrin Robotics raises $300 million');
    expect(stdout).toMatch(/Harbour Chips pays \$5 billion\. +\S+\/short/);
    expect((await newsledger('source', 'list', '--json')).stdout).toBe('');
  });

  it('source add follows the feed that a site names; list, export, import and remove go round', async () => {
    expect(await newsledger('source', 'add', `${siteUrl}/`, '--id', 'a-feed', '--every', '30m')).toMatchObject({ code: 0 });
    const exported = await newsledger('source', 'export');
    expect(exported.stdout).toContain(`url: ${siteUrl}/feed.xml`);
    const file = path.join(folder, 'sources.yaml');
    await writeFile(file, exported.stdout);
    expect((await newsledger('source', 'import', file)).stderr).toContain('a-feed: unchanged');
    expect((await newsledger('source', 'export', '--opml')).stdout).toContain(`xmlUrl="${siteUrl}/feed.xml"`);
    expect(await newsledger('source', 'remove', 'a-feed')).toMatchObject({ code: 0 });
    expect((await newsledger('source', 'export')).stdout).not.toContain('a-feed');
    expect(await newsledger('source', 'poll', 'a-feed')).toMatchObject({ code: 2 });
  });

  it('source add refuses what can’t be read, and says why', async () => {
    const { code, stderr } = await newsledger('source', 'add', `${siteUrl}/nothing.xml`);
    expect(code).toBe(2);
    expect(stderr).toMatch(/can't be followed: .*404/);
  });

  it('ingest takes a text file once; the log holds its capture', async () => {
    const file = path.join(folder, 'article.txt');
    await writeFile(
      file,
      'Orrin Robotics raises $300 million\n\nOrrin Robotics has raised $300 million from investors, it said on Monday.\n',
    );
    expect((await newsledger('ingest', file)).stdout).toContain('captured');
    expect((await newsledger('ingest', file)).stdout).toContain('nothing new');
    const { stdout } = await newsledger('replay', '--type', 'ArticleCaptured');
    expect(JSON.parse(stdout)).toMatchObject({ type: 'ArticleCaptured', data: { title: 'Orrin Robotics raises $300 million' } });
  });

  it('rebuild --verify finds the tables unchanged', async () => {
    const uncompared = await newsledger('rebuild', '--verify', '--json');
    expect(uncompared.stderr).toContain('nothing to compare');
    expect(JSON.parse(uncompared.stdout)).toMatchObject({ folded: expect.stringMatching(/^\d+$/), after: null, same: null });
    const { code, stdout } = await newsledger('rebuild', '--verify');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('byte for byte') });
  });

  it('migrate moves the threshold from which claims count, and other commands leave it', async () => {
    const settings = { NEWSLEDGER_POSTGRES_URL: database.url, NO_COLOR: '1' };
    const placedFrom = async () => (await database.pool.query('SELECT placed_from FROM newsledger.rules')).rows;

    expect(await runNewsledger(['migrate'], { ...settings, NEWSLEDGER_CERTAINTY: '0.9' })).toMatchObject({ code: 0 });
    expect(await placedFrom()).toEqual([{ placed_from: '0.9' }]);
    await newsledger('rebuild');
    expect(await placedFrom()).toEqual([{ placed_from: '0.9' }]);
    await newsledger('migrate');
    expect(await placedFrom()).toEqual([{ placed_from: `${PLACED_FROM}` }]);

    const refused = await runNewsledger(['migrate'], { ...settings, NEWSLEDGER_CERTAINTY: '90%' });
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('NEWSLEDGER_CERTAINTY is "90%", which is wrong: must be a number such as 0.8.');
    expect(refused.stderr).not.toMatch(/\n\s+at /);
  });

  it('doctor finds all well', async () => {
    const { code, stdout } = await newsledger('doctor', '--json');
    expect(code).toBe(0);
    const findings = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      'Node',
      'Data folder',
      'PostgreSQL',
      'Ledger',
      'Reader role',
      'Queues',
      'Sources',
      'Entities',
      'Contact',
    ]);
  });

  it.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['figures', '--limit', 'many'], 'It must be a whole number'],
    [['why', 'nothing-like-this'], 'No figure fits "nothing-like-this"'],
    [['replay', '--type', 'Nonsense'], 'There is no event type "Nonsense"'],
    [['read', '/nowhere/file.txt'], 'There is no file /nowhere/file.txt'],
    [['read', 'x', '--published', 'soon'], 'It must be a day such as 2025-11-03'],
    [['ingest', '/nowhere/file.html'], "/nowhere/file.html can't be read"],
    [['source', 'import', '/nowhere/sources.yaml'], "/nowhere/sources.yaml can't be read"],
  ])('%j is answered by a sentence and a failing exit code', async (args, sentence) => {
    const { code, stderr } = await newsledger(...args);
    expect(code).not.toBe(0);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
