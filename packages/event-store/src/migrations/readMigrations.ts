import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  readonly version: number;
  /** File name, `0001-event-log.sql`. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * The folder's `.sql` files in order.
 * @throws {Error} when a name has no number, or the numbers aren't 1, 2, 3, …
 */
export async function readMigrations(folder: URL | string): Promise<Migration[]> {
  const directory = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name, index) => readMigration(directory, name, index + 1)));
}

async function readMigration(directory: string, name: string, version: number): Promise<Migration> {
  if (Number(/^\d+(?=[-_])/.exec(name)?.[0]) !== version)
    throw new Error(`${path.join(directory, name)} should be number ${version}: migrations are called 0001-name.sql, 0002-name.sql, …`);
  // The same file on Windows has other line ends.
  const sql = (await readFile(path.join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
  return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
