import type pg from 'pg';

/** Runs a statement that takes rows as one JSON array; more than this many go in several, so that no message grows without bound. */
const MAX_ROWS = 5000;

export async function sendRows(client: pg.ClientBase, name: string, text: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += MAX_ROWS)
    await client.query({ name, text, values: [toJson(rows.slice(start, start + MAX_ROWS))] });
}

function toJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
