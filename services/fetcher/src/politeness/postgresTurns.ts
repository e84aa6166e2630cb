import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type HostTurns, MAX_CONCURRENT } from './hostTurns.ts';

/** A request ends by itself after 30 s; whoever holds a lease longer was killed. */
const LEASE_MS = 60_000;

/** Turns of all processes that share this database: `polling.take_turn` decides under the lock of the host's row. */
export function createPostgresTurns(pool: pg.Pool, options: { leaseMs?: number } = {}): HostTurns {
  const holder = randomUUID();
  const leaseMs = options.leaseMs ?? LEASE_MS;
  return {
    async take(host, spacingMs) {
      const { rows } = await pool.query<{ leaseId: string | null; waitMs: number }>({
        name: 'polling.take_turn',
        text: `SELECT lease_id AS "leaseId", wait_ms AS "waitMs"
                 FROM polling.take_turn($1, $2, make_interval(secs => $3::float8 / 1000), $4, make_interval(secs => $5::float8 / 1000))`,
        values: [host, holder, spacingMs, MAX_CONCURRENT, leaseMs],
      });
      const { leaseId = null, waitMs = 0 } = rows[0] ?? {};
      if (leaseId === null) return { granted: false, waitMs };
      const release = async () => {
        await pool.query('DELETE FROM polling.host_lease WHERE lease_id = $1', [leaseId]);
      };
      return { granted: true, release };
    },
    async pause(host, durationMs) {
      await pool.query(
        `INSERT INTO polling.host AS known (host, next_start_at)
         VALUES ($1, clock_timestamp() + make_interval(secs => $2::float8 / 1000))
         ON CONFLICT (host) DO UPDATE SET next_start_at = greatest(known.next_start_at, excluded.next_start_at)`,
        [host, durationMs],
      );
    },
  };
}

/** Forgets hosts that nobody asked for a day, and leases and places of killed processes. */
export async function forgetIdleHosts(pool: pg.Pool): Promise<void> {
  await pool.query(`DELETE FROM polling.host WHERE next_start_at < clock_timestamp() - interval '1 day'`);
  await pool.query('DELETE FROM polling.host_lease WHERE expires_at < clock_timestamp()');
  await pool.query(`DELETE FROM polling.host_waiter WHERE comes_back_at < clock_timestamp() - interval '1 minute'`);
}
