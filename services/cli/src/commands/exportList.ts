import { open, rename, rm } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unlessAborted } from '@newsledger/platform';
import { type ApiList, apiLists, countRows, describeView, exportRows, type Filters, filterShape } from '@newsledger/web';
import type pg from 'pg';
import { z } from 'zod';
import type { Printer } from '../output/printer.ts';
import { showLongProgress } from '../output/progress.ts';
import { parquetFile } from '../parquet/parquetFile.ts';
import { UsageError } from '../usageError.ts';

export interface ExportOptions {
  readonly format: 'csv' | 'jsonl' | 'parquet';
  /** Null for standard output. */
  readonly out: string | null;
  /** Filters, each `name=value`. */
  readonly where: readonly string[];
  /** Aborted when the process shall end. */
  readonly signal: AbortSignal;
}

/** How often the bar moves. */
const ROWS_BETWEEN_LOOKS = 100;

/**
 * Writes all rows of a list that fit, in flat memory. A file gets its name once it is whole: what ends before leaves none half done.
 * @throws {UsageError} when a filter is not understood, or a number has more digits than the format keeps.
 */
export async function exportList(pool: pg.Pool, printer: Printer, name: string, options: ExportOptions): Promise<void> {
  const { format, out, where, signal } = options;
  const list = apiLists.find((known) => known.name === name);
  if (list === undefined) throw new UsageError(`There is no list ${name}.`);
  const filters = filtersOf(list, where);
  if (out === null) return writeList(pool, list, filters, format, toStandardOutput(), signal);
  const progress = showLongProgress(`Exporting ${list.name}`, 'rows');
  let done = 0;
  let total: number | null = null;
  const onRow = () => {
    done++;
    if (total !== null && done % ROWS_BETWEEN_LOOKS === 0) progress.update(done, total);
  };
  // Nobody waits for the count, and without it there is just nothing to show.
  countRows(pool, list, filters).then(
    (count) => {
      total = count;
    },
    () => {},
  );
  const unfinished = `${out}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    // A question that waits for a lock can't be stopped, but is not waited for.
    await unlessAborted(signal, writeList(pool, list, filters, format, file.createWriteStream(), signal, onRow));
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    progress.stop();
  }
  printer.note(`${list.name} are in ${out}.`);
}

/** Writes the rows, and ends what they are written to. */
async function writeList(
  pool: pg.Pool,
  list: ApiList,
  filters: Filters,
  format: ExportOptions['format'],
  out: Writable,
  signal: AbortSignal,
  onRow?: () => void,
): Promise<void> {
  if (format === 'parquet') return pipeline(parquetFile(pool, list, filters, onRow), out, { signal });
  const columns = describeView(list.view).map((column) => column.name);
  return pipeline(await exportRows(pool, list, filters, format, columns, onRow), out, { signal });
}

/** Filters out of `name=value`. @throws {UsageError} when one is not understood. */
function filtersOf(list: ApiList, where: readonly string[]): Filters {
  const asked = where.map((filter) => {
    const at = filter.indexOf('=');
    if (at < 1) throw new UsageError(`"${filter}" is no filter such as ${list.filters[0]?.name ?? 'name'}=value.`);
    return [filter.slice(0, at), filter.slice(at + 1)];
  });
  const parsed = z.strictObject(filterShape(list)).safeParse(Object.fromEntries(asked));
  if (parsed.success) return parsed.data;
  const known = list.filters.map(({ name }) => name).join(', ');
  throw new UsageError(`${z.prettifyError(parsed.error).replaceAll('✖ ', '')}\nFilters of ${list.name}: ${known}.`);
}

/** Standard output, which is not this command's to end. */
function toStandardOutput(): Writable {
  return new Writable({ write: (chunk, _encoding, done) => void process.stdout.write(chunk, (error) => done(error ?? null)) });
}
