import { resolveUrl } from '../text/resolveUrl.ts';
import { attribute, type XmlNode } from './xmlNode.ts';

/** Addresses of the hubs that announce changes (W3C WebSub §4). */
export function hubsOf(links: readonly XmlNode[], url: string): string[] {
  return [...new Set(withRelation(links, 'hub', url))];
}

/** The address by which the hubs know the feed. */
export function selfOf(links: readonly XmlNode[], url: string): string | null {
  return withRelation(links, 'self', url)[0] ?? null;
}

function withRelation(links: readonly XmlNode[], relation: string, url: string): string[] {
  return links
    .filter((link) => (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/).includes(relation))
    .flatMap((link) => resolveUrl(attribute(link, 'href') ?? '', attribute(link, 'xml:base') ?? url) ?? []);
}
