import { z } from 'zod';

/**
 * A backup is one Zstandard frame of lines in UTF-8; `zstd -dc FILE | less` shows it:
 *
 *     {"format":"newsledger backup","version":1, …}            the header
 *     {"table":"ledger.events","columns":["position", …]}      a table
 *     1	source-ledger-daily	1	…                               its rows, as PostgreSQL's COPY writes them
 *     \.                                                       their end
 *     …                                                        further tables
 *     {"end":"<SHA-256 of all bytes before this line>"}        the end, without which a backup is not whole
 */
export const FORMAT = 'newsledger backup';

/** Counts up when an older release could not read what is written now. */
export const FORMAT_VERSION = 1;

/** COPY escapes every backslash of a value, so that no row is this line. */
export const END_OF_ROWS = '\\.\n';

const sequenceState = z.object({ last: z.string().regex(/^-?\d+$/), isCalled: z.boolean() });

/** What is known of any version, so that a newer one can be named. */
export const anyHeader = z.object({ format: z.literal(FORMAT), version: z.int() });

export const backupHeader = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  takenAt: z.iso.datetime(),
  /** Certainty from which claims count, as a setting asked for it; null when none did. */
  certainty: z.number().nullable(),
  /** What had been applied to each schema, in its order. */
  migrations: z.record(z.string(), z.array(z.object({ name: z.string(), checksum: z.string() }))),
  sequences: z.record(z.string(), sequenceState),
  /** Rows of each table, in the order in which they follow. */
  rows: z.record(z.string(), z.int().nonnegative()),
});

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export const endLine = z.object({ end: z.string() });

export type BackupHeader = z.infer<typeof backupHeader>;
export type SequenceState = z.infer<typeof sequenceState>;

/** All rows of a backup. */
export function totalRows({ rows }: BackupHeader): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
