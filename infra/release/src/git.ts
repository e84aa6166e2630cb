import { execFileSync } from 'node:child_process';

/** Runs git in a folder. @returns what it printed, without the last line's end. @throws {Error} with what git said. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  }).trimEnd();
}
