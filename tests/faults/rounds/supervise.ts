import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { endWithProcess, waitFor } from '@newsledger/test-support';
import { isSame, listProcesses, type RunningProcess } from '../processes.ts';

/** One process of the system that is started again whenever it ends, as whoever runs it for good does. */
export interface Supervised {
  readonly name: string;
  /** SIGKILL, and a new start with `environment` besides what it has always. */
  kill(environment?: Readonly<Record<string, string>>): Promise<void>;
  /** Whether it was started with more than it has always, and so runs unlike the others. */
  isChanged(): boolean;
  /** SIGSTOP for so long, then SIGCONT. */
  pause(ms: number): Promise<void>;
  /** How often it ended although nobody killed it. */
  ownEnds(): number;
  /** What it holds of the machine now; null between two starts. */
  usage(): Promise<Usage | null>;
  /** Processes that it had started when it was killed, and that run still. */
  orphans(): Promise<readonly RunningProcess[]>;
  /** Ends it for good, politely. */
  stop(): Promise<void>;
}

export interface Usage {
  readonly pid: number;
  /** Open files and sockets. */
  readonly handles: number;
  /** Resident memory of it and all processes below it, in megabytes. */
  readonly megabytes: number;
}

export interface Program {
  readonly name: string;
  /** For Node: a script and its arguments. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

const RESTART_MS = 300;
const STOP_MS = 15_000;

export function supervise({ name, args, environment, logFile }: Program): Supervised {
  const log = openSync(logFile, 'a');
  const left: RunningProcess[] = [];
  let more: Readonly<Record<string, string>> = {};
  let isStopping = false;
  let wasKilled = false;
  let ownEnds = 0;
  let child: ChildProcess;
  const start = () => {
    wasKilled = false;
    child = spawn(process.execPath, [...args], { env: { ...environment, ...more }, stdio: ['ignore', log, log] });
    // A run that is killed tears nothing down itself.
    const callOff = child.pid === undefined ? () => {} : endWithProcess(child.pid);
    child.once('exit', () => {
      callOff();
      if (isStopping) return;
      if (!wasKilled) ownEnds += 1;
      setTimeout(() => {
        if (!isStopping) start();
      }, RESTART_MS);
    });
  };
  start();
  return {
    name,
    kill: async (environment = {}) => {
      more = environment;
      left.push(...(await listProcesses()).filter(({ parent }) => parent === child.pid));
      wasKilled = true;
      child.kill('SIGKILL');
    },
    isChanged: () => Object.keys(more).length > 0,
    pause: async (ms) => {
      child.kill('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, ms));
      child.kill('SIGCONT');
    },
    ownEnds: () => ownEnds,
    usage: async () => (child.pid === undefined || child.exitCode !== null ? null : usageOf(child.pid)),
    orphans: async () => {
      const all = await listProcesses();
      return left.filter((process) => all.some((other) => isSame(process, other)));
    },
    stop: async () => {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      const ended = () => child.exitCode !== null || child.signalCode !== null;
      await waitFor(`the end of ${name}`, ended, STOP_MS).catch(() => child.kill('SIGKILL'));
    },
  };
}

async function usageOf(pid: number): Promise<Usage | null> {
  try {
    const handles = (await readdir(`/proc/${pid}/fd`)).length;
    const below = (await listProcesses()).filter(({ parent }) => parent === pid);
    const sizes = await Promise.all([pid, ...below.map((process) => process.pid)].map(residentMegabytes));
    return { pid, handles, megabytes: sizes.reduce((sum, size) => sum + size, 0) };
  } catch {
    return null;
  }
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024);
}
