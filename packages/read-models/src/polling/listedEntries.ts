import type pg from 'pg';

/** How a source listed an article last. */
export interface ListedEntry {
  readonly articleId: string;
  /** Made of what the entry said; equal contents have equal ids. */
  readonly contentId: string;
  /** The event that says it. */
  readonly eventId: string;
}

/** What a source said last of these articles, by article id. */
export async function loadListedEntries(
  client: pg.Pool | pg.ClientBase,
  sourceId: string,
  articleIds: readonly string[],
): Promise<Map<string, ListedEntry>> {
  const { rows } = await client.query<ListedEntry>(
    `SELECT article_id AS "articleId", content_id AS "contentId", event_id AS "eventId"
       FROM polling.listed_entry
      WHERE source_id = $1 AND article_id = ANY ($2::uuid[])`,
    [sourceId, articleIds],
  );
  return new Map(rows.map((row) => [row.articleId, row]));
}

/** Remembers what a source says now of these articles. */
export async function saveListedEntries(
  client: pg.Pool | pg.ClientBase,
  sourceId: string,
  entries: readonly ListedEntry[],
  listedAt: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO polling.listed_entry (source_id, article_id, content_id, event_id, listed_at)
     SELECT $1, said."articleId", said."contentId", said."eventId", $3
       FROM json_to_recordset($2::json) AS said ("articleId" uuid, "contentId" uuid, "eventId" uuid)
     ON CONFLICT (source_id, article_id) DO UPDATE
     SET content_id = excluded.content_id,
         event_id   = excluded.event_id,
         listed_at  = excluded.listed_at`,
    [sourceId, JSON.stringify(entries), listedAt],
  );
}

/** Forgets entries that have not changed for half a year; their events stay. */
export async function forgetOldEntries(client: pg.Pool | pg.ClientBase): Promise<void> {
  await client.query(`DELETE FROM polling.listed_entry WHERE listed_at < now() - interval '180 days'`);
}
