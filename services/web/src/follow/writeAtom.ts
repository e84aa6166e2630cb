import { html } from '../html.ts';

/** An Atom feed as data; every text is plain and may hold anything. */
export interface AtomFeed {
  /** Absolute IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Absolute address of this document. */
  readonly self: string;
  /** Absolute address of the page that shows the same. */
  readonly page: string;
  readonly updated: Date;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  /** Absolute IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly page: string;
  /** The article that it came by; null when there is none. */
  readonly article: string | null;
  readonly categories: readonly string[];
  readonly summary: string;
}

/** Characters that XML 1.0 can't hold, not even escaped (§2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_XML = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g;

/** An Atom 1.0 document (RFC 4287). */
export function writeAtom(feed: AtomFeed): string {
  const { text } = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${feed.id}</id>
<title>${feed.title}</title>
<subtitle>${feed.subtitle}</subtitle>
<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.page}"/>
<updated>${feed.updated.toISOString()}</updated>
<author><name>Newsledger</name></author>
<generator>Newsledger</generator>
${feed.entries.map(
  (entry) => html`<entry>
<id>${entry.id}</id>
<title>${entry.title}</title>
<link rel="alternate" type="text/html" href="${entry.page}"/>
${entry.article !== null && html`<link rel="related" type="text/html" href="${entry.article}"/>`}
<published>${entry.updated.toISOString()}</published>
<updated>${entry.updated.toISOString()}</updated>
${entry.categories.map((category) => html`<category term="${category}"/>`)}
<summary>${entry.summary}</summary>
</entry>
`,
)}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${text.toWellFormed().replace(NOT_IN_XML, '\ufffd')}`;
}
