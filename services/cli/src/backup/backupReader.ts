import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { BackupFileError } from './backupFileError.ts';
import { anyHeader, type BackupHeader, backupHeader, END_OF_ROWS, endLine, FORMAT_VERSION, tableLine } from './backupFormat.ts';

/** A table of a backup. Its rows are to be read to their end before the next one is. */
export interface BackedUpTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** In COPY's text form, in pieces as they come. */
  readonly rows: AsyncIterable<Buffer>;
}

const NEWLINE = Buffer.from('\n');
const MARK = Buffer.from(`\n${END_OF_ROWS}`);

/** Longer than any header; what has no line break in so many bytes is no backup. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/**
 * Reads a backup, forwards and once, and holds a piece of it at a time. Every step may find that it is not whole.
 * @throws {BackupFileError} in each method, when the bytes are no backup, or were cut or changed.
 */
export class BackupReader {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #hash = createHash('sha256');
  #rest: Buffer = Buffer.alloc(0);

  /** @param pieces the backup's bytes, decompressed. */
  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** To be read first. */
  async header(): Promise<BackupHeader> {
    const line = await this.#line();
    const { version } = parse(anyHeader, line, NO_BACKUP);
    if (version > FORMAT_VERSION)
      throw new BackupFileError(
        `A newer release made the backup: its form is ${version}, and this release knows ${FORMAT_VERSION}. Run that one.`,
      );
    this.#hash.update(line);
    return parse(backupHeader, line, DAMAGED);
  }

  /** The tables that follow, in their order; at the end the checksum is compared. */
  async *tables(): AsyncGenerator<BackedUpTable> {
    for (;;) {
      const line = await this.#line();
      const value = json(line);
      const end = endLine.safeParse(value);
      if (end.success) {
        if (end.data.end !== this.#hash.digest('hex'))
          throw new BackupFileError('The backup was changed after it was made: its checksum is another.');
        if (this.#rest.length > 0 || (await this.#next()) !== null) throw new BackupFileError(DAMAGED);
        return;
      }
      this.#hash.update(line);
      yield { ...parse(tableLine, line, DAMAGED), rows: this.#rows() };
    }
  }

  async *#rows(): AsyncGenerator<Buffer> {
    // Of `window` the first byte is behind us, so that a mark is always a line of its own. What may begin one is held back.
    let window = Buffer.concat([NEWLINE, this.#rest]);
    for (;;) {
      const mark = window.indexOf(MARK);
      if (mark !== -1) {
        const rows = window.subarray(1, mark + 1);
        this.#rest = window.subarray(mark + MARK.length);
        this.#hash.update(rows).update(END_OF_ROWS);
        if (rows.length > 0) yield rows;
        return;
      }
      const behind = Math.max(1, window.length - MARK.length + 1);
      const rows = window.subarray(1, behind);
      this.#hash.update(rows);
      if (rows.length > 0) yield rows;
      window = Buffer.concat([window.subarray(behind - 1), await this.#more()]);
    }
  }

  async #line(): Promise<Buffer> {
    for (;;) {
      const end = this.#rest.indexOf(NEWLINE);
      if (end !== -1) {
        const line = this.#rest.subarray(0, end + 1);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      if (this.#rest.length > MAX_LINE_BYTES) throw new BackupFileError(DAMAGED);
      this.#rest = Buffer.concat([this.#rest, await this.#more()]);
    }
  }

  async #more(): Promise<Buffer> {
    const piece = await this.#next();
    if (piece === null) throw new BackupFileError(CUT);
    return piece;
  }

  async #next(): Promise<Buffer | null> {
    const { value, done } = await this.#pieces.next();
    return done ? null : value;
  }
}

export const NO_BACKUP = 'It is no backup of a ledger.';
export const CUT = 'The backup is cut off: its end is missing.';
export const DAMAGED = 'The backup is damaged.';

function parse<Shape>(schema: z.ZodType<Shape>, line: Buffer, otherwise: string): Shape {
  const parsed = schema.safeParse(json(line));
  if (!parsed.success) throw new BackupFileError(otherwise, { cause: parsed.error });
  return parsed.data;
}

/** Undefined for what is no JSON. */
function json(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}
