import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { isRecord, texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';

const MAX_AUTHORS = 20;
const MAX_NAME_LENGTH = 200;
const MAX_BYLINE_LENGTH = 1000;
const MAX_ELEMENTS = 40;
const COMMENTS = '[class*="comment" i], [id*="comment" i], [class*="kommentar" i]';
const META_AUTHORS = [
  'author',
  'parsely-author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'sailthru.author',
  'citation_author',
  'article:author',
  'og:article:author',
  'cxenseparse:author',
  'twitter:creator_name',
  'byl',
  'article.author',
  'og:author',
  'creator',
  'lp.article:author',
];
const ELEMENTS = [
  '[itemprop~="author"] [itemprop="name"]', '[itemprop~="author"]', 'a[rel~="author"]', '[class*="byline" i] a[href*="author" i], [class*="byline" i] a[href*="/by/" i], [class*="byline" i] a[href*="autor" i]', 'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/auteur/"], a[href*="/profile/"]',
  '[class*="author-name" i], [class*="author__name" i], [class*="authorname" i], [class*="author_name" i]', '.byline, [class*="byline" i]', '.author, [class*="article-author" i], [class*="post-author" i], [class*="autor" i]', '[class*="author" i]',
]; // biome-ignore format: a table
const LEAD_IN =
  /^(?:\s*(?:by|von|par|por|di|da|van|door|av|af|text|texte|autore?|autor(?:in)?|auteur|author|redaktion|written by|words by|reporting by|reported by|posted by|published by|story by|analysis by|opinion by|interview(?: by)?|автор|текст|przez|ein (?:kommentar|artikel|beitrag|gastbeitrag|interview|bericht) von|foto)\s*[:–-]?\s+|\s*(?:by|von|autor|author|text)\s*:\s*)/i;
const TAIL = /\s*(?:[,|·•–—/(]|\bis an?\b|\bfor\b|\bin\b(?= [A-Z])|\bupdated\b|\bpublished\b|\d{1,2}[.:/ ]).*$/i;

/** Names of the article's authors as the page gives them, each once, without "By". */
export function bylineOf(facts: PageFacts): string[] {
  const linked = facts.articles.flatMap((node) => peopleOf(node.author ?? node.creator, facts));
  const declared = metaValues(facts, META_AUTHORS).flatMap(splitNames);
  const names = [linked, declared].map((list) => clean(list, facts)).find((list) => list.length > 0) ?? visible(facts);
  return names.slice(0, MAX_AUTHORS);
}

function peopleOf(author: unknown, facts: PageFacts): string[] {
  if (Array.isArray(author)) return author.flatMap((one) => peopleOf(one, facts));
  if (typeof author === 'string') return splitNames(author);
  if (!isRecord(author)) return [];
  const named = texts(author.name ?? author['@name']);
  if (named.length > 0) return named.flatMap(splitNames);
  const reference = texts(author['@id'])[0];
  const target = reference === undefined ? undefined : facts.nodes.find((node) => node['@id'] === reference && node.name !== undefined);
  return target
    ? texts(target.name).flatMap(splitNames)
    : texts([author.givenName, author.familyName]).length === 2
      ? [texts([author.givenName, author.familyName]).join(' ')]
      : [];
}

function visible({ $, ...facts }: PageFacts): string[] {
  for (const selector of ELEMENTS) {
    const found = $(selector)
      .toArray()
      .slice(0, MAX_ELEMENTS)
      .filter((element) => $(element).closest(COMMENTS).length === 0)
      .slice(0, 8)
      .flatMap((element) => {
        const text = foldSpace($(element).text());
        return text.length === 0 || text.length > MAX_NAME_LENGTH ? [] : splitNames(text.replace(LEAD_IN, '').replace(TAIL, ''));
      });
    const names = clean(found, { $, ...facts }).filter(
      (name) => /^\p{Lu}/u.test(name) && name.split(' ').length <= 5 && name.split(' ').length >= 2,
    );
    if (names.length > 0) return names.slice(0, 4);
  }
  return [];
}

function splitNames(text: string): string[] {
  const names = decodeText(text.slice(0, MAX_BYLINE_LENGTH)).replace(LEAD_IN, '');
  // "Lastname, Firstname" is one person; "A B, C D and E F" are three.
  return names.split(/\s*(?:;|\||\/|\n|\bund\b|\band\b|\bet\b|\s&\s|\sy\s|\si\s(?=\p{Lu})|,\s*(?=\p{Lu}[^,]*\s))\s*/u);
}

function clean(names: readonly string[], facts: PageFacts): string[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const text = foldSpace(decodeText(name))
      .replace(LEAD_IN, '')
      .replace(/[\s,;:|–-]+$/, '');
    const key = text.toLowerCase();
    if (text === '' || text.length > MAX_NAME_LENGTH || /https?:|www\.|@\w|^\d|[<>{}]/i.test(text) || NOBODY.test(text) || seen.has(key))
      return [];
    seen.add(key);
    return facts.url.includes(text) ? [] : [text];
  });
}

/** Accounts of content systems, and words that stand where a name should. */
const NOBODY = /^(admin(istrator)?|root|user|editor|unknown|null|undefined|author|anonymous|none|n\/a|webmaster|test)$/i;
