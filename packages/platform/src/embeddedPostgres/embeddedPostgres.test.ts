import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embeddedPostgres.ts';
import { chooseFreePort } from './freePort.ts';

let folder: string;
let server: EmbeddedPostgres | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-embedded-'));
  await chmod(folder, 0o755);
});

afterEach(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('starts on the preferred port when it is free, and a second opener joins the running server', async () => {
  const preferredPort = await chooseFreePort();
  server = await openEmbeddedPostgres({ folder, preferredPort });
  const second = await openEmbeddedPostgres({ folder });
  expect(server).toMatchObject({ port: preferredPort, startedHere: true });
  expect(second).toMatchObject({ port: preferredPort, startedHere: false, url: server.url });
});

it('keeps port and password over a restart, so that saved connection strings stay valid', async () => {
  const first = await openEmbeddedPostgres({ folder, settings: { fsync: 'off' } });
  await first.stop();
  server = await openEmbeddedPostgres({ folder, settings: { fsync: 'off' } });
  expect(server.url).toBe(first.url);
  expect(server.startedHere).toBe(true);
});

it('says what the log says when the server refuses its settings', async () => {
  await expect(openEmbeddedPostgres({ folder, settings: { fsync: 'off', max_connections: 'many' } })).rejects.toThrow(
    /did not start[\s\S]*max_connections/,
  );
});
