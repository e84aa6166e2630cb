import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultServers } from './faultServers.ts';
import type { Misbehaviour } from './faultSite.ts';
import { type FaultySystem, JOB_LOCK_MS, type Topology } from './faultySystem.ts';
import type { SeededRandom } from './seededRandom.ts';
import type { TcpProxy } from './tcpProxy.ts';

/** One way to disturb a system at work. */
export interface FaultKind {
  readonly name: string;
  /** Does it, and resolves when it is over. */
  readonly inflict: (system: FaultySystem, servers: FaultServers, random: SeededRandom) => Promise<void>;
  /** Null where it can happen; otherwise why not. */
  readonly unless: (topology: Topology, servers: FaultServers) => string | null;
  /** The publishers failed: whoever follows them polls again later. */
  readonly isPublishers?: boolean;
  /** Takes half a minute, so that the short form leaves it out. */
  readonly isLong?: boolean;
}

const HOUR_MS = 3_600_000;
/** Retries of a page must not be used up, since the feed's entry would then be read instead. */
const PUBLISHERS_MS = [300, 1_800] as const;
const AWAY_MS = [200, 2_500] as const;

const always = () => null;
const onRedis = ({ backend }: Topology) => (backend === 'redis' ? null : 'jobs are not in Redis');
const clockDoor = new URL('shiftedClock.mjs', import.meta.url).href;

export const faultKinds: readonly FaultKind[] = [
  ...['fetcher', 'extractor', 'projector', 'web', 'up'].flatMap((process): FaultKind[] => [
    {
      name: `SIGKILL of ${process}`,
      unless: has(process),
      inflict: async (system, _servers, random) => processOf(system, process, random).kill(),
    },
    {
      name: `SIGSTOP of ${process} for longer than a lock`,
      unless: has(process),
      inflict: async (system, _servers, random) =>
        processOf(system, process, random).pause(random.between(Math.ceil(JOB_LOCK_MS * 1.3), JOB_LOCK_MS * 2)),
    },
  ]),
  {
    name: 'SIGKILL of every process',
    unless: always,
    inflict: async ({ processes }) => {
      await Promise.all(processes.map((process) => process.kill()));
    },
  },
  {
    name: 'Redis killed and started empty',
    unless: onRedis,
    inflict: async (_system, { redis }, random) => {
      await redis?.stop();
      await sleep(random.between(...AWAY_MS));
      await redis?.restart();
    },
  },
  {
    name: 'Redis away for 30 s',
    unless: onRedis,
    isLong: true,
    inflict: async (_system, { redis }) => {
      await redis?.stop();
      await sleep(30_000);
      await redis?.restart();
    },
  },
  {
    name: 'FLUSHALL',
    unless: onRedis,
    inflict: async (_system, { redis }) => redis?.flush(),
  },
  {
    name: 'PostgreSQL killed by SIGQUIT and started again',
    unless: always,
    inflict: async (_system, { postgres }, random) => {
      await postgres.crash();
      await sleep(random.between(...AWAY_MS));
      await postgres.ensureRunning();
    },
  },
  {
    name: 'connections to PostgreSQL cut',
    unless: always,
    inflict: async ({ ways }) => ways.postgres.cut(),
  },
  {
    name: 'connections to Redis cut',
    unless: onRedis,
    inflict: async ({ ways }) => ways.redis?.cut(),
  },
  {
    name: 'connections to PostgreSQL half open',
    unless: always,
    inflict: ({ ways }, _servers, random) => silence(ways.postgres, random),
  },
  {
    name: 'connections to Redis half open',
    unless: onRedis,
    inflict: async ({ ways }, _servers, random) => {
      if (ways.redis !== null) await silence(ways.redis, random);
    },
  },
  publishers('answers 5xx'),
  publishers('resets connections'),
  publishers('sends endless bodies'),
  {
    name: 'the disk of the database full',
    unless: (_topology, { disk }) => (typeof disk === 'string' ? disk : null),
    inflict: async (_system, { disk, postgres }, random) => {
      if (typeof disk === 'string') return;
      await disk.fill();
      await sleep(random.between(...AWAY_MS));
      await disk.relieve();
      await postgres.ensureRunning();
    },
  },
  clock('an hour ahead', HOUR_MS),
  clock('an hour behind', -HOUR_MS),
];

function has(process: string) {
  return ({ form }: Topology) => ((process === 'up') === (form === 'all in one') ? null : `there is no ${process}`);
}

/** One of those of that name. */
function processOf({ processes }: FaultySystem, name: string, random: SeededRandom) {
  return random.pick(processes.filter((process) => process.name === name || process.name === `${name} 2`));
}

/** What the kernel's keep-alive does after some seconds, the end of the silence does here. */
async function silence(way: TcpProxy, random: SeededRandom): Promise<void> {
  way.silence();
  await sleep(random.between(JOB_LOCK_MS, JOB_LOCK_MS * 2));
  way.restore();
}

function publishers(how: Misbehaviour): FaultKind {
  return {
    name: `the publishers' server ${how}`,
    unless: always,
    isPublishers: true,
    inflict: async (_system, { site }, random) => {
      site.misbehave(how);
      await sleep(random.between(...PUBLISHERS_MS));
      site.misbehave(null);
    },
  };
}

/** A process that starts with a wrong clock, and keeps it until the next round. */
function clock(what: string, offsetMs: number): FaultKind {
  return {
    name: `a process's clock ${what}`,
    unless: always,
    inflict: async ({ processes }, _servers, random) =>
      random.pick(processes).kill({ NODE_OPTIONS: `--import ${clockDoor}`, FAULTS_CLOCK_OFFSET_MS: `${offsetMs}` }),
  };
}
