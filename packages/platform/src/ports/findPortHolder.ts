import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** A process that listens on a port. */
export interface PortHolder {
  readonly pid: number;
  /** Its program, and the script that it runs. */
  readonly command: string;
}

/** In `/proc/net/tcp`, as the kernel's `include/net/tcp_states.h` numbers it. */
const LISTENING = '0A';

/**
 * Who listens on a TCP port of this machine, as far as this process may see it: another user's process stays hidden unless this one is
 * root. Null when nobody does or it can't be known.
 */
export async function findPortHolder(port: number): Promise<PortHolder | null> {
  return process.platform === 'linux' ? askProc(port) : askLsof(port);
}

async function askProc(port: number): Promise<PortHolder | null> {
  const sockets = new Set([...(await listeners('/proc/net/tcp', port)), ...(await listeners('/proc/net/tcp6', port))]);
  if (sockets.size === 0) return null;
  for (const pid of await readdir('/proc')) {
    if (/^\d+$/.test(pid) && (await openFiles(pid)).some((file) => sockets.has(file)))
      return { pid: Number(pid), command: await nameOf(pid) };
  }
  return null;
}

/** What `/proc/PID/fd` calls the sockets that listen on the port. */
async function listeners(table: string, port: number): Promise<string[]> {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1);
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode] = row.trim().split(/\s+/);
    return state === LISTENING && local.endsWith(`:${hexPort}`) ? [`socket:[${inode}]`] : [];
  });
}

async function openFiles(pid: string): Promise<string[]> {
  const folder = `/proc/${pid}/fd`;
  const numbers = await readdir(folder).catch(() => []);
  return Promise.all(numbers.map((number) => readlink(`${folder}/${number}`).catch(() => '')));
}

/** `node services/cli/src/main.ts` says more than the name of a thread. Further arguments may be secret. */
async function nameOf(pid: string): Promise<string> {
  const [program = '', script = ''] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  const name = path.basename(program) || 'a program';
  return script === '' || script.startsWith('-') ? name : `${name} ${script}`;
}

async function askLsof(port: number): Promise<PortHolder | null> {
  try {
    const { stdout } = await promisify(execFile)('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { timeout: 5_000 });
    const [, pid, command] = /^p(\d+)\n(?:.*\n)*?c(.+)$/m.exec(stdout) ?? [];
    return pid === undefined || command === undefined ? null : { pid: Number(pid), command };
  } catch {
    return null;
  }
}
