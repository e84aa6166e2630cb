import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';

const META_TITLES = ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'sailthru.title', 'headline', 'title'];
/** What parts a headline from the name of the site in `<title>`. */
const SEPARATOR = /\s+[|•·»«:]+\s+|\s+[-–—]+\s+|\s*\|\s*/;

/** The article's headline: the page's one visible heading when metadata agree with it, else JSON-LD, OpenGraph, `<title>` without the site's name. */
export function titleOf(facts: PageFacts): string {
  const headings = headingsOf(facts);
  const declared = [
    ...facts.articles.flatMap((node) => texts(node.headline)),
    ...metaValues(facts, META_TITLES),
    ...facts.articles.flatMap((node) => texts(node.name)),
  ]
    .map((text) => foldSpace(decodeText(text)))
    .filter((text) => text !== '');
  const tag = foldSpace(facts.$('title').first().text());
  const seen = headings.find((heading) => [...declared, tag].some((text) => resembles(text, heading)));
  if (seen !== undefined) return seen;
  const [first] = declared;
  return first !== undefined
    ? withoutSite(first, facts)
    : (headings.length === 1 ? (headings[0] ?? '') : '') || withoutSite(tag, facts) || (headings[0] ?? '');
}

function headingsOf({ $ }: PageFacts): string[] {
  const found = $('h1, [itemprop="headline"]')
    .toArray()
    .map((element) => foldSpace($(element).text()));
  return found.filter((text) => text.length > 3 && text.length < 400);
}

/** One says what the other says, but for the site's name. */
function resembles(declared: string, heading: string): boolean {
  const a = wordsOf(declared);
  const b = wordsOf(heading);
  return a === b || (b.length > 12 && a.startsWith(b)) || (a.length > 20 && b.startsWith(a));
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** `Headline | The Site` without its last part, when that is the site's name or short beside the headline. */
export function withoutSite(title: string, facts: PageFacts): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const site = wordsOf(metaValues(facts, ['og:site_name', 'application-name'])[0] ?? '');
  const last = parts.at(-1) ?? '';
  const isSite = site !== '' && (wordsOf(last) === site || facts.url.toLowerCase().includes(wordsOf(last).replaceAll(' ', '')));
  const index = title.lastIndexOf(last);
  if (
    isSite ||
    (/\|/.test(title) && last.split(' ').length <= 4 && index > title.length / 2) ||
    facts.url
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .includes(wordsOf(last).replaceAll(' ', ''))
  )
    return title.slice(0, index).replace(/[\s|•·»«:–—-]+$/, '') || title;
  return title;
}
