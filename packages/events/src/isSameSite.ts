import { getDomain } from 'tldts';

/**
 * Whether two addresses belong to one publisher, by the public suffix list: `m.example.co.uk` and `example.co.uk` do, `a.github.io` and
 * `b.github.io` don't. A number or a bare name of a host tells nothing about its publishers.
 */
export function isSameSite(a: string, b: string): boolean {
  const domainOf = (address: string) => getDomain(address, { allowPrivateDomains: true });
  return domainOf(a) !== null && domainOf(a) === domainOf(b);
}
