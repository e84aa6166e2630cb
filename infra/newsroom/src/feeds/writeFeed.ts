import type { FeedFormat } from '../outlets.ts';
import type { Feed } from './feedItem.ts';
import { writeAtom, writeAtomWithBase } from './writeAtom.ts';
import { writeJsonFeed } from './writeJsonFeed.ts';
import { writeListPage } from './writeListPage.ts';
import { writeNewsSitemap } from './writeNewsSitemap.ts';
import { writeRdf } from './writeRdf.ts';
import { writeRss } from './writeRss.ts';

/** `base` is the origin under which a client reached the newsroom: `http://127.0.0.1:4780`. */
type FeedWriter = (feed: Feed, base: string) => string;

/** One writer and media type per format. Some media types are as wrong as they are in the wild. */
export const feedFormats: Readonly<Record<FeedFormat, { readonly write: FeedWriter; readonly contentType: string }>> = {
  sitemap: { write: writeNewsSitemap, contentType: 'application/xml' },
  list: { write: writeListPage, contentType: 'text/html; charset=utf-8' },
  rss: { write: writeRss, contentType: 'text/xml' },
  atom: { write: writeAtom, contentType: 'application/atom+xml; charset=utf-8' },
  atomWithBase: { write: writeAtomWithBase, contentType: 'application/atom+xml' },
  json: { write: writeJsonFeed, contentType: 'application/feed+json' },
  rdf: { write: writeRdf, contentType: 'application/rdf+xml' },
};
