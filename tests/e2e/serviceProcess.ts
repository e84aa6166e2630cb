import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { chooseSteadyPort, waitFor } from '@newsledger/test-support';

export type ServiceName = 'fetcher' | 'extractor' | 'projector' | 'web';

/** A service in a process of its own, as a container runs it. */
export interface ServiceProcess {
  readonly name: ServiceName;
  /** Where it serves `/metrics` and `/readyz`. */
  readonly url: string;
  /** All that it printed so far. */
  readonly output: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

const services = path.resolve(import.meta.dirname, '../../services');

/** Starts a service without this process's NEWSLEDGER_ settings. */
export async function startService(name: ServiceName, environment: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const port = await chooseSteadyPort();
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !variable.startsWith('NEWSLEDGER_')));
  const child = spawn(process.execPath, [path.join(services, name, 'src/main.ts')], {
    env: { ...inherited, ...environment, NEWSLEDGER_METRICS_PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { name, url: `http://127.0.0.1:${port}`, output: () => said.join(''), ended, stop: () => stop(child, ended) };
}

/** Waits until the service says that it is ready. @throws {Error} with what it printed, when it ends instead. */
export async function untilReady(service: ServiceProcess): Promise<void> {
  let code: number | null | undefined;
  service.ended.then((exit) => {
    code = exit;
  });
  await waitFor(
    `the ${service.name}`,
    async () => {
      if (code !== undefined) throw new Error(`the ${service.name} ended with ${code}: ${service.output()}`);
      return (await fetch(`${service.url}/readyz`).catch(() => null))?.ok === true;
    },
    60_000,
  );
}

async function stop(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}
