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
  url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  return url.toString();
}

/** The article behind an address: the same id for every spelling that `normaliseUrl` makes one. */
export function articleIdOf(address: string): string {
  return deterministicId('article', normaliseUrl(address));
}
