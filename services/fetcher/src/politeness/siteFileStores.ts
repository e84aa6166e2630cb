import type pg from 'pg';
import type { SiteFile, SiteFileStore } from './siteFiles.ts';

/** Nothing is kept beyond this process. */
export const noSiteFileStore: SiteFileStore = { load: async () => null, save: async () => {} };

/** Files shared by all processes of this database. */
export function createPostgresSiteFiles(pool: pg.Pool): SiteFileStore {
  return {
    async load(url) {
      const { rows } = await pool.query<SiteFile>(
        `SELECT url, outcome, body, fetched_at AS "fetchedAt", failing_since AS "failingSince", next_try_at AS "nextTryAt"
           FROM polling.site_file WHERE url = $1`,
        [url],
      );
      return rows[0] ?? null;
    },
    async save({ url, outcome, body, fetchedAt, failingSince, nextTryAt }) {
      await pool.query(
        `INSERT INTO polling.site_file (url, outcome, body, fetched_at, failing_since, next_try_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (url) DO UPDATE
         SET outcome       = excluded.outcome,
             body          = excluded.body,
             fetched_at    = excluded.fetched_at,
             failing_since = excluded.failing_since,
             next_try_at   = excluded.next_try_at`,
        [url, outcome, body, fetchedAt, failingSince, nextTryAt],
      );
    },
  };
}

/** Forgets files that were not asked for again for a month after they ran out. */
export async function forgetOldSiteFiles(pool: pg.Pool): Promise<void> {
  await pool.query(`DELETE FROM polling.site_file WHERE next_try_at < clock_timestamp() - interval '31 days'`);
}
