import type pg from 'pg';

/** Which article an entry of a source was about last. */
export interface EntryPlace {
  /** Made of the publisher's own id of the entry. */
  readonly entryKey: string;
  readonly articleId: string;
  /** The article that its address alone would name. */
  readonly addressId: string;
}

/** Where these entries of a source were placed last, by entry key. */
export async function loadEntryPlaces(
  client: pg.Pool | pg.ClientBase,
  sourceId: string,
  entryKeys: readonly string[],
): Promise<Map<string, EntryPlace>> {
  const { rows } = await client.query<EntryPlace>(
    `SELECT entry_key AS "entryKey", article_id AS "articleId", address_id AS "addressId"
       FROM polling.entry_place
      WHERE source_id = $1 AND entry_key = ANY ($2::uuid[])`,
    [sourceId, entryKeys],
  );
  return new Map(rows.map((row) => [row.entryKey, row]));
}

/** Remembers which articles these entries of a source are about. */
export async function saveEntryPlaces(
  client: pg.Pool | pg.ClientBase,
  sourceId: string,
  places: readonly EntryPlace[],
  placedAt: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO polling.entry_place (source_id, entry_key, article_id, address_id, placed_at)
     SELECT $1, placed."entryKey", placed."articleId", placed."addressId", $3
       FROM json_to_recordset($2::json) AS placed ("entryKey" uuid, "articleId" uuid, "addressId" uuid)
     ON CONFLICT (source_id, entry_key) DO UPDATE
     SET article_id = excluded.article_id,
         address_id = excluded.address_id,
         placed_at  = excluded.placed_at`,
    [sourceId, JSON.stringify(places), placedAt],
  );
}

/** Forgets entries that have not moved for half a year. One that is listed still is remembered anew, by the address that it has then. */
export async function forgetOldPlaces(client: pg.Pool | pg.ClientBase): Promise<void> {
  await client.query(`DELETE FROM polling.entry_place WHERE placed_at < now() - interval '180 days'`);
}
