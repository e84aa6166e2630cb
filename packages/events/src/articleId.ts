import { articleKeyOf } from './articleKey.ts';
import { deterministicId } from './newEvent.ts';

/** Parameters that say where a reader came from, never what is read. */
const TRACKING =
  /^(utm_.+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(enc|mi)|ref|ref_src|cmpid|cid|ocid|smid|partner|guccounter|ftag|mkt_tok|spm|at_(medium|campaign))$/i;

/**
 * One spelling for the addresses of one article: lower-case host, no fragment, default port, tracking parameters or trailing slash, and
 * the other parameters sorted.
 * @throws {TypeError} when `address` is no absolute http(s) URL.
 */
export function normaliseUrl(address: string): string {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(`"${address}" is not an http(s) address`);
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/+$/, '').replace(ESCAPED, plainly) || '/';
  return url.toString();
}

/** The article behind an address: the same id for all its spellings and presentations. */
export function articleIdOf(address: string): string {
  return deterministicId('article', articleKeyOf(normaliseUrl(address)));
}

const ESCAPED = /%[0-9a-f]{2}/gi;

/** Escapes in capitals, and none where none is needed (RFC 3986 §6.2.2). */
function plainly(escaped: string): string {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase();
}
