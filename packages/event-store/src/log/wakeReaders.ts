import type pg from 'pg';

/** Where subscribers listen; the payload is empty, since it is only a hint to look. */
export const wakeChannel = 'ledger_appended';

/**
 * Gives a function that tells subscribers to look, at most once at a time: calls while a hint is on its way make one more.
 *
 * The hint is a statement of its own, after the append. Inside the append's transaction, NOTIFY would take PostgreSQL's one lock for
 * all notifying commits and hold it until the disk has the commit, so that all writers would wait for each other. A hint that gets lost
 * costs a subscriber one poll interval.
 */
export function createWaker(pool: pg.Pool): () => void {
  let sending = false;
  let again = false;
  const send = async (): Promise<void> => {
    sending = true;
    do {
      again = false;
      // Whoever closed the pool has no use for hints any more.
      await pool.query({ name: 'ledger.wake', text: 'SELECT pg_notify($1, $2)', values: [wakeChannel, ''] }).catch(() => {});
    } while (again);
    sending = false;
  };
  return () => {
    again = true;
    if (!sending) void send();
  };
}
