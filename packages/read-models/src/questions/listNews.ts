import type pg from 'pg';

/** What happened to a figure: what is shown of it changed, or how the sources agree. */
export interface News {
  readonly kind: 'appeared' | 'disputed' | 'settled' | 'changed' | 'agreement' | 'gone';
  readonly changed_at: Date;
  readonly figure_id: string;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: string;
  readonly definition: string | null;
  readonly noun: string | null;
  readonly period: string | null;
  readonly status: string;
  readonly unit: string;
  readonly old_value: string | null;
  readonly old_low: string | null;
  readonly old_high: string | null;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly agreement: string | null;
  readonly independent_sources: number;
  readonly cause: string | null;
  readonly article_url: string | null;
}

export interface NewsList {
  readonly news: readonly News[];
  /** Whether only the latest changes were looked at, of more. */
  readonly isMore: boolean;
  /** The latest change that was looked at, for asking on from there: `since` again where there was none. */
  readonly until: Date;
}

/**
 * The news after a moment, the latest first, out of so many changes at most.
 * @param since of the recorded time, without its microseconds: a change within the same millisecond is told again rather than missed.
 */
export async function listNews(pool: pg.Pool, since: Date, mostChanges: number): Promise<NewsList> {
  const { rows } = await pool.query<News & { kind: News['kind'] | null }>(
    `SELECT CASE
              WHEN NOT changed.live THEN CASE WHEN before.live THEN 'gone' END
              WHEN before.live IS NOT TRUE THEN 'appeared'
              WHEN changed.agreement = 'disputed' AND before.agreement IS DISTINCT FROM 'disputed' THEN 'disputed'
              WHEN before.agreement = 'disputed' AND changed.agreement IS DISTINCT FROM 'disputed' THEN 'settled'
              WHEN (before.value, before.low, before.high) IS DISTINCT FROM (changed.value, changed.low, changed.high) THEN 'changed'
              WHEN before.agreement IS DISTINCT FROM changed.agreement THEN 'agreement'
            END AS kind,
            changed.changed_at, changed.figure_id, changed.subject, changed.counterparty, changed.measure, changed.definition, changed.noun,
            changed.period, changed.status, changed.unit, before.value AS old_value, before.low AS old_low, before.high AS old_high,
            changed.value, changed.low, changed.high, changed.agreement, changed.independent_sources, changed.cause, changed.article_url
       FROM (SELECT *
               FROM newsledger.figure_history
              WHERE changed_at > $1
              ORDER BY changed_at DESC, position DESC, figure_id
              LIMIT $2) AS changed
       LEFT JOIN LATERAL (
             SELECT earlier.live, earlier.value, earlier.low, earlier.high, earlier.agreement
               FROM newsledger.figure_history AS earlier
              WHERE earlier.figure_id = changed.figure_id AND earlier.position < changed.position
              ORDER BY earlier.position DESC
              LIMIT 1) AS before ON true
      ORDER BY changed.changed_at DESC, changed.position DESC, changed.figure_id`,
    [since, mostChanges],
  );
  const news = rows.flatMap(({ kind, ...row }) => (kind === null ? [] : [{ ...row, kind }]));
  return { news, isMore: rows.length === mostChanges, until: rows[0]?.changed_at ?? since };
}
