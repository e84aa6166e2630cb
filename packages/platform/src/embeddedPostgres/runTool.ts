import { spawn } from 'node:child_process';
import type { ServerUser } from './serverUser.ts';

export interface ToolResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs one of PostgreSQL's programs to its end. It gets a session of its own, so that a Ctrl-C in the terminal doesn't break off a server that
 * is being made or stopped; when `signal` aborts, it is interrupted the way that its manual page says.
 */
export function runTool(
  file: string,
  args: readonly string[],
  { user, signal }: { user: ServerUser | null; signal?: AbortSignal | undefined },
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...(user ?? {}),
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    const interrupt = () => child.kill('SIGINT');
    signal?.addEventListener('abort', interrupt, { once: true });
    const chunks: string[] = [];
    child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
    child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
    child.once('error', reject);
    // A server inherits no pipe of ours (pg_ctl sends its output to the log), so waiting for `exit` is enough.
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', interrupt);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output: chunks.join('') });
    });
  });
}
