import { escapeMarkup } from '../escapeMarkup.ts';
import type { Feed, FeedItem } from './feedItem.ts';

/** Atom with absolute links and HTML summaries. */
export function writeAtom(feed: Feed, base: string): string {
  return write(feed, `${base}${feed.outlet.feedPath}`, '', (path) => base + path);
}

/** Atom whose links are relative to an `xml:base`, which is itself relative to the feed's address. */
export function writeAtomWithBase(feed: Feed, base: string): string {
  return write(feed, `${base}${feed.outlet.feedPath}`, ' xml:base="../"', (path) => path.replace('/grid-capital/', ''));
}

function write({ outlet, items, updatedAt }: Feed, self: string, xmlBase: string, linkOf: (path: string) => string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"${xmlBase}>
  <id>tag:${outlet.id}.example,2024:feed</id>
  <title type="text">${escapeMarkup(outlet.name)}</title>
  <subtitle>${escapeMarkup(outlet.tagline)}</subtitle>
  <link rel="self" type="application/atom+xml" href="${escapeMarkup(self)}"/>
  <updated>${updatedAt}</updated>
${items.map((item) => writeEntry(outlet.id, item, linkOf)).join('\n')}
</feed>
`;
}

function writeEntry(outletId: string, item: FeedItem, linkOf: (path: string) => string): string {
  return `  <entry>
    <id>tag:${outletId}.example,${item.publishedAt.slice(0, 10)}:${escapeMarkup(item.path.replace(/\?.*$/, ''))}</id>
    <title type="html">${escapeMarkup(escapeMarkup(item.title))}</title>
    <link rel="alternate" type="text/html" href="${escapeMarkup(linkOf(item.path))}"/>
    <published>${item.publishedAt}</published>
    <updated>${item.updatedAt ?? item.publishedAt}</updated>
    <author><name>${escapeMarkup(item.author)}</name></author>
    <category term="${escapeMarkup(item.section)}"/>
    <summary type="html">${escapeMarkup(`<p>${escapeMarkup(item.summary)}</p>`)}</summary>
  </entry>`;
}
