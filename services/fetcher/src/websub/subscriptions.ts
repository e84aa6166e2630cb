import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Hub } from './hubOf.ts';

/** One source's standing with its hub; the states are explained in the table's comments. */
export interface Subscription extends Hub {
  readonly sourceId: string;
  readonly token: string;
  readonly secret: string;
  readonly state: 'wanted' | 'asked' | 'active' | 'denied' | 'unreliable' | 'ending';
  readonly leaseEndsAt: Date | null;
  readonly failures: number;
  readonly missed: number;
}

const COLUMNS = `source_id AS "sourceId", topic, hub, token, secret, state, lease_ends_at AS "leaseEndsAt", failures, missed`;

/** Polls in a row that may find what the hub did not announce: one can cross the announcement on its way. */
const MISSES_UNTIL_UNRELIABLE = 2;

type Client = pg.Pool | pg.ClientBase;

export async function loadSubscription(client: Client, sourceId: string): Promise<Subscription | null> {
  const { rows } = await client.query<Subscription>(`SELECT ${COLUMNS} FROM polling.websub WHERE source_id = $1`, [sourceId]);
  return rows[0] ?? null;
}

/** By the last part of the callback address. */
export async function findSubscription(client: Client, token: string): Promise<Subscription | null> {
  const { rows } = await client.query<Subscription>(`SELECT ${COLUMNS} FROM polling.websub WHERE token = $1`, [token]);
  return rows[0] ?? null;
}

/** Wants a source to be announced by this hub; another hub or topic than before begins anew, with another secret. */
export async function wantSubscription(client: Client, sourceId: string, { hub, topic }: Hub): Promise<void> {
  await client.query(
    `INSERT INTO polling.websub AS known (source_id, topic, hub, token, secret, state, next_try_at)
     VALUES ($1, $2, $3, $4, $5, 'wanted', now())
     ON CONFLICT (source_id) DO UPDATE
     SET topic = excluded.topic, hub = excluded.hub, token = excluded.token, secret = excluded.secret, state = excluded.state,
         next_try_at = excluded.next_try_at, lease_ends_at = NULL, failures = 0, missed = 0, last_error = NULL
     WHERE (known.topic, known.hub) <> (excluded.topic, excluded.hub) OR known.state = 'ending'`,
    [sourceId, topic, hub, randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')],
  );
}

/** Ends the subscription of one source, if it has one: the hub is told soon. */
export async function endSubscription(client: Client, sourceId: string): Promise<void> {
  await client.query(
    "UPDATE polling.websub SET state = 'ending', next_try_at = now(), failures = 0 WHERE source_id = $1 AND state <> 'ending'",
    [sourceId],
  );
}

/** Ends the subscriptions of all sources but these. */
export async function endOtherSubscriptions(client: Client, followed: readonly string[]): Promise<void> {
  await client.query(
    "UPDATE polling.websub SET state = 'ending', next_try_at = now(), failures = 0 WHERE source_id <> ALL ($1::text[]) AND state <> 'ending'",
    [followed],
  );
}

/** Takes subscriptions whose hub is to be asked now; another process gets them only when this one has not come back for them. */
export async function takeDueSubscriptions(client: Client, options: { limit: number; graceMs: number }): Promise<Subscription[]> {
  const { rows } = await client.query<Subscription>(
    `UPDATE polling.websub
        SET next_try_at = now() + make_interval(secs => $2::float8 / 1000),
            state       = CASE WHEN state IN ('active', 'unreliable', 'ending') THEN state ELSE 'asked' END
      WHERE source_id IN (SELECT source_id FROM polling.websub WHERE next_try_at <= now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [options.limit, options.graceMs],
  );
  return rows;
}

/** The hub asked whether the subscription is meant, and it was: it holds for so long, and is renewed when a fifth of that is left. */
export async function confirmSubscription(client: Client, token: string, leaseSeconds: number): Promise<void> {
  await client.query(
    `UPDATE polling.websub
        SET state = 'active', failures = 0, missed = 0, last_error = NULL,
            lease_ends_at = now() + make_interval(secs => $2), next_try_at = now() + make_interval(secs => $2 * 0.8)
      WHERE token = $1`,
    [token, leaseSeconds],
  );
}

/** A request failed or went unanswered: ask again after a pause that doubles up to a day. */
export async function noteHubFailure(client: Client, token: string, error: string): Promise<void> {
  await client.query(
    `UPDATE polling.websub
        SET failures = failures + 1, last_error = $2,
            next_try_at = now() + least(interval '5 minutes' * 2 ^ least(failures, 12), interval '1 day')
      WHERE token = $1`,
    [token, error.slice(0, 600)],
  );
}

/** The hub refuses; it is asked again in a week. */
export async function noteDenial(client: Client, token: string, reason: string): Promise<void> {
  await client.query(
    `UPDATE polling.websub SET state = 'denied', lease_ends_at = NULL, last_error = $2, next_try_at = now() + interval '7 days' WHERE token = $1`,
    [token, reason.slice(0, 600)],
  );
}

export async function notePush(client: Client, token: string): Promise<void> {
  await client.query(
    `UPDATE polling.websub
        SET last_push_at = now(), missed = 0, state = CASE WHEN state = 'unreliable' AND lease_ends_at > now() THEN 'active' ELSE state END
      WHERE token = $1`,
    [token],
  );
}

/** A poll found what the hub should have announced. When that happens again, polls go on as if there were no hub, and it is asked anew. */
export async function noteMiss(client: Client, sourceId: string): Promise<void> {
  await client.query(
    `UPDATE polling.websub
        SET missed = missed + 1,
            state       = CASE WHEN missed + 1 >= $2 THEN 'unreliable' ELSE state END,
            next_try_at = CASE WHEN missed + 1 >= $2 THEN now() + interval '1 hour' ELSE next_try_at END
      WHERE source_id = $1 AND state = 'active'`,
    [sourceId, MISSES_UNTIL_UNRELIABLE],
  );
}

export async function deleteSubscription(client: Client, token: string): Promise<void> {
  await client.query('DELETE FROM polling.websub WHERE token = $1', [token]);
}
