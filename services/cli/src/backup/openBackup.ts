import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { BackupFileError } from './backupFileError.ts';
import { totalRows } from './backupFormat.ts';
import { BackupReader, CUT, DAMAGED, NO_BACKUP } from './backupReader.ts';
import { countRows } from './countRows.ts';

/** What the name of standard input and output is. */
export const STANDARD_STREAM = '-';

/** Opens a backup by its file's name, or standard input. Nothing is read yet. */
export function openBackup(file: string): BackupReader {
  return new BackupReader(decompressed(file === STANDARD_STREAM ? process.stdin : createReadStream(file)));
}

/**
 * Reads a backup to its end, and throws what it holds away.
 * @param onRows told of rows that were read, and of how many.
 * @throws {BackupFileError} when it is not whole.
 */
export async function checkBackup(reader: BackupReader, onRows: (done: number, total: number) => void): Promise<void> {
  const total = totalRows(await reader.header());
  let done = 0;
  for await (const { rows } of reader.tables())
    for await (const piece of rows) {
      done += countRows(piece);
      onRows(done, total);
    }
}

async function* decompressed(input: Readable): AsyncGenerator<Buffer> {
  // Errors show where the bytes are read.
  const bytes: AsyncIterable<Buffer> = pipeline(input, createZstdDecompress(), () => {});
  try {
    yield* bytes;
  } catch (error) {
    throw new BackupFileError(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return CUT;
  if (code === 'ZSTD_error_prefix_unknown') return NO_BACKUP;
  if (code.startsWith('ZSTD_')) return DAMAGED;
  return `The backup can't be read: ${error instanceof Error ? error.message : String(error)}`;
}
