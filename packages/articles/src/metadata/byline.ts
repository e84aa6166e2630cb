import { linkedAuthors, metaAuthors } from './declaredAuthors.ts';
import { texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';
import { visibleAuthors } from './visibleAuthors.ts';

const MAX_AUTHORS = 20;

/**
 * Names of the article's authors, each once, without "By": as JSON-LD names them, else `<meta>`, else the page itself. Where one of them
 * names only the paper, which it does for want of anyone else, the next that names a person counts.
 */
export function bylineOf(facts: PageFacts): string[] {
  const papers = papersOf(facts);
  let paper: string[] = [];
  for (const read of [linkedAuthors, metaAuthors, visibleAuthors]) {
    const names = read(facts);
    if (names.some((name) => !papers.has(keyOf(name)))) return names.slice(0, MAX_AUTHORS);
    if (paper.length === 0) paper = names;
  }
  return paper.slice(0, MAX_AUTHORS);
}

/** Keys of the names by which the page calls the paper. */
function papersOf(facts: PageFacts): ReadonlySet<string> {
  const host = facts.address?.hostname.replace(/^www\./, '') ?? '';
  const papers = [
    ...metaValues(facts, ['og:site_name']),
    ...facts.articles.flatMap((node) => texts(node.publisher)),
    host,
    host.replace(/\.[a-z]{2,}$/, ''),
  ];
  return new Set(papers.map(keyOf));
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
