import type pg from 'pg';
import type { FigureNews } from './listFigureNews.ts';

/** What a list of news shows of each. */
export type News = Pick<FigureNews, (typeof COLUMNS)[number]>;

const COLUMNS = [
  'kind',
  'changed_at',
  'figure_id',
  'subject',
  'counterparty',
  'measure',
  'definition',
  'noun',
  'period',
  'status',
  'unit',
  'old_value',
  'old_low',
  'old_high',
  'value',
  'low',
  'high',
  'agreement',
  'independent_sources',
  'cause',
  'article_url',
] as const satisfies readonly (keyof FigureNews)[];

export interface NewsList {
  readonly news: readonly News[];
  /** Whether only the latest changes were looked at, of more. */
  readonly isMore: boolean;
  /** The latest change that was looked at, for asking on from there: `since` again where there was none. */
  readonly until: Date;
}

interface Looked {
  readonly changes: number;
  /** Place in the log of the earliest, as text. */
  readonly first: string | null;
  readonly until: Date | null;
}

/**
 * The news after a moment, the latest first, out of so many changes at most: few changes of a popular figure are news.
 * @param since of the recorded time, without its microseconds: a change within the same millisecond is told again rather than missed.
 */
export async function listNews(pool: pg.Pool, since: Date, mostChanges: number): Promise<NewsList> {
  const looked = await pool.query<Looked>(
    `SELECT count(*)::int AS changes, min(position)::text AS first, max(changed_at) AS until
       FROM (SELECT position, changed_at
               FROM newsledger.figure_history
              WHERE changed_at > $1
              ORDER BY changed_at DESC
              LIMIT $2) AS latest`,
    [since, mostChanges],
  );
  const { changes, first, until } = looked.rows[0] ?? { changes: 0, first: null, until: null };
  if (first === null || until === null) return { news: [], isMore: false, until: since };
  const { rows } = await pool.query<News>(
    `SELECT ${COLUMNS.join(', ')}
       FROM newsledger.figure_news
      WHERE position >= $1 AND changed_at > $2
      ORDER BY changed_at DESC, position DESC, figure_id`,
    [first, since],
  );
  return { news: rows, isMore: changes === mostChanges, until };
}
