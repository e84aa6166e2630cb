import type pg from 'pg';
import { PROJECTOR } from '../projectorName.ts';
import { REST } from './keyShare.ts';

/** Class of the advisory locks of shares, "NS" in ASCII: the number of a share is held by one session, 0 by each that may hold some. */
export const SHARE_LOCKS = 0x4e53;

/** A share of the tables as those who fold them hold it. */
export interface ShareRow {
  readonly share: number;
  /** Number of the session that holds it; null while nobody does. The rest is held by who leads. */
  readonly heldBy: number | null;
  /** Positions between the end of the log and its rows. */
  readonly lagEvents: number;
}

/** All shares, the rest first; none while one process folds everything. */
export async function listShares(database: pg.Pool | pg.ClientBase): Promise<ShareRow[]> {
  const { rows } = await database.query<ShareRow>(
    `SELECT share.share, held.pid AS "heldBy",
            greatest(logged.position - greatest(share.position, done.position), 0)::float8 AS "lagEvents"
       FROM projection.share
      CROSS JOIN (SELECT coalesce(max(position), 0) AS position FROM ledger.events) AS logged
      CROSS JOIN (SELECT coalesce(max(position), 0) AS position FROM ledger.checkpoints WHERE name = $1) AS done
       LEFT JOIN pg_locks AS held
              ON held.locktype = 'advisory' AND held.granted
             AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
             AND CASE WHEN share.share = ${REST}
                   THEN held.objsubid = 1 AND (held.classid::bigint << 32) + held.objid::bigint = ledger.subscription_lock($1)
                   ELSE held.objsubid = 2 AND held.classid = ${SHARE_LOCKS} AND held.objid = share.share::oid
                 END
      ORDER BY share.share`,
    [PROJECTOR],
  );
  return rows;
}
