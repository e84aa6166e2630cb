import { spawn } from 'node:child_process';
import { chooseSteadyPort, waitFor } from '@newsledger/test-support';

/** A projector in a process of its own, as a container runs it. */
export interface ProjectorProcess {
  /** The shares that its `/metrics` say it holds; none while it doesn't answer. */
  held(): Promise<number[]>;
  /** Ends it without a word. */
  kill(): Promise<void>;
  /** Has it stand still, its connections open, until `goOn`. */
  standStill(): void;
  goOn(): void;
  /** Asks it to end. @returns its exit code; null when it was killed. */
  stop(): Promise<number | null>;
}

const STARTED_WITHIN_MS = 120_000;

/** Starts a projector without this process's NEWSLEDGER_ settings, and waits until it answers. @throws with what it printed, when it ends instead. */
export async function startProjectorProcess(environment: Readonly<Record<string, string>>): Promise<ProjectorProcess> {
  const url = `http://127.0.0.1:${await chooseSteadyPort()}`;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !variable.startsWith('NEWSLEDGER_')));
  const child = spawn(process.execPath, [new URL('../main.ts', import.meta.url).pathname], {
    env: { ...inherited, NEWSLEDGER_LOG_LEVEL: 'warn', ...environment, NEWSLEDGER_METRICS_PORT: new URL(url).port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk) => {
      printed += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await waitFor(
    'the projector',
    async () => {
      if (child.exitCode !== null) throw new Error(`the projector ended with ${child.exitCode}: ${printed}`);
      return (await fetch(`${url}/readyz`).catch(() => null))?.ok === true;
    },
    STARTED_WITHIN_MS,
  );
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    held: async () => {
      const answer = await fetch(`${url}/metrics`).catch(() => null);
      return [...((await answer?.text()) ?? '').matchAll(/^newsledger_projector_share_held\{share="(\d+)"\} 1$/gm)].map(([, share]) =>
        Number(share),
      );
    },
    standStill: () => {
      child.kill('SIGSTOP');
    },
    goOn: () => {
      child.kill('SIGCONT');
    },
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
