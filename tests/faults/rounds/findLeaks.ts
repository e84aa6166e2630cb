import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultySystem, OWN_NAME } from './faultySystem.ts';
import type { Usage } from './supervise.ts';

/** A service's pools of connections and its readers' pipes come to some sixty; all in one has those of all. */
const MAX_HANDLES = { services: 130, 'all in one': 220 };
/** With the processes that read pages and texts below it. */
const MAX_MEGABYTES = { services: 1_000, 'all in one': 1_600 };

/** Connections close when their other end is gone, which takes a moment. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 100;

export interface LeakReport {
  /** Null when there is none. */
  readonly leak: string | null;
  readonly usage: readonly (Usage & { readonly name: string })[];
}

/** Looks for what a settled system should not hold: sessions of nobody, open transactions, orphans, ever more handles or memory. */
export async function findLeaks(system: FaultySystem): Promise<LeakReport> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const report = await look(system).catch((error: unknown) => ({ leak: `it could not be looked for: ${String(error)}`, usage: [] }));
    if (report.leak === null || performance.now() > deadline) return report;
    await sleep(LOOK_EVERY_MS);
  }
}

async function look(system: FaultySystem): Promise<LeakReport> {
  const { processes, topology } = system;
  const usage: (Usage & { name: string })[] = [];
  const leaks: string[] = [];
  for (const process of processes) {
    const used = await process.usage();
    if (used === null) leaks.push(`${process.name} does not run`);
    else usage.push({ name: process.name, ...used });
    const orphans = await process.orphans();
    if (orphans.length > 0) leaks.push(`${process.name} left ${orphans.map(({ pid, command }) => `${pid} ${command}`).join('; ')}`);
  }
  for (const { name, handles, megabytes } of usage) {
    if (handles > MAX_HANDLES[topology.form]) leaks.push(`${name} has ${handles} open handles`);
    if (megabytes > MAX_MEGABYTES[topology.form]) leaks.push(`${name} holds ${megabytes} MB`);
  }
  return { leak: [...leaks, ...(await sessionsOfNobody(system))].join('; ') || null, usage };
}

/** Each session of the server belongs to a connection that somebody holds open. */
async function sessionsOfNobody({ pool, database, ways }: FaultySystem): Promise<string[]> {
  const { rows } = await pool.query<{ sessions: number; idling: number }>(
    `SELECT count(*)::integer                                                  AS sessions,
            count(*) FILTER (WHERE state LIKE 'idle in transaction%')::integer AS idling
       FROM pg_stat_activity
      WHERE datname = $1 AND backend_type = 'client backend' AND application_name <> $2`,
    [database, OWN_NAME],
  );
  const [{ sessions, idling } = { sessions: 0, idling: 0 }] = rows;
  const open = ways.postgres.open();
  return [
    ...(sessions > open ? [`PostgreSQL has ${sessions} sessions, of which ${open} are held open`] : []),
    ...(idling > 0 ? [`${idling} transactions are open`] : []),
  ];
}
