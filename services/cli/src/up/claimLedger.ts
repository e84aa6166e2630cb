import { openClient } from '@newsledger/platform';
import { UsageError } from '../usageError.ts';

/** Any number that nobody else locks: "newsledger up" in a phone's keypad. */
const UP_LOCK = 639_753_343;

/**
 * Makes sure that one `up` runs on a ledger. The lock goes with its connection, so a killed process leaves none behind.
 * @returns gives the claim back.
 * @throws {UsageError} when another `up` runs already.
 */
export async function claimLedger(url: string): Promise<() => Promise<void>> {
  const client = await openClient({ url, name: 'newsledger up' });
  // The server may need a moment to notice that a killed process is gone.
  for (let attempt = 0; attempt < 20; attempt++) {
    const { rows } = await client.query<{ won: boolean }>('SELECT pg_try_advisory_lock($1) AS won', [UP_LOCK]);
    if (rows[0]?.won === true) return () => client.end();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await client.end();
  throw new UsageError('Another "newsledger up" runs on this ledger. Stop it first, or give this one a folder of its own with --data-dir.');
}
