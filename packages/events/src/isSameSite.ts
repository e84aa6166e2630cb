import { getDomain } from 'tldts';

/**
 * Whether two addresses belong to one publisher, by the public suffix list: `m.example.co.uk` and `example.co.uk` do, `a.github.io` and
 * `b.github.io` don't. Addresses without a domain are of one site when their hosts are equal.
 */
export function isSameSite(a: string, b: string): boolean {
  const domainOf = (address: string) => getDomain(address, { allowPrivateDomains: true }) ?? new URL(address).host;
  return domainOf(a) === domainOf(b);
}
