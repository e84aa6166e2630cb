import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createEventStore, type EventStore } from '@newsledger/event-store';
import { readAllSources } from '@newsledger/fetcher';
import { openPool } from '@newsledger/platform';
import { createQueues, type Queues } from '@newsledger/queues';
import { chooseSteadyPort, waitFor } from '@newsledger/test-support';
import type pg from 'pg';
import { outlets } from './editions.ts';
import type { FaultServers } from './faultServers.ts';
import { type Program, type Supervised, supervise } from './supervise.ts';
import { startTcpProxy, type TcpProxy } from './tcpProxy.ts';

/** Where jobs are kept, and whether each service is a process of its own or all of them are one. */
export interface Topology {
  readonly backend: 'postgres' | 'redis';
  readonly form: 'services' | 'all in one';
  /** A service that runs twice, so that one takes over what the other leaves. */
  readonly twice?: Service;
}

/** The whole of Newsledger as real processes on a fresh database, each reaching its servers by a way that can be cut. */
export interface FaultySystem {
  readonly topology: Topology;
  readonly database: string;
  readonly processes: readonly Supervised[];
  readonly ways: { readonly postgres: TcpProxy; readonly redis: TcpProxy | null };
  /** Straight to the servers, for looking. */
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly queues: Queues;
  readonly webUrl: string;
  close(): Promise<void>;
}

/** What PostgreSQL calls the sessions of whoever looks. */
export const OWN_NAME = 'faults';

/** How long a silent worker keeps its job in these runs, in milliseconds. */
export const JOB_LOCK_MS = 4_000;

const services = ['fetcher', 'extractor', 'projector', 'web'] as const;
type Service = (typeof services)[number];

const START_MS = 300_000;

const root = path.resolve(import.meta.dirname, '../../..');

/** Starts a system and waits until it follows its sources. */
export async function startFaultySystem(servers: FaultServers, topology: Topology, name: string): Promise<FaultySystem> {
  const database = `faults_${name.replaceAll(/\W/g, '_')}`;
  const folder = path.join(servers.folder, name);
  await mkdir(folder, { recursive: true });
  await servers.postgres.createDatabase(database, servers.template);
  const postgres = await startTcpProxy(servers.postgres.port);
  const redis = topology.backend === 'redis' ? await startTcpProxy(Number(new URL(redisOf(servers)).port)) : null;
  const webPort = await chooseSteadyPort();
  const sources = path.join(folder, 'sources.yaml');
  await writeFile(sources, sourcesFile(servers.site.origin));

  const pool = openPool({ url: servers.postgres.urlOf(database), max: 4, name: OWN_NAME });
  const store = createEventStore(pool);
  const queues = await createQueues({
    backend: topology.backend,
    postgresUrl: `${servers.postgres.urlOf(database)}?application_name=${OWN_NAME}`,
    ...(redis !== null && { redisUrl: redisOf(servers) }),
  });
  const environment = {
    ...inherited(),
    NEWSLEDGER_POSTGRES_URL: through(servers.postgres.urlOf(database), postgres),
    ...(redis !== null && { NEWSLEDGER_REDIS_URL: through(redisOf(servers), redis) }),
    NEWSLEDGER_QUEUE_BACKEND: topology.backend,
    NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.0/8',
    NEWSLEDGER_SOURCES: sources,
    NEWSLEDGER_WEB_PORT: `${webPort}`,
    NEWSLEDGER_DATA_DIR: path.join(folder, 'data'),
    NEWSLEDGER_JOB_LOCK_MS: `${JOB_LOCK_MS}`,
    NEWSLEDGER_RETRY_MS: '200',
    NEWSLEDGER_SWEEP_MS: '1000',
    // The same files are compiled some hundred times in a run.
    NODE_COMPILE_CACHE: path.join(servers.folder, 'compiled'),
  };
  const processes = programs(topology, folder, environment).map(supervise);
  const system: FaultySystem = {
    topology,
    database,
    processes,
    ways: { postgres, redis },
    pool,
    store,
    queues,
    webUrl: `http://127.0.0.1:${webPort}`,
    close: async () => {
      await Promise.all(processes.map((process) => process.stop()));
      await queues.close();
      await pool.end();
      await Promise.all([postgres.close(), redis?.close()]);
      await servers.postgres.ensureRunning();
      await servers.postgres.dropDatabase(database);
      if (servers.redis !== null) {
        await servers.redis.stop();
        await servers.redis.restart();
      }
    },
  };
  try {
    await waitFor('the sources', async () => (await readAllSources(store)).size >= outlets.length, START_MS);
    return system;
  } catch (error) {
    await system.close();
    throw error;
  }
}

function programs(topology: Topology, folder: string, environment: Readonly<Record<string, string>>): Program[] {
  const program = (name: string, ...args: string[]): Program => ({ name, args, environment, logFile: path.join(folder, `${name}.log`) });
  if (topology.form === 'all in one') {
    const { NEWSLEDGER_SOURCES: sources = '' } = environment;
    return [program('up', path.join(root, 'services/cli/src/main.ts'), 'up', '--sources', sources)];
  }
  return [...services, ...(topology.twice === undefined ? [] : [topology.twice])].map((service, index) =>
    program(index < services.length ? service : `${service} 2`, path.join(root, `services/${service}/src/main.ts`)),
  );
}

/** Settings of whoever runs this are not the system's. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(?:NEWSLEDGER_|VITEST|NODE_ENV)/.test(name) ? [] : [[name, value]],
    ),
  );
}

function redisOf({ redis }: FaultServers): string {
  if (redis === null) throw new Error('This machine has no redis-server.');
  return redis.url;
}

function through(address: string, { port }: TcpProxy): string {
  const url = new URL(address);
  url.port = `${port}`;
  return url.toString();
}

/** Polls are asked for by the rounds; scheduled ones are far apart. */
function sourcesFile(origin: string): string {
  const entries = outlets.map(
    (outlet) => `  - id: ${outlet}\n    name: The ${outlet}\n    url: ${origin}/${outlet}/feed.xml\n    kind: feed\n    every: 6h\n`,
  );
  return `sources:\n${entries.join('')}`;
}
