import type pg from 'pg';

/** More than this many rows go in several messages, so that none grows without bound. */
const MAX_ROWS = 5000;

/**
 * Runs a statement that takes rows as one JSON array.
 * @param name keeps its plan for the connection's life; null where the right plan depends on how large the tables have become.
 */
export async function sendRows(client: pg.ClientBase, name: string | null, text: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += MAX_ROWS)
    await client.query({ ...(name !== null && { name }), text, values: [toJson(rows.slice(start, start + MAX_ROWS))] });
}

function toJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
