import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embeddedPostgres.ts';
import { chooseFreePort } from './freePort.ts';

/** To make a cluster takes a second on a quiet machine, and many on a busy one. */
vi.setConfig({ testTimeout: 90_000 });

const folders: string[] = [];
/** Its cluster is made once: most tests are about servers. */
let folder: string;
let server: EmbeddedPostgres | undefined;
let closeTaken: () => Promise<void>;

async function freshFolder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'newsledger-embedded-'));
  await chmod(made, 0o755);
  folders.push(made);
  return made;
}

beforeAll(async () => {
  folder = await freshFolder();
});

beforeEach(() => {
  server = undefined;
  closeTaken = async () => {};
});

afterEach(async () => {
  await server?.stop();
  await closeTaken();
});

afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true, force: true });
});

/** Holds a port until the test is over. */
async function take(port: number): Promise<void> {
  const holder = createServer();
  holder.listen(port, '127.0.0.1');
  await once(holder, 'listening');
  closeTaken = () => new Promise((resolve) => holder.close(() => resolve()));
}

it('starts on the preferred port when it is free, and a second opener joins the running server', async () => {
  const preferredPort = await chooseFreePort();
  server = await openEmbeddedPostgres({ folder, preferredPort });
  const second = await openEmbeddedPostgres({ folder });
  expect(server).toMatchObject({ port: preferredPort, insteadOfPort: null, startedHere: true });
  expect(second).toMatchObject({ port: preferredPort, insteadOfPort: null, startedHere: false, url: server.url });
});

it('keeps port and password over a restart, so that saved connection strings stay valid', async () => {
  const first = await openEmbeddedPostgres({ folder, settings: { fsync: 'off' } });
  await first.stop();
  server = await openEmbeddedPostgres({ folder, settings: { fsync: 'off' } });
  expect(server.url).toBe(first.url);
  expect(server.startedHere).toBe(true);
});

it('takes the next free port while another program has its own, and goes back to that afterwards', async () => {
  const usual = await openEmbeddedPostgres({ folder });
  await usual.stop();
  await take(usual.port);
  const moved = await openEmbeddedPostgres({ folder });
  const joined = await openEmbeddedPostgres({ folder });
  await moved.stop();
  await closeTaken();
  server = await openEmbeddedPostgres({ folder });

  expect(moved.port).toBeGreaterThan(usual.port);
  expect(moved.insteadOfPort).toBe(usual.port);
  expect(joined).toMatchObject({ port: moved.port, startedHere: false });
  expect(server).toMatchObject({ port: usual.port, insteadOfPort: null });
});

it('two first starts at once make one cluster and one server', async () => {
  const folder = await freshFolder();
  const program = `
    import { openEmbeddedPostgres } from ${JSON.stringify(new URL('./embeddedPostgres.ts', import.meta.url).href)};
    const { url, startedHere } = await openEmbeddedPostgres({ folder: ${JSON.stringify(folder)} });
    console.log(JSON.stringify({ url, startedHere }));`;
  const openElsewhere = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await once(child.stdout, 'data');
    return JSON.parse(String(said));
  };

  const [one, other] = await Promise.all([openElsewhere(), openElsewhere()]);
  server = await openEmbeddedPostgres({ folder });

  expect([one.startedHere, other.startedHere].toSorted()).toEqual([false, true]);
  expect([one.url, other.url]).toEqual([server.url, server.url]);
  expect((await readdir(folder)).toSorted()).toEqual(['password', 'port', 'postgres', 'postgres.log']);
});

it('breaks off when it is told to while the cluster is made, and leaves nothing half-made', async () => {
  const folder = await freshFolder();
  const ending = new AbortController();

  const opening = openEmbeddedPostgres({ folder, signal: ending.signal });
  opening.catch(() => {});
  await expect.poll(() => readdir(folder), { interval: 5, timeout: 60_000 }).toContainEqual(expect.stringMatching(/\.unfinished$/));
  ending.abort(new Error('asked to end'));

  await expect(opening).rejects.toThrow('asked to end');
  expect(await readdir(folder)).toEqual(['password']);
});

it('says what the log says when the server refuses its settings', async () => {
  await expect(openEmbeddedPostgres({ folder, settings: { fsync: 'off', max_connections: 'many' } })).rejects.toThrow(
    /did not start[\s\S]*max_connections/,
  );
});
