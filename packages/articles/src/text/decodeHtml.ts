import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** A `<meta charset>` stands within the first kilobyte; real pages put it later too (HTML Standard, "prescan a byte stream"). */
const PRESCAN_BYTES = 4096;
const MAX_SAMPLE_BYTES = 64 * 1024;

/** Text of a page: byte order mark, then HTTP, then `<meta>`, then UTF-8 when the bytes are valid UTF-8, then detection. Never throws. */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): { html: string; charset: string } {
  const mark = byteOrderMark(bytes);
  if (mark) return { html: decodeAs(bytes.subarray(mark.length), mark.charset).text, charset: mark.charset };
  const named = [/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1], metaCharset(bytes)].flatMap(
    (name) => canonicalCharset(name) ?? [],
  );
  for (const charset of [...named, 'utf-8']) {
    const decoded = decodeAs(bytes, charset);
    if (decoded.valid) return { html: decoded.text, charset };
  }
  // A few bad bytes in a page that names its charset are the page's fault, not its charset's.
  const charset = named[0] ?? detect(bytes);
  return { html: decodeAs(bytes, charset).text, charset };
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  const name =
    /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  // What can be read byte by byte can't be in a two-byte encoding.
  return name && /^utf-?(16|32)/i.test(name) ? 'utf-8' : name;
}

function canonicalCharset(name: string | undefined): string | null {
  if (name === undefined) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return iconv.encodingExists(name) ? name.toLowerCase() : null;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): { text: string; valid: boolean } {
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), valid: true };
  } catch {
    const text = iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes), charset) : new TextDecoder().decode(bytes);
    return { text, valid: false };
  }
}

function detect(bytes: Uint8Array): string {
  for (const { name } of analyse(bytes.subarray(0, MAX_SAMPLE_BYTES))) {
    const charset = canonicalCharset(name);
    if (charset !== null && charset !== 'utf-8' && decodeAs(bytes, charset).valid) return charset;
  }
  return 'windows-1252';
}
