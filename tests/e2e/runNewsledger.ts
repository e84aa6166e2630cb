import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const main = path.resolve(import.meta.dirname, '../../services/cli/src/main.ts');

export interface Run {
  readonly process: ChildProcess;
  /** Resolves when the process has ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>;
}

/** Starts `newsledger ARGS` as a user would, without this process's NEWSLEDGER_ settings; `pipe` opens its standard input. */
export function startNewsledger(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  stdin: 'ignore' | 'pipe' = 'ignore',
): Run {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NEWSLEDGER_')));
  const child = spawn(process.execPath, [main, ...args], { env: { ...inherited, ...environment }, stdio: [stdin, 'pipe', 'pipe'] });
  const chunks = { stdout: [] as string[], stderr: [] as string[] };
  child.stdout?.on('data', (chunk) => chunks.stdout.push(String(chunk)));
  child.stderr?.on('data', (chunk) => chunks.stderr.push(String(chunk)));
  const ended = new Promise<Awaited<Run['ended']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout: chunks.stdout.join(''), stderr: chunks.stderr.join('') }));
  });
  return { process: child, ended };
}

/** Runs `newsledger ARGS` to its end. */
export function runNewsledger(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run['ended'] {
  return startNewsledger(args, environment).ended;
}
