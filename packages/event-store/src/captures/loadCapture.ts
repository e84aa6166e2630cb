import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type pg from 'pg';
import type { Capture } from './saveCapture.ts';

const decompress = promisify(zstdDecompress);

/** The capture under a SHA-256; null when it was never stored or has been erased. */
export async function loadCapture(client: pg.Pool | pg.ClientBase, hash: string): Promise<Capture | null> {
  const { rows } = await client.query<{ body: Buffer; media_type: string; charset: string | null }>({
    name: 'ledger.load_capture',
    text: 'SELECT body, media_type, charset FROM ledger.captures WHERE hash = $1',
    values: [hash],
  });
  const row = rows[0];
  return row === undefined ? null : { body: await decompress(row.body), mediaType: row.media_type, charset: row.charset };
}
