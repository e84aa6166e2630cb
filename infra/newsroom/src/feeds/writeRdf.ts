import { escapeMarkup } from '../escapeMarkup.ts';
import type { Feed } from './feedItem.ts';

/** RSS 1.0, an RDF vocabulary that some blogs never left. */
export function writeRdf({ outlet, items }: Feed, base: string): string {
  const home = `${base}/${outlet.id}`;
  return `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<channel rdf:about="${home}">
<title>${escapeMarkup(outlet.name)}</title>
<link>${home}</link>
<description>${escapeMarkup(outlet.tagline)}</description>
<items><rdf:Seq>
${items.map((item) => `<rdf:li rdf:resource="${escapeMarkup(base + item.path)}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${items
  .map(
    (item) => `<item rdf:about="${escapeMarkup(base + item.path)}">
<title>${escapeMarkup(item.title)}</title>
<link>${escapeMarkup(base + item.path)}</link>
<description>${escapeMarkup(item.summary)}</description>
<dc:creator>${escapeMarkup(item.author)}</dc:creator>
<dc:date>${item.publishedAt.replace(/Z$/, '+00:00')}</dc:date>${
      item.updatedAt === null ? '' : `\n<dcterms:modified>${item.updatedAt.replace(/Z$/, '+00:00')}</dcterms:modified>`
    }
</item>`,
  )
  .join('\n')}
</rdf:RDF>
`;
}
