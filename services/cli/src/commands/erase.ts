import { createEventStore } from '@newsledger/event-store';
import { articleIdOf } from '@newsledger/events';
import type { Config } from '@newsledger/platform';
import { configuredTuning, createQueues } from '@newsledger/queues';
import { rebuild } from '@newsledger/read-models';
import type pg from 'pg';
import type { OpenDatabase } from '../database.ts';
import { type ErasedArticle, eraseArticle } from '../erasure/eraseArticle.ts';
import type { Column, Printer } from '../output/printer.ts';
import { showProgress } from '../output/progress.ts';
import { UsageError } from '../usageError.ts';

const columns: readonly Column<ErasedArticle>[] = [
  { title: 'ARTICLE', of: ({ articleId }) => articleId },
  { title: 'EVENTS ERASED', of: ({ events }) => `${events}`, align: 'right' },
  { title: 'CAPTURES ERASED', of: ({ captures }) => `${captures}`, align: 'right' },
];

/**
 * Erases articles, named by id or address, and makes the tables anew without them.
 * @throws {UsageError} when the ledger knows no article of a name; nothing is erased then.
 */
export async function eraseArticles(
  { pool, url }: Pick<OpenDatabase, 'pool' | 'url'>,
  config: Config,
  printer: Printer,
  { articles, by, reason }: { articles: readonly string[]; by: string; reason: string },
): Promise<void> {
  const ids = await Promise.all(articles.map((named) => findArticle(pool, named)));
  const store = createEventStore(pool);
  const queues = await createQueues({
    backend: config.queueBackend,
    postgresUrl: url,
    ...(config.redisUrl !== null && { redisUrl: config.redisUrl }),
    tuning: configuredTuning(config),
  });
  const erased: ErasedArticle[] = [];
  try {
    for (const articleId of ids) erased.push(...(await eraseArticle({ pool, store, queues }, articleId, { by, reason })));
  } finally {
    await queues.close();
  }
  const progress = showProgress('Making the tables anew');
  await rebuild(pool, store, { onProgress: progress.update }).finally(progress.stop);
  // Rows that were changed leave their old form behind until then.
  await pool.query('VACUUM ledger.events, ledger.captures, work.pending_work');
  printer.rows(erased, columns, 'Nothing was left to erase.');
}

async function findArticle(pool: pg.Pool, named: string): Promise<string> {
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named);
  const candidates = isId ? [named.toLowerCase()] : await idsOfAddress(pool, named);
  const { rows } = await pool.query<{ articleId: string }>(
    `SELECT substr(stream, length('article-') + 1) AS "articleId" FROM ledger.events WHERE stream = ANY ($1) ORDER BY position LIMIT 1`,
    [candidates.map((id) => `article-${id}`)],
  );
  const [found] = rows;
  if (found === undefined)
    throw new UsageError(
      `The ledger knows no article "${named}". Give its id or its address, as "SELECT article_id, url FROM newsledger.articles" shows them.`,
    );
  return found.articleId;
}

/** The article that has the address, or whose it was before an erasure that is to be finished. */
async function idsOfAddress(pool: pg.Pool, address: string): Promise<string[]> {
  if (!URL.canParse(address)) return [];
  const { rows } = await pool.query<{ article_id: string }>(
    'SELECT article_id FROM newsledger.articles WHERE url = $1 OR canonical_url = $1',
    [address],
  );
  return [...rows.map(({ article_id }) => article_id), articleIdOf(address)];
}
