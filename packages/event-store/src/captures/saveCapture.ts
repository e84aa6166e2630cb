import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import type pg from 'pg';

/** Bytes as fetched, and how to read them. */
export interface Capture {
  readonly body: Uint8Array;
  readonly mediaType: string;
  /** As the server named it; null when it didn't. */
  readonly charset: string | null;
}

const compress = promisify(zstdCompress);

/**
 * Stores a body once, compressed, under its SHA-256.
 * @returns the hash in hexadecimal. Storing the same bytes again changes nothing: the first media type stays.
 */
export async function saveCapture(client: pg.Pool | pg.ClientBase, { body, mediaType, charset }: Capture): Promise<string> {
  const hash = createHash('sha256').update(body).digest('hex');
  await client.query({
    name: 'ledger.save_capture',
    text: `INSERT INTO ledger.captures (hash, media_type, charset, size, body)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (hash) DO NOTHING`,
    values: [hash, mediaType, charset, body.byteLength, await compress(body)],
  });
  return hash;
}
