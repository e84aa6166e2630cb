import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseFreePort } from '@newsledger/platform';
import { waitFor } from '@newsledger/test-support';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leftAfter, noTerminal, openTerminal, type Terminal } from './terminal.ts';

/** What is promised to somebody who ends it. */
const TEN_SECONDS = 10_000;

let folder: string;
let terminal: Terminal;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-ctrl-c-'));
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(noTerminal !== null)(`npm start in a terminal${noTerminal === null ? '' : ` (skipped: ${noTerminal})`}`, () => {
  beforeEach(async () => {
    terminal = await openTerminal();
  });

  afterEach(() => terminal.close());

  it('leaves nothing behind after Ctrl-C, pressed twice in haste while it reads', async () => {
    terminal.type(`npm start -- --data-dir ${folder}`);
    await waitFor('the newsroom', () => terminal.shown().includes('reading the sample newsroom'), 120_000);
    const running = await terminal.processes(folder);

    terminal.pressCtrlC();
    terminal.pressCtrlC();
    const left = await leftAfter(TEN_SECONDS, terminal, folder, running);
    await terminal.untilPrompt(TEN_SECONDS);

    expect(running.map(({ command }) => command)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^npm start/),
        expect.stringMatching(/bootstrap\.mjs start/),
        expect.stringMatching(/main\.ts up/),
        expect.stringMatching(/postgres -D/),
      ]),
    );
    expect(left).toEqual([]);
    expect(terminal.lastLine()).toBe('newsledger: ended, since it received SIGINT');
    expect(await terminal.exitCode()).toBe(130);
  });

  it('leaves nothing behind when it can’t start, and says so last', async () => {
    const port = await chooseFreePort();
    const holder: Server = createServer().listen(port, '127.0.0.1');

    terminal.type(`npm start --silent -- --data-dir ${folder} --port ${port}`);
    await terminal.untilPrompt(120_000);
    const left = await leftAfter(TEN_SECONDS, terminal, folder, []);
    holder.close();

    expect(left).toEqual([]);
    expect(terminal.shown()).toContain(`Port ${port}, which the pages shall have, is taken by node`);
    expect(terminal.shown()).toContain(`(process ${process.pid})`);
    expect(terminal.lastLine()).toBe('newsledger: ended; nothing of it runs any more');
    expect(await terminal.exitCode()).toBe(2);
  });

  it('leaves nothing behind when nobody reads its output to the end', async () => {
    terminal.type(`npm start --silent -- --data-dir ${folder} --once --json | head -3 | cut -c1-20`);
    await terminal.untilPrompt(200_000);
    const left = await leftAfter(TEN_SECONDS, terminal, folder, []);

    expect(left).toEqual([]);
    expect(terminal.shown().match(/^\{"figure_id":/gm)).toHaveLength(3);
    expect(terminal.lastLine()).toBe('newsledger: ended, since nobody reads its output any more');
  });
});
