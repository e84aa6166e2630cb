import { setTimeout as sleep } from 'node:timers/promises';
import { requestPolls } from '@newsledger/fetcher';
import { type LedgerFacts, ledgerFacts } from '../ledgerFacts.ts';
import { describeDifference, sameFacts } from './compareFacts.ts';
import { EDITIONS } from './editions.ts';
import { type FaultKind, faultKinds } from './faultKinds.ts';
import { type FaultServers, startFaultServers } from './faultServers.ts';
import { type FaultySystem, startFaultySystem, type Topology } from './faultySystem.ts';
import { findLeaks, type LeakReport } from './findLeaks.ts';
import { createRandom, type SeededRandom } from './seededRandom.ts';
import { settle } from './settle.ts';

export interface RoundsOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Editions on one system, at most `EDITIONS`; then comes a new one of the next topology. */
  readonly roundsPerSystem?: number;
  readonly topologies?: readonly Topology[];
  /** Leaves out what takes half a minute. */
  readonly isShort?: boolean;
  readonly say: (line: string) => void;
  /** Ends the run after the round at hand. */
  readonly signal?: AbortSignal;
}

export interface RoundReport {
  readonly topology: Topology;
  readonly fault: string;
  /** What was not as it is in an undisturbed run; null when nothing was. */
  readonly trouble: string | null;
  /** From the end of the fault until nothing was left to do. */
  readonly settledMs: number;
  /** Processes that ended although nobody killed them. */
  readonly ownEnds: number;
  readonly usage: LeakReport['usage'];
}

export interface RoundsReport {
  readonly rounds: readonly RoundReport[];
  /** Faults that can't be made on this machine, each with its reason. */
  readonly leftOut: readonly string[];
}

const allTopologies: readonly Topology[] = [
  { backend: 'postgres', form: 'all in one' },
  { backend: 'redis', form: 'all in one' },
  { backend: 'postgres', form: 'services', twice: 'extractor' },
  { backend: 'redis', form: 'services', twice: 'fetcher' },
  { backend: 'postgres', form: 'services', twice: 'fetcher' },
  { backend: 'redis', form: 'services', twice: 'extractor' },
  { backend: 'postgres', form: 'services', twice: 'projector' },
  { backend: 'redis', form: 'services', twice: 'projector' },
];

/** Requests that one edition's news takes about; the fault comes after some of them. */
const REQUESTS = 12;
const WAIT_FOR_REQUESTS_MS = 3_000;
/** Extraction and projection go on after the last request. */
const LATER_MS = 900;

/**
 * Publishes news edition by edition to a system of real processes, disturbs it once each time, and compares what it made of them with what an
 * undisturbed run did. The seed chooses all that is left to chance but what processes do at the same time.
 */
export async function runRounds(options: RoundsOptions): Promise<RoundsReport> {
  const servers = await startFaultServers();
  let isWell = false;
  try {
    const report = await runOn(servers, options);
    isWell = report.rounds.every(({ trouble }) => trouble === null);
    return report;
  } finally {
    await servers.close(!isWell);
    if (!isWell) options.say(`The logs of all processes are in ${servers.folder}.`);
  }
}

async function runOn(servers: FaultServers, options: RoundsOptions): Promise<RoundsReport> {
  const { seed, rounds, say, signal, topologies = allTopologies, roundsPerSystem = EDITIONS } = options;
  const possible = topologies.filter(({ backend }) => backend === 'postgres' || servers.redis !== null);
  const expected = await readUndisturbed(servers, Math.min(roundsPerSystem, rounds), signal);
  say(`an undisturbed run: ${expected.map(({ log }) => log?.length).join(', ')} events after each edition`);
  const decks = new Map(
    possible.map((topology) => [topology, createDeck(topology, servers, createRandom(seed), options.isShort === true)]),
  );
  const reports: RoundReport[] = [];
  for (let group = 0; reports.length < rounds && !signal?.aborted; group++) {
    const topology = possible[group % possible.length];
    const deck = topology === undefined ? undefined : decks.get(topology);
    if (topology === undefined || deck === undefined) break;
    const random = createRandom(seed + group + 1);
    servers.site.publish(0);
    const system = await startFaultySystem(servers, topology, `group-${group + 1}`);
    try {
      for (const [index, facts] of expected.entries()) {
        if (reports.length >= rounds || signal?.aborted) break;
        const report = await runRound(system, servers, { edition: index + 1, expected: facts, fault: deck(), random });
        reports.push(report);
        say(describe(reports.length, rounds, report));
        // What went wrong once stays in the tables.
        if (report.trouble !== null) break;
      }
    } finally {
      await system.close();
    }
  }
  const leftOut = new Set(
    faultKinds.flatMap((kind) => {
      const reasons = possible.map((topology) => kind.unless(topology, servers));
      return reasons.includes(null) ? [] : [`${kind.name}: ${reasons[0]}`];
    }),
  );
  if (servers.redis === null) leftOut.add('everything on Redis: this machine has no redis-server');
  return { rounds: reports, leftOut: [...leftOut] };
}

/** What the system says of each edition when it is left in peace. */
async function readUndisturbed(servers: FaultServers, editions: number, signal: AbortSignal | undefined): Promise<LedgerFacts[]> {
  servers.site.publish(0);
  const system = await startFaultySystem(servers, { backend: 'postgres', form: 'all in one' }, 'undisturbed');
  const facts: LedgerFacts[] = [];
  try {
    for (let edition = 1; edition <= editions; edition++) {
      signal?.throwIfAborted();
      await publish(system, servers, edition);
      let left = await settle(system);
      // A second look, as every system takes one sooner or later, finds nothing that the first left out.
      await requestPolls(system);
      left ??= await settle(system);
      if (left !== null) throw new Error(`The undisturbed run did not come to its end: ${left}`);
      facts.push(await ledgerFacts(system.pool));
    }
  } finally {
    await system.close();
  }
  return facts;
}

async function publish({ pool, store }: FaultySystem, { site }: FaultServers, edition: number): Promise<void> {
  site.publish(edition);
  await requestPolls({ pool, store });
}

async function runRound(
  system: FaultySystem,
  servers: FaultServers,
  { edition, expected, fault, random }: { edition: number; expected: LedgerFacts; fault: FaultKind; random: SeededRandom },
): Promise<RoundReport> {
  const endsBefore = ownEndsOf(system);
  // Whose clock was wrong goes on with the right one, while news comes in.
  for (const process of system.processes) if (process.isChanged()) await process.kill();
  await publish(system, servers, edition);
  await untilRequests(servers, random.below(REQUESTS));
  await sleep(random.below(LATER_MS));
  await fault.inflict(system, servers, random);
  const overAt = performance.now();
  let trouble = await settle(system);
  if (trouble === null && fault.isPublishers === true) {
    await requestPolls(system);
    trouble = await settle(system);
  }
  const settledMs = performance.now() - overAt;
  let usage: LeakReport['usage'] = [];
  if (trouble === null) {
    const found = await ledgerFacts(system.pool);
    trouble = sameFacts(found, expected) ? null : describeDifference(found, expected);
    const leaks = await findLeaks(system);
    usage = leaks.usage;
    trouble ??= leaks.leak ?? (await pagesTrouble(system));
  }
  return { topology: system.topology, fault: fault.name, trouble, settledMs, ownEnds: ownEndsOf(system) - endsBefore, usage };
}

async function untilRequests({ site }: FaultServers, requests: number): Promise<void> {
  const deadline = performance.now() + WAIT_FOR_REQUESTS_MS;
  while (site.requests() < requests && performance.now() < deadline) await sleep(10);
}

function ownEndsOf({ processes }: FaultySystem): number {
  return processes.reduce((sum, process) => sum + process.ownEnds(), 0);
}

/** The pages must be there again, with what the tables hold. */
async function pagesTrouble({ webUrl }: FaultySystem): Promise<string | null> {
  let trouble = '';
  for (let tries = 0; tries < 100; tries++) {
    try {
      const response = await fetch(`${webUrl}/figures`);
      if (response.ok && (await response.text()).includes('revenue')) return null;
      trouble = `the pages answer ${response.status}`;
    } catch (error) {
      trouble = `the pages can't be had: ${error instanceof Error ? error.message : String(error)}`;
    }
    await sleep(100);
  }
  return trouble;
}

/** Gives every kind that is possible there, in an order drawn by lot, again and again. */
function createDeck(topology: Topology, servers: FaultServers, random: SeededRandom, isShort: boolean): () => FaultKind {
  const kinds = faultKinds.filter((kind) => kind.unless(topology, servers) === null && !(isShort && kind.isLong === true));
  let left: FaultKind[] = [];
  return () => {
    if (left.length === 0) left = random.shuffled(kinds);
    const next = left.pop();
    if (next === undefined) throw new Error('There is no fault to choose.');
    return next;
  };
}

function describe(number: number, of: number, { topology, fault, trouble, settledMs, ownEnds, usage }: RoundReport): string {
  const most = usage.toSorted((a, b) => b.megabytes - a.megabytes)[0];
  return [
    `round ${number}/${of}`,
    `${topology.backend}, ${topology.form}`,
    fault,
    `settled ${(settledMs / 1000).toFixed(1)} s later`,
    ...(ownEnds > 0 ? [`${ownEnds} own ends`] : []),
    ...(most === undefined ? [] : [`at most ${Math.max(...usage.map(({ handles }) => handles))} handles, ${most.megabytes} MB`]),
    trouble === null ? 'same' : `DIFFERENT: ${trouble}`,
  ].join(' · ');
}
