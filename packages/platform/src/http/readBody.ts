import { type Duplex, pipeline as pipe, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { FetchError } from './fetchError.ts';

/** More than one coding is legal and hardly used; a long chain of them is a bomb. */
const MAX_CODINGS = 2;

type Chunks = AsyncIterable<Buffer>;
type Stage = (source: Chunks) => Chunks;

/**
 * Reads a body, undoing its Content-Encoding as it streams, and stops the moment that either limit is passed.
 * A compressed body that ends early gives what it held, as browsers do.
 * @param limits `cut` gives the beginning of a body that is too large, instead of refusing it.
 * @throws {FetchError} `too_large` or `unreadable`.
 */
export async function readBody(
  body: Readable,
  limits: { contentEncoding: string | undefined; maxBytes: number; maxCompressedBytes: number; cut?: boolean; signal: AbortSignal },
): Promise<Uint8Array> {
  const codings = (limits.contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) throw unreadable(`it is compressed ${codings.length} times`);
  // Each decoder is followed by a limit, so that no stage can blow up unseen.
  const limit = limits.cut ? firstBytes : atMost;
  const stages: Stage[] = [limit(limits.maxCompressedBytes)];
  for (const coding of codings.reverse()) stages.push(decoderFor(coding), limit(limits.maxBytes));
  if (codings.length === 0) stages.push(limit(limits.maxBytes));
  const chunks: Buffer[] = [];
  const collect = async (source: Chunks) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  try {
    await pipeline(body, (source: Chunks) => stages.reduce((chunks, stage) => stage(chunks), source), collect, { signal: limits.signal });
  } catch (error) {
    if (isDecodingError(error)) throw unreadable('its compression is broken', error);
    throw error;
  }
  return Buffer.concat(chunks);
}

function atMost(maxBytes: number): Stage {
  return async function* (source) {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new FetchError(`The body is larger than ${maxBytes} bytes`, { reason: 'too_large', retryable: false });
      yield chunk;
    }
  };
}

function firstBytes(maxBytes: number): Stage {
  return async function* (source) {
    let left = maxBytes;
    for await (const chunk of source) {
      yield chunk.subarray(0, left);
      left -= chunk.byteLength;
      if (left <= 0) return;
    }
  };
}

function decoderFor(coding: string): Stage {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return through(() => createGunzip({ flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }));
    case 'deflate':
      return inflateEither;
    case 'br':
      return through(() =>
        createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
      );
    case 'zstd':
      return through(() => createZstdDecompress());
    default:
      throw unreadable(`its Content-Encoding "${coding}" is unknown`);
  }
}

/** "deflate" is zlib by the standard (RFC 9110 §8.4.1.2) and raw by some servers; the first byte tells. */
async function* inflateEither(source: Chunks): Chunks {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const whole = async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8;
  yield* through(() => (isZlib ? createInflate(options) : createInflateRaw(options)))(whole());
}

/** An error on either side destroys the decoder, and reaches whoever iterates over it. */
function through(decoder: () => Duplex): Stage {
  return (source) => pipe(Readable.from(source), decoder(), () => {});
}

function isDecodingError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(Z_|ERR_BROTLI|ERR_ZSTD|ERR__ERROR_FORMAT|ZSTD_)/.test(code) || (error instanceof Error && /brotli|zstd/i.test(error.message));
}

function unreadable(problem: string, cause?: unknown): FetchError {
  return new FetchError(`The body can't be read: ${problem}`, { reason: 'unreadable', retryable: false, cause });
}
