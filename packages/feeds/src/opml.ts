import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import { FeedUnreadableError } from './feedReading.ts';
import { Problems } from './problems.ts';
import { wellFormed } from './xml/wellFormed.ts';

export interface OpmlSource {
  name: string;
  url: string;
}

const TITLE = 'Newsledger sources';
const EMPTY = `<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>${TITLE}</title></head><body></body></opml>\n`;

type Outline = Opml.Outline<string>;

/**
 * Feeds of an OPML list, folders flattened, each address once.
 * @throws {FeedUnreadableError} when the text is no OPML.
 */
export function readOpml(text: string): OpmlSource[] {
  // Depth and entities are checked before a library recurses into the text.
  wellFormed(text, 'http://localhost/', new Problems());
  const document = parse(text);
  const byUrl = new Map<string, OpmlSource>();
  const visit = (outlines: readonly Outline[] | undefined) => {
    for (const outline of outlines ?? []) {
      const url = outline.xmlUrl?.trim();
      if (url && !byUrl.has(url)) byUrl.set(url, { name: (outline.title ?? outline.text ?? url).trim() || url, url });
      visit(outline.outlines);
    }
  };
  visit(document.body?.outlines);
  return [...byUrl.values()];
}

/** An OPML 2.0 list of these feeds. */
export function writeOpml(sources: readonly OpmlSource[]): string {
  // feedsmith refuses to write a list of nothing.
  if (sources.length === 0) return EMPTY;
  const outlines = sources.map(({ name, url }) => ({ type: 'rss', text: name, title: name, xmlUrl: url }));
  return generateOpml({ head: { title: TITLE }, body: { outlines } });
}

function parse(text: string): Opml.Document<string> {
  try {
    return parseOpml(text);
  } catch (error) {
    throw new FeedUnreadableError('This is no OPML list.', { cause: error });
  }
}
