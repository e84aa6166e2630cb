import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { waitFor } from '@newsledger/test-support';
import { isSame, listProcesses, processesOf, type RunningProcess } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const PROMPT = 'next> ';
const CTRL_C = '\x03';

/** Why there is no terminal to be had here; null when there is one. `script` is of util-linux, which every Debian has. */
export const noTerminal =
  process.platform === 'linux' && spawnSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' }).status === 0
    ? null
    : 'needs Linux and the command "script" of util-linux';

/** A shell in a pseudo-terminal, in which somebody types. */
export interface Terminal {
  /** All that was to be seen so far. */
  readonly screen: () => string;
  /** What has come to the screen since the last command was typed. */
  readonly shown: () => string;
  /** The last line above the prompt. */
  readonly lastLine: () => string | undefined;
  readonly type: (command: string) => void;
  readonly pressCtrlC: () => void;
  /** Resolves when the shell asks for the next command. */
  readonly untilPrompt: (timeoutMs: number) => Promise<void>;
  readonly exitCode: () => Promise<number>;
  /** What was started in it, and whatever serves `folder`. */
  readonly processes: (folder: string) => Promise<RunningProcess[]>;
  /** Closes the window: the kernel hangs up on all that run in it. */
  readonly close: () => Promise<void>;
}

export async function openTerminal(): Promise<Terminal> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:NEWSLEDGER_|npm_|VITEST)/.test(name));
  const script = spawn('script', ['-qfec', 'exec sh -i', '/dev/null'], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), SHELL: '/bin/sh', PS1: PROMPT, ENV: '', TERM: 'dumb', NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  let typedAt = 0;
  script.stdout.on('data', (chunk) => {
    screen += chunk;
  });
  const closed = new Promise<void>((resolve) => script.once('close', () => resolve()));
  const shown = () => seen(screen.slice(typedAt));
  const type = (command: string) => {
    typedAt = screen.length;
    script.stdin.write(`${command}\n`);
  };
  const untilPrompt = async (timeoutMs: number) => {
    await waitFor('the prompt', () => shown().endsWith(PROMPT), timeoutMs);
  };
  await untilPrompt(20_000);
  const shell = (await listProcesses()).find(({ parent }) => parent === script.pid);
  return {
    screen: () => screen,
    shown,
    lastLine: () =>
      linesOf(shown())
        .filter((line) => line !== PROMPT.trim())
        .at(-1),
    type,
    pressCtrlC: () => void script.stdin.write(CTRL_C),
    untilPrompt,
    exitCode: async () => {
      type('echo "exit code $?"');
      await waitFor('the exit code', () => /exit code \d+\r?\n/.test(shown()), 20_000);
      return Number(/exit code (\d+)/.exec(shown())?.[1]);
    },
    processes: async (folder) => processesOf(await listProcesses(), shell?.pid ?? -1, folder),
    close: async () => {
      script.kill('SIGKILL');
      await closed;
    },
  };
}

/** What tells a terminal something begins with it. */
const ESCAPE = String.fromCharCode(27);
const WIPED = new RegExp(`^.*${ESCAPE}\\[2K`, 'gm');
const CONTROL = new RegExp(`${ESCAPE}(?:[78]|\\[[?\\d;]*[A-Za-z])`, 'g');

/** What is left to be seen: without what a wiped line held, keys that were shown, and what only moves the cursor or hides it. */
function seen(text: string): string {
  return text.replace(WIPED, '').replaceAll('^C', '').replace(CONTROL, '');
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Waits until none of `before` runs any more, nor anything that serves `folder`. @returns what is left when the time is over. */
export async function leftAfter(
  timeoutMs: number,
  terminal: Terminal,
  folder: string,
  before: readonly RunningProcess[],
): Promise<string[]> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const all = await listProcesses();
    const serving = await terminal.processes(folder);
    const left = all.filter((one) => [...before, ...serving].some((other) => isSame(one, other)));
    if (left.length === 0 || performance.now() > deadline) return left.map(({ pid, command }) => `${pid} ${command}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
