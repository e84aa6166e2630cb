import type pg from 'pg';

/** Where subscribers listen; the payload is empty, since it is only a hint to look. */
export const wakeChannel = 'ledger_appended';

/** A busy log hints no more often than this: soon enough for people, and seldom enough to cost writers nothing that can be measured. */
const HINT_INTERVAL_MS = 50;

/**
 * Gives a function that tells subscribers to look: at once, or a moment after the last hint.
 *
 * The hint is a statement of its own, after the append. Inside the append's transaction, NOTIFY would take PostgreSQL's one lock for
 * all notifying commits and hold it until the disk has the commit, so that all writers would wait for each other. For the same reason
 * its commit doesn't wait for the disk. A hint that gets lost costs a subscriber one poll interval.
 */
export function createWaker(pool: pg.Pool): () => void {
  let isResting = false;
  let isWanted = false;
  const send = async (): Promise<void> => {
    isResting = true;
    isWanted = false;
    // Whoever closed the pool has no use for hints any more.
    await pool.query({ name: 'ledger.wake', text: hint, values: [wakeChannel, ''] }).catch(() => {});
    setTimeout(() => {
      isResting = false;
      if (isWanted) void send();
    }, HINT_INTERVAL_MS).unref();
  };
  return () => {
    isWanted = true;
    if (!isResting) void send();
  };
}

const hint = "SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";
