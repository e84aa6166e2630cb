import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/**
 * Ends a server when this process is gone, however it went: a test run that is killed tears nothing down itself. A shell waits for the end
 * of a pipe that only this process holds open.
 * @returns calls it off, for a server that has ended: its number may be another process's by then.
 */
export function endWithProcess(serverPid: number): () => void {
  const watcher = spawn('sh', ['-c', `cat >/dev/null; kill -INT ${serverPid} 2>/dev/null`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as Socket).unref();
  return () => void watcher.kill('SIGKILL');
}
