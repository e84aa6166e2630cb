import { gunzipSync } from 'node:zlib';
import { defaultHttpLimits, FetchError } from '@newsledger/platform';

/**
 * The bytes of a file that is itself compressed by gzip (`sitemap.xml.gz`), whatever it is called; others as they are.
 * @throws {FetchError} when it unpacks to more than a page may have, or is broken.
 */
export function unzipped(body: Uint8Array, url: string, maxBytes = defaultHttpLimits.maxBytes): Uint8Array {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new FetchError(`${url} is a compressed file that ${isTooLarge ? `unpacks to more than ${maxBytes} bytes` : 'is broken'}`, {
      reason: isTooLarge ? 'too_large' : 'unreadable',
      retryable: false,
      cause,
    });
  }
}
