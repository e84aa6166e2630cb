import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createMetrics } from '@newsledger/platform';
import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Run, runNewsledger, startNewsledger } from '../e2e/runNewsledger.ts';

const folders: string[] = [];
/** Other programs on the default ports, unless this machine has some there anyway. */
const others: Server[] = [];
let first: { run: Run; dataDir: string; stderr: () => string };

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-beside-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** `up` as it starts when nobody names a port, as far as its newsroom. */
async function startUp(dataDir: string) {
  const run = startNewsledger(['up', '--data-dir', dataDir]);
  let stderr = '';
  run.process.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  await waitFor('the newsroom', () => stderr.includes('reading the sample newsroom'), 120_000);
  return { run, dataDir, stderr: () => stderr };
}

beforeAll(async () => {
  for (const port of [4700, 4780, 54329]) {
    const other = createServer();
    others.push(other);
    await new Promise<void>((resolve) => {
      other.once('error', () => resolve());
      other.listen(port, '127.0.0.1', () => resolve());
    });
  }
  first = await startUp(await freshFolder());
});

afterAll(async () => {
  first.run.process.kill('SIGTERM');
  await first.run.ended;
  for (const other of others) other.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

it('a default port that is taken gives way to the next free one, and the run says which and to whom', () => {
  expect(first.stderr()).toMatch(/Port 54329 is taken by .+ \(process \d+\): PostgreSQL will be at port 543[3-7]\d\n/);
  expect(first.stderr()).toMatch(/Port 4700 is taken by .+ \(process \d+\): the pages will be at port 47[0-4]\d\n/);
  expect(first.stderr()).toMatch(/Port 4780 is taken by .+ \(process \d+\): the sample newsroom will be at port 4[78]\d\d\n/);
});

it('a port that the user named and that is taken is an error that names the holder', async () => {
  const port = Number(/the sample newsroom will be at port (\d+)/.exec(first.stderr())?.[1]);
  const { code, stderr } = await runNewsledger(['up', '--data-dir', await freshFolder()], { NEWSLEDGER_NEWSROOM_PORT: `${port}` });
  expect(code).toBe(2);
  expect(stderr).toContain(
    `Port ${port}, which the sample newsroom shall have, is taken by node ${path.resolve('services/cli/src/main.ts')} (process ${first.run.process.pid}).`,
  );
  expect(stderr).toContain('choose another port with NEWSLEDGER_NEWSROOM_PORT');
});

it('a second run on the same folder says who has it since when, and leaves that one in peace', async () => {
  const { code, stderr } = await runNewsledger(['up', '--data-dir', first.dataDir]);
  const { code: codeOfQuestion } = await runNewsledger(['figures', '--data-dir', first.dataDir, '--json']);

  expect(code).toBe(2);
  expect(stderr).toMatch(
    new RegExp(
      `newsledger up, process ${first.run.process.pid} on ${hostname().slice(0, 15)}.* has it since \\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z\\.`,
    ),
  );
  expect(codeOfQuestion).toBe(0);
  expect(first.run.process.exitCode).toBeNull();
});

it('a run shows beside its pages what all its parts measure', async () => {
  const port = /the pages will be at port (\d+)\n/.exec(first.stderr())?.[1];
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

  const missing = createMetrics().described.filter(({ name, type }) => !metrics.includes(`# TYPE ${name} ${type}\n`));
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(metrics).toMatch(/^newsledger_projection_lag_events \d+$/m);
});
