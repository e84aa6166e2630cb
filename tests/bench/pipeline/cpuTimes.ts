import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks per second that `/proc` counts in. */
const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

export interface ProcessTime {
  readonly pid: number;
  readonly command: string;
  /** Processor time since its start, in milliseconds. */
  readonly ms: number;
}

/** Processor time of every process that runs now, by its number. Linux only. */
export async function cpuTimes(): Promise<Map<number, ProcessTime>> {
  const times = new Map<number, ProcessTime>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => null);
    if (stat === null || command === null) continue;
    // The second field is a name in parentheses, which may hold anything; user and system time are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    times.set(Number(name), { pid: Number(name), command: command.replaceAll('\0', ' ').trim(), ms: (ticks / TICKS_PER_SECOND) * 1_000 });
  }
  return times;
}
