import RssParser from 'rss-parser';
import type { XmlNode } from './xmlNode.ts';

/** Elements of a feed or entry that are read; rss-parser hands them over as it parsed them. */
const FIELDS = [
  '$', 'title', 'link', 'id', 'guid', 'description', 'summary', 'content', 'content:encoded', 'subtitle', 'tagline', 'info', 'body', 'fullitem', 'xhtml:body', 'xhtml:div', 'author', 'contributor',
  'name', 'managingEditor', 'webMaster', 'language', 'pubDate', 'published', 'issued', 'created', 'updated', 'modified', 'lastBuildDate', 'ttl', 'dc:title', 'dc:description', 'dc:creator', 'dc:contributor', 'dc:publisher',
  'dc:author', 'dc:date', 'dc:language', 'dc:identifier', 'dcterms:created', 'dcterms:issued', 'dcterms:modified', 'dcterms:abstract', 'dcterms:title', 'itunes:title', 'itunes:author', 'itunes:summary', 'itunes:subtitle',
  'media:title', 'media:description', 'media:credit', 'media:group', 'media:content', 'atom:link', 'atom:title', 'atom:summary', 'atom:content', 'atom:subtitle', 'atom:author', 'atom:id', 'atom:published', 'atom:updated',
  'feedburner:origLink', 'sy:updatePeriod', 'sy:updateFrequency', 'enclosure', 'source',
]; // biome-ignore format: a table

const PREFIX = 'raw ';
const kept = FIELDS.map((name): (string | { keepArray: boolean })[] => [name, PREFIX + name, { keepArray: true }]);
const parser = new RssParser<Record<string, unknown>, Record<string, unknown>>({
  defaultRSS: 2,
  // The types allow only a plain name for fields of the feed; the code reads both lists alike.
  customFields: { feed: kept as never, item: kept },
});

/** Feed and entries as rss-parser reads them, each with its elements as parsed. @throws what rss-parser throws. */
export async function readWithRssParser(xml: string): Promise<{ feed: XmlNode; entries: XmlNode[] }> {
  const output = await parser.parseString(xml);
  return { feed: elements(output), entries: output.items.map(elements) };
}

function elements(parsed: Record<string, unknown>): XmlNode {
  return Object.fromEntries(FIELDS.map((name) => [name, parsed[PREFIX + name]]).filter(([, value]) => value !== undefined));
}
