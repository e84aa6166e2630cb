import { readdir, readFile } from 'node:fs/promises';

/** A process of this machine, as Linux tells of it in `/proc`. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Ticks since the machine started; with the number it names a process for ever, since numbers come again. */
  readonly startedAt: string;
  readonly command: string;
}

export async function listProcesses(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map(readProcess));
  return found.filter((process) => process !== null);
}

/** Null when it has ended by now, or waits for nothing but to be taken note of. */
async function readProcess(pid: string): Promise<RunningProcess | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name in parentheses, which may hold anything.
    const [state = '', parent = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return null;
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    return { pid: Number(pid), parent: Number(parent), startedAt: rest[17] ?? '', command };
  } catch {
    return null;
  }
}

/** The processes below `root`, and all that name `folder` in their command with what is below them. */
export function processesOf(all: readonly RunningProcess[], root: number, folder: string): RunningProcess[] {
  const found = new Map<number, RunningProcess>();
  const add = (process: RunningProcess) => {
    if (found.has(process.pid)) return;
    found.set(process.pid, process);
    for (const child of all) if (child.parent === process.pid) add(child);
  };
  for (const process of all) if (process.parent === root || process.command.includes(folder)) add(process);
  return [...found.values()];
}

export function isSame(a: RunningProcess, b: RunningProcess): boolean {
  return a.pid === b.pid && a.startedAt === b.startedAt;
}
