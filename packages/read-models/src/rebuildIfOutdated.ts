import { type EventStore, hasParked } from '@newsledger/event-store';
import { PLACED_FROM, ruleOf } from '@newsledger/reconcile';
import type pg from 'pg';
import { dropGenerations, NEXT_GENERATION } from './generations/dropGenerations.ts';
import { loadRules, type Rules } from './load/loadRules.ts';
import { type RebuildParkingOptions, rebuildParking } from './parking/rebuildParking.ts';
import { PROJECTOR } from './projectorName.ts';
import { rebuild } from './rebuild.ts';
import { saveRules } from './save/saveRules.ts';

/** Counts up when the fold writes other rows for the same events; the rules of reconciling count for themselves. */
const FOLD = 'fold/9';

/**
 * Makes the tables anew when other rules made them, an older release's or another threshold's: rows of two rules side by side would not be
 * what a rebuild gives. Readers go on meanwhile. Several processes may ask at once; one works, the others wait for it.
 * Events that were parked are tried again, and stay parked when they still fail.
 * @param askedFor the certainty from which claims shall count, 0 to 1; null for that of the rules. What was asked for last stands when left out.
 * @param options `mayPark: 'any'` goes on without whatever else can't be folded.
 * @returns whether a rebuild was needed.
 * @throws {RebuildStoppedError} at an event that can't be folded and was not parked before.
 */
export async function rebuildIfOutdated(
  pool: pg.Pool,
  store: EventStore,
  askedFor?: number | null,
  options: Pick<RebuildParkingOptions, 'mayPark' | 'onProgress' | 'apply'> = { mayPark: 'known' },
): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended('newsledger: rules of the tables', 0))");
    const known = await loadRules(client);
    const wanted = rulesFor(askedFor === undefined ? (known?.askedFor ?? null) : askedFor);
    if (known?.rules === wanted.rules) {
      if (known.askedFor !== wanted.askedFor) await saveRules(client, wanted);
      await dropUnfinished(client);
      return false;
    }
    // Where nothing is parked and nothing may be, the plain rebuild does the same, sooner.
    if (options.mayPark === 'any' || (await hasParked(client, PROJECTOR))) await rebuildParking(pool, store, { ...options, rules: wanted });
    else await rebuild(pool, store, { ...options, rules: wanted });
    return true;
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtextextended('newsledger: rules of the tables', 0))").catch(() => {});
    client.release();
  }
}

/** Drops what a rebuild that ended in the middle left behind; one that is at work keeps its tables. */
async function dropUnfinished(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${NEXT_GENERATION}) AS locked`);
  if (!rows[0]?.locked) return;
  await dropGenerations(client).finally(() => client.query(`SELECT pg_advisory_unlock(${NEXT_GENERATION})`));
}

function rulesFor(askedFor: number | null): Rules {
  const placedFrom = askedFor ?? PLACED_FROM;
  return { rules: `${FOLD}, ${ruleOf(placedFrom)}`, placedFrom, askedFor };
}
