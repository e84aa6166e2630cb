import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { sniffXmlEncoding } from './sniffXmlEncoding.ts';

export interface DecodedText {
  text: string;
  /** The charset that was used, lower case. */
  charset: string;
  /** What was wrong: a charset that doesn't fit, or that nobody knows. */
  problems: string[];
}

/** Names that publishers write and neither the Encoding Standard nor iconv-lite knows. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    utf8mb4: 'utf-8',
    unicode: 'utf-16le',
    'iso-10646-ucs-2': 'utf-16be',
    'iso-10646-ucs-4': 'utf-32be',
    csucs4: 'utf-32be',
    u32: 'utf-32',
    'tis-620': 'windows-874',
    'iso-ir-100': 'iso-8859-1',
    ansi_x34: 'windows-1252',
  }),
);

/** Detection reads no more than this: charsets show early, and it is the slowest step. */
const MAX_SAMPLE_BYTES = 64 * 1024;

/**
 * Text of a feed or page: byte order mark, then HTTP, then XML declaration or `<meta>`, then UTF-8, then detection by statistics.
 * A named charset under which the bytes are invalid loses to UTF-8 when they are valid UTF-8 (RFC 7303 §3 puts HTTP first, publishers don't).
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText {
  const problems: string[] = [];
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decodeAs(bytes.subarray(marked.length), marked.charset).text, charset: marked.charset, problems };
  const declared = [httpCharset(contentType), sniffXmlEncoding(bytes)];
  for (const name of declared) {
    if (name === null) continue;
    const charset = canonicalCharset(name);
    if (charset === null) {
      problems.push(`The charset "${name.slice(0, 40)}" is unknown.`);
      continue;
    }
    const decoded = decodeAs(bytes, charset);
    if (decoded.valid) return { text: decoded.text, charset, problems };
    problems.push(`The document is no valid ${charset}, though it says so.`);
  }
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8.valid) return { text: utf8.text, charset: 'utf-8', problems };
  const detected = detectCharset(bytes);
  const fallback = declared
    .map((name) => (name === null ? null : canonicalCharset(name)))
    .find((name) => name !== null && name !== 'us-ascii');
  const charset = fallback ?? detected;
  if (!fallback) problems.push(`No charset is named; ${charset} was found by its letters.`);
  return { text: decodeAs(bytes, charset).text, charset, problems };
}

/** The name under which a charset can be decoded here, or null for a name nobody knows. */
function canonicalCharset(name: string): string | null {
  const wanted = name.trim().toLowerCase().replace(/_/g, '-');
  const known = ALIASES.get(wanted) ?? wanted;
  if (known === 'us-ascii' || known === 'ascii') return 'windows-1252';
  try {
    return new TextDecoder(known).encoding;
  } catch {
    return iconv.encodingExists(known) ? known : null;
  }
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

function httpCharset(contentType: string | null): string | null {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function decodeAs(bytes: Uint8Array, charset: string): { text: string; valid: boolean } {
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), valid: true };
  } catch {
    const text = iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes), charset) : new TextDecoder().decode(bytes);
    return { text, valid: !isStandard(charset) && !text.includes('\ufffd') };
  }
}

function isStandard(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding.length > 0;
  } catch {
    return false;
  }
}

/** Among the guesses in order of likelihood, the first under which the bytes are valid. */
function detectCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, MAX_SAMPLE_BYTES);
  for (const { name } of analyse(sample)) {
    const charset = canonicalCharset(name);
    if (charset !== null && charset !== 'utf-8' && decodeAs(bytes, charset).valid) return charset;
  }
  return 'windows-1252';
}
