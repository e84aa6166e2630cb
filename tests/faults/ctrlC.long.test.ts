import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { waitFor } from '@newsledger/test-support';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningProcess } from './processes.ts';
import { leftAfter, noTerminal, openTerminal, type Terminal } from './terminal.ts';

const TEN_SECONDS = 10_000;
/** From when the program is there: the start of the server, of the workers, and some of the reading. */
const LAST_MOMENT_MS = 6_000;

type Way = (terminal: Terminal, running: readonly RunningProcess[]) => void | Promise<void>;

const npmAmong = (running: readonly RunningProcess[]) => pidOf(running, /^npm start/);
const programAmong = (running: readonly RunningProcess[]) => pidOf(running, /main\.ts up/);

function pidOf(running: readonly RunningProcess[], command: RegExp): number {
  const found = running.find((process) => command.test(process.command));
  if (found === undefined) throw new Error(`No process is called ${command}.`);
  return found.pid;
}

const ways: readonly [string, Way][] = [
  ['Ctrl-C', (terminal) => terminal.pressCtrlC()],
  [
    'Ctrl-C, three times',
    (terminal) => {
      for (let times = 0; times < 3; times++) terminal.pressCtrlC();
    },
  ],
  ['SIGTERM to npm', (_terminal, running) => void process.kill(npmAmong(running), 'SIGTERM')],
  ['SIGTERM to the whole group', (_terminal, running) => void process.kill(-npmAmong(running), 'SIGTERM')],
  ['SIGHUP to npm, which passes it on to nobody', (_terminal, running) => void process.kill(npmAmong(running), 'SIGHUP')],
  ['SIGHUP to the whole group', (_terminal, running) => void process.kill(-npmAmong(running), 'SIGHUP')],
  ['SIGKILL to npm', (_terminal, running) => void process.kill(npmAmong(running), 'SIGKILL')],
  ['the window is closed', (terminal) => terminal.close()],
];

let folder: string;
let terminal: Terminal;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-ctrl-c-'));
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  terminal = await openTerminal();
});

afterEach(() => terminal.close());

async function start(more = ''): Promise<RunningProcess[]> {
  terminal.type(`npm start -- --data-dir ${folder}${more}`);
  return waitFor(
    'the program',
    async () => {
      const running = await terminal.processes(folder);
      return running.some(({ command }) => /main\.ts up/.test(command)) && running;
    },
    60_000,
  );
}

describe.skipIf(noTerminal !== null)(`npm start in a terminal${noTerminal === null ? '' : ` (skipped: ${noTerminal})`}`, () => {
  const moments = ways.flatMap(([name, way]) =>
    Array.from({ length: 2 }, () => [name, Math.floor(Math.random() * LAST_MOMENT_MS), way] as const),
  );

  it.each(moments)('leaves nothing behind after %s, %i ms after its program began', async (name, momentMs, way) => {
    await start();
    await new Promise((resolve) => setTimeout(resolve, momentMs));
    const running = await terminal.processes(folder);

    await way(terminal, running);
    const left = await leftAfter(TEN_SECONDS, terminal, folder, running);

    expect(left).toEqual([]);
    // Before it has begun anything, it ends without a word, as every command does.
    const hasBegun = running.some(({ command }) => /postgres -D/.test(command));
    if (hasBegun && name !== 'the window is closed') expect(terminal.shown()).toMatch(/newsledger: ended/);
  });

  it('leaves its server after SIGKILL, which the next start finds, takes over and ends', async () => {
    await start();
    await waitFor('the newsroom', () => terminal.shown().includes('reading the sample newsroom'), 60_000);
    const [killed] = [await terminal.processes(folder)];
    process.kill(programAmong(killed), 'SIGKILL');
    await terminal.untilPrompt(TEN_SECONDS);
    const server = pidOf(await terminal.processes(folder), /postgres -D/);

    const next = await start(' --once');
    await terminal.untilPrompt(200_000);
    const left = await leftAfter(TEN_SECONDS, terminal, folder, next);

    expect(pidOf(next, /postgres -D/)).toBe(server);
    expect(left).toEqual([]);
  });
});
