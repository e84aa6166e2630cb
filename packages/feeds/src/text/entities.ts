import { decode } from 'html-entities';

/** Number references 128–159 mean windows-1252 in practice (HTML Standard, "numeric character reference end state"). */
const C1 = new TextDecoder('windows-1252');

/** Characters that XML 1.0 §2.2 forbids: controls, halves of surrogate pairs, two non-characters. */
export const FORBIDDEN = /(?![\t\n\r\x80-\x9f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** The characters of `&name;` or `&#n;`, given without ampersand and semicolon; null for a name that HTML doesn't know. */
export function resolveReference(reference: string): string | null {
  if (reference.startsWith('#')) return resolveNumber(reference.slice(1));
  const text = decode(`&${reference};`, { level: 'html5' });
  return text.startsWith('&') && reference.toLowerCase() !== 'amp' ? null : text;
}

function resolveNumber(digits: string): string {
  const hexadecimal = /^x/i.test(digits);
  const code = Number.parseInt(hexadecimal ? digits.slice(1) : digits, hexadecimal ? 16 : 10);
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  if (code >= 0x80 && code <= 0x9f) return C1.decode(Uint8Array.of(code));
  return String.fromCodePoint(code).replace(FORBIDDEN, '');
}

/** Text with every known reference resolved; unknown ones and bare ampersands stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,31});/gi, (whole, reference: string) => resolveReference(reference) ?? whole);
}

const ESCAPES: ReadonlyMap<string, string> = new Map(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }));

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES.get(character) ?? character);
}
