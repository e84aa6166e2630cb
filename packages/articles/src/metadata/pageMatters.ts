import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';

/** BCP 47 tag of the article's language, as the page names it; null when it doesn't. */
export function languageOf(facts: PageFacts): string | null {
  const root = facts.elements.roots[0]?.attribs;
  const named = [
    ...facts.articles.flatMap((node) => texts(node.inLanguage)),
    root?.lang ?? root?.['xml:lang'] ?? '',
    ...metaValues(facts, ['content-language', 'language', 'dc.language', 'dcterms.language', 'og:locale']),
  ];
  return named.map((tag) => tag.trim().replaceAll('_', '-')).find((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) ?? null;
}

/** The address under which the article wants to be known, absolute; the page's own address when it names none that is one article's. */
export function canonicalUrlOf(facts: PageFacts): string {
  const named = [
    facts.elements.canonicals[0]?.attribs.href,
    metaValues(facts, ['og:url'])[0],
    ...facts.articles.flatMap((node) => texts(node.url)),
  ];
  for (const reference of named) {
    if (reference === undefined || reference.trim() === '') continue;
    const url = URL.parse(reference, facts.url);
    const isHome = url?.pathname === '/' && url.search === '';
    if (url !== null && /^https?:$/.test(url.protocol) && (!isHome || facts.address?.pathname === '/')) return url.href;
  }
  return facts.url;
}

/** Whether the publisher says that the text isn't free to read (schema.org `isAccessibleForFree`, `article:content_tier`). */
export function paywalledOf(facts: PageFacts): boolean {
  const free =
    facts.articles.map((node) => node.isAccessibleForFree).find((value) => value !== undefined && value !== null) ??
    metaValues(facts, ['isaccessibleforfree'])[0];
  if (free !== undefined) return /^(false|no|0)$|\/False$/i.test(String(Array.isArray(free) ? free[0] : free));
  return /^(locked|metered|paid|premium)$/i.test(metaValues(facts, ['article:content_tier'])[0] ?? '');
}

/** What the publisher gives as the text in JSON-LD; null when nothing. */
export function linkedBodyOf(facts: PageFacts): string | null {
  return facts.articles.flatMap((node) => texts(node.articleBody)).sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The page's own summary, all that is left of an article whose text is drawn by scripts. */
export function descriptionOf(facts: PageFacts): string[] {
  const [text] = [
    ...metaValues(facts, ['og:description', 'description', 'twitter:description']),
    ...facts.articles.flatMap((node) => texts(node.description)),
  ];
  return text === undefined ? [] : [foldSpace(decodeText(text))].filter((line) => line !== '');
}
