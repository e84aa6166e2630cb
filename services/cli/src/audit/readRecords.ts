import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../usageError.ts';

/** One row of a CSV file, or one line of a JSONL file, with names in lower case and all values as text. */
export interface FileRecord {
  /** Where it stands in the file, counted from 1. */
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a file of rows: JSONL when its name ends so or its first character is `{`, else CSV with a line of names first.
 * @throws {UsageError} naming the file and the line that can't be read.
 */
export async function readRecords(file: string): Promise<FileRecord[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} can't be read (${error instanceof Error ? error.message : String(error)}).`);
  });
  return /\.(jsonl|ndjson)$/i.test(file) || text.trimStart().startsWith('{') ? readJsonLines(file, text) : readCsv(file, text);
}

function readJsonLines(file: string, text: string): FileRecord[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const value: unknown = JSON.parse(line);
      if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new SyntaxError('it is no object');
      return [{ line: index + 1, fields: fieldsOf(Object.entries(value)) }];
    } catch (error) {
      throw new UsageError(
        `${file}, line ${index + 1}: this is no JSON object (${error instanceof Error ? error.message : String(error)}).`,
      );
    }
  });
}

function readCsv(file: string, text: string): FileRecord[] {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    return rows.map(({ record, info }) => ({ line: info.lines, fields: fieldsOf(Object.entries(record)) }));
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file}: ${error.message}.`);
    throw error;
  }
}

function fieldsOf(entries: readonly (readonly [string, unknown])[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name.toLowerCase(), String(value)]],
    ),
  );
}
