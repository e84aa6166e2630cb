import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupFileError } from './backupFileError.ts';

/**
 * Writes a backup beside its name, and gives it its name once all of it is on the disk: what is there under the name is always whole.
 * For its owner's eyes only, since it holds keys of subscriptions.
 * @returns its size in bytes.
 * @throws {BackupFileError} when it can't be written.
 */
export async function saveBackupFile(file: string, bytes: Readable, compress: Transform, signal: AbortSignal): Promise<number> {
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await pipeline(bytes, compress, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }), { signal });
    await rename(unfinished, file);
    return (await stat(file)).size;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isAboutFiles(error) ? new BackupFileError(`The backup can't be written to ${file}: ${error.message}`, { cause: error }) : error;
  }
}

function isAboutFiles(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error && 'path' in error;
}
