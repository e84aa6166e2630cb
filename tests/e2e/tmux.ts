import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { waitFor } from '@newsledger/test-support';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const PROMPT = 'next>';

/** Why no terminal can be had here; null when one can. */
export const noTmux = spawnSync('tmux', ['-V'], { stdio: 'ignore' }).status === 0 ? null : 'there is no tmux here';

/** A window of tmux with bash in it, in which somebody types: unlike a pipe it has a width, wraps lines, and is drawn anew. */
export interface TmuxWindow {
  /** Types keys as they are, without Enter. */
  readonly type: (keys: string) => Promise<void>;
  /** `Enter`, `Tab`, `C-c`. */
  readonly press: (key: string) => Promise<void>;
  /** What is to be seen, and what was scrolled away, line by line; a line that the terminal had to wrap is one line. */
  readonly lines: () => Promise<string[]>;
  /** Runs a command to its end. @returns the lines that it left below itself. */
  readonly command: (command: string, timeoutMs?: number) => Promise<string[]>;
  /** Waits until the shell asks for the next command. @returns the lines since the last one. */
  readonly untilPrompt: (timeoutMs?: number) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** @param settings of `newsledger`; those of this process don't count. */
export async function openWindow(columns: number, settings: Readonly<Record<string, string>>): Promise<TmuxWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-tmux-'));
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:NEWSLEDGER_|npm_|VITEST|TMUX|NO_COLOR|CI$)/.test(name));
  const env = { ...Object.fromEntries(inherited), ...settings, PS1: `${PROMPT} `, TERM: 'screen-256color', LANG: 'C.UTF-8' };
  const tmux = async (...args: string[]) =>
    (await run('tmux', ['-u', '-S', path.join(folder, 'socket'), '-f', '/dev/null', ...args], { env })).stdout;
  // As words of its own: a shell between would forget the prompt.
  await tmux('new-session', '-d', '-x', `${columns}`, '-y', '50', '-c', root, 'bash', '--norc', '--noprofile');
  const lines = async () => (await tmux('capture-pane', '-p', '-J', '-S', '-')).split('\n').map((line) => line.trimEnd());
  const type = async (keys: string) => void (await tmux('send-keys', '-l', '--', keys));
  const press = async (key: string) => void (await tmux('send-keys', key));
  const sinceCommand = async () => {
    const all = (await lines()).filter((line) => line !== '');
    const typed = all.findLastIndex((line) => line.startsWith(`${PROMPT} `));
    return { below: all.slice(typed + 1, -1), asks: typed >= 0 && all.at(-1) === PROMPT };
  };
  const untilPrompt = async (timeoutMs = 60_000) => {
    await waitFor('the prompt', async () => (await sinceCommand()).asks, timeoutMs);
    return (await sinceCommand()).below;
  };
  const isEmpty = async () => (await lines()).filter((line) => line !== '').join() === PROMPT;
  await waitFor('the first prompt', isEmpty);
  return {
    type,
    press,
    lines,
    untilPrompt,
    command: async (command, timeoutMs) => {
      await press('C-l');
      await tmux('clear-history');
      // A key that comes before the shell reads keys is lost.
      await waitFor('an empty screen', async () => {
        if (await isEmpty()) return true;
        await press('C-l');
        return false;
      });
      await type(command);
      await press('Enter');
      return untilPrompt(timeoutMs);
    },
    close: async () => {
      await tmux('kill-server').catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}
