import { escapeMarkup } from '../escapeMarkup.ts';
import type { Feed, FeedItem } from './feedItem.ts';

/**
 * RSS 2.0 as outlets really write it: a bare `&` wherever the outlet's name or tagline has one, and a `media:` prefix that nothing
 * declares. Strict XML parsers refuse both.
 */
export function writeRss({ outlet, items, updatedAt }: Feed, base: string): string {
  const sloppy = outlet.id === 'ledger-market';
  return `<?xml version="1.0" encoding="${outlet.charset}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<channel>
<title>${sloppy ? outlet.name : escapeMarkup(outlet.name)}</title>
<link>${base}/${outlet.id}</link>
<description>${sloppy ? outlet.tagline : escapeMarkup(outlet.tagline)}</description>
<language>en</language>
<lastBuildDate>${rfc822(updatedAt)}</lastBuildDate>
<ttl>15</ttl>
${items.map((item) => writeItem(item, base, sloppy)).join('\n')}
</channel>
</rss>
`;
}

function writeItem(item: FeedItem, base: string, sloppy: boolean): string {
  const link = escapeMarkup(base + item.path);
  return `<item>
<title>${escapeMarkup(item.title)}</title>
<link>${link}</link>
<guid isPermaLink="false">${escapeMarkup(item.path.replace(/\?(?!id=).*$|&.*$/, ''))}</guid>
<pubDate>${rfc822(item.publishedAt)}</pubDate>${item.updatedAt === null ? '' : `\n<dcterms:modified>${item.updatedAt}</dcterms:modified>`}
<dc:creator>${escapeMarkup(item.author)}</dc:creator>
<category>${sloppy ? `${item.section} & Markets` : escapeMarkup(item.section)}</category>
<description><![CDATA[<p>${escapeMarkup(item.summary)}</p>]]></description>${
    sloppy ? `\n<media:content url="${base}/ledger-market/card.svg" medium="image"/>` : ''
  }
</item>`;
}

/** `Mon, 03 Nov 2025 14:05:00 GMT` */
function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
