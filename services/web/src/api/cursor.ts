import { z } from 'zod';

const places = z.array(z.string().max(500)).min(1).max(8);

/** A cursor that was not made by this list. */
export class CursorError extends Error {}

/** The place behind a row, as one word for an address. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The values of the order's columns at the row that the cursor stands behind.
 * @throws CursorError when it is no cursor of a list with so many columns in its order.
 */
export function readCursor(cursor: string, columns: number): string[] {
  const read = places.safeParse(parsed(cursor));
  if (!read.success || read.data.length !== columns) throw new CursorError('That cursor is of no page of this list; ask without one.');
  return read.data;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
