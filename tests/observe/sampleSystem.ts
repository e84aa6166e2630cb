import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ServiceName } from '@newsledger/platform';
import { chooseSteadyPort, createTestDatabase, waitFor } from '@newsledger/test-support';
import type pg from 'pg';
import { runNewsledger } from '../e2e/runNewsledger.ts';

const root = path.resolve(import.meta.dirname, '../..');
const services = ['fetcher', 'extractor', 'projector', 'web'] as const satisfies readonly ServiceName[];

export interface SampleSystem {
  readonly pool: pg.Pool;
  readonly webUrl: string;
  /** Where each service shows its metrics, `host:port`. */
  readonly targets: Readonly<Record<ServiceName, string>>;
  readonly scrape: (service: ServiceName) => Promise<string>;
  /** What a service logged so far, line by line. */
  readonly logOf: (service: ServiceName) => Record<string, unknown>[];
  readonly close: () => Promise<void>;
}

/** Every service as a process of its own, on a fresh ledger, when they have read the sample newsroom and nothing is left to do. */
export async function startSampleSystem(environment: Readonly<Record<string, string>> = {}): Promise<SampleSystem> {
  const database = await createTestDatabase('whole ledger', async (url) => {
    const migrated = await runNewsledger(['migrate'], { NEWSLEDGER_POSTGRES_URL: url });
    if (migrated.code !== 0) throw new Error(`The migration failed: ${migrated.stderr}`);
  });
  const [newsroom, webPort] = [await chooseSteadyPort(), await chooseSteadyPort()];
  const targets = {
    fetcher: await freeAddress(),
    extractor: await freeAddress(),
    projector: await freeAddress(),
    web: await freeAddress(),
  };
  const processes = new Map<string, { child: ChildProcess; log: string[] }>();
  const start = (name: string, file: string, env: Record<string, string>) => {
    const child = spawn(process.execPath, [path.join(root, file)], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const log: string[] = [];
    child.stderr.on('data', (chunk) => log.push(String(chunk)));
    processes.set(name, { child, log });
  };
  start('newsroom', 'infra/newsroom/src/main.ts', { NEWSLEDGER_NEWSROOM_PORT: `${newsroom}` });
  for (const service of services)
    start(service, `services/${service}/src/main.ts`, {
      NEWSLEDGER_POSTGRES_URL: database.url,
      NEWSLEDGER_METRICS_PORT: new URL(`http://${targets[service]}`).port,
      NEWSLEDGER_SOURCES: path.join(root, 'infra/sources/sample.yaml'),
      NEWSLEDGER_NEWSROOM_URL: `http://127.0.0.1:${newsroom}`,
      NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.0/8',
      NEWSLEDGER_WEB_PORT: `${webPort}`,
      ...environment,
    });
  const { pool } = database;
  const close = async () => {
    await Promise.all([...processes.values()].map(({ child }) => end(child)));
    await database.close();
  };
  const read = async () => {
    for (const [name, { child, log }] of processes)
      if (hasEnded(child))
        throw new Error(`${name} ended by itself (${child.exitCode ?? child.signalCode}): ${log.join('').slice(-4_000)}`);
    return isSettled(pool);
  };
  try {
    await waitFor('the sample newsroom to be read', read, 240_000);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    pool,
    webUrl: `http://127.0.0.1:${webPort}`,
    targets,
    scrape: async (service) => (await fetch(`http://${targets[service]}/metrics`)).text(),
    logOf: (service) =>
      (processes.get(service)?.log ?? [])
        .join('')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line): Record<string, unknown> => JSON.parse(line)),
    close,
  };
}

async function freeAddress(): Promise<string> {
  return `127.0.0.1:${await chooseSteadyPort()}`;
}

/** All sources polled, no work left, and the tables hold all of the log. */
async function isSettled(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ settled: boolean }>(
    `SELECT (SELECT count(*) > 0 AND bool_and(last_polled_at IS NOT NULL) FROM newsledger.sources)
        AND NOT EXISTS (SELECT FROM work.pending_work)
        AND (SELECT count(*) > 100 FROM newsledger.figures)
        AND (SELECT events_behind = 0 FROM newsledger.progress) AS settled`,
  );
  return rows[0]?.settled ?? false;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
