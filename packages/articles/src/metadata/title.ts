import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';

const META_TITLES = ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'sailthru.title', 'headline', 'title'];
const MAX_HEADINGS = 20;
/** What parts a headline from the name of the site in `<title>`. */
const SEPARATOR = /\s*[|｜ㅣ]\s*|：(?=[^：]{2,12}$)|\s+[|•·»«:]+\s+|\s+[-–—]+\s+|\s*\|\s*/;

/**
 * The article's headline. Publishers write several for one article: what two of JSON-LD, OpenGraph and the page's heading agree on is
 * taken, else OpenGraph's (measured on news pages: the one that editors keep up to date), else the heading, else `<title>`.
 */
export function titleOf(facts: PageFacts): string {
  const linked = cleaned(facts.articles.flatMap((node) => texts(node.headline))[0] ?? '');
  const declared = withoutSite(cleaned(metaValues(facts, META_TITLES)[0] ?? ''), facts);
  const tag = foldSpace(facts.$('title').first().text());
  const heading = headingOf(facts, [linked, declared, tag]);
  const votes = [heading, linked, declared].filter((text) => text !== '');
  const agreed = votes.find((text, index) => votes.some((other, at) => at !== index && wordsOf(other) === wordsOf(text)));
  if (agreed !== undefined) return agreed;
  const isNews = linked !== '' || /article|news/i.test(metaValues(facts, ['og:type'])[0] ?? '');
  if (heading !== '' && (!isNews || declared === '' || wordsOf(declared).includes(wordsOf(heading)))) return heading;
  return declared || linked || heading || withoutSite(tag, facts);
}

function cleaned(text: string): string {
  return foldSpace(decodeText(text));
}

/** The heading that metadata repeat; without one, the only heading of the page that is not the site's name. */
function headingOf(facts: PageFacts, declared: readonly string[]): string {
  const { $ } = facts;
  const site = wordsOf(metaValues(facts, ['og:site_name', 'application-name'])[0] ?? '');
  const found = $('h1, [itemprop="headline"]')
    .toArray()
    .slice(0, MAX_HEADINGS)
    .map((element) => foldSpace($(element).text()) || foldSpace($(element).attr('content') ?? ''))
    .filter((text) => text.length > 3 && text.length < 400 && wordsOf(text) !== site);
  const known = declared.map(wordsOf);
  const repeated = (matches: (text: string, heading: string) => boolean) =>
    found.find((heading) => known.some((text) => text !== '' && matches(text, wordsOf(heading))));
  return (
    repeated((text, heading) => text === heading) ??
    repeated((text, heading) => heading.length > 12 && text.startsWith(heading)) ??
    (new Set(found).size === 1 ? found[0] : repeated((text, heading) => heading.length > 12 && text.includes(heading))) ??
    (found.length > 0 && declared.every((text) => text === '') ? (found[0] ?? '') : '')
  );
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** `Headline | The Site` without its last part, when that is the site's name or host, or short and behind a bar. */
function withoutSite(title: string, facts: PageFacts): string {
  const last = title.split(SEPARATOR).at(-1) ?? title;
  if (last === title || wordsOf(last) === '') return title;
  const at = title.lastIndexOf(last);
  const site = wordsOf(metaValues(facts, ['og:site_name', 'application-name'])[0] ?? '');
  const host = URL.canParse(facts.url) ? new URL(facts.url).hostname.replaceAll(/[^a-z0-9]/g, '') : '';
  const compact = wordsOf(last).replaceAll(' ', '');
  const isSite =
    wordsOf(last) === site ||
    (compact.length > 2 && host.includes(compact)) ||
    (compact.length > 30 ? false : host !== '' && compact.includes(host.replace(/^www/, '')));
  const isLabel = /[|｜ㅣ]\s*$/.test(title.slice(0, at)) && last.split(' ').length <= 4 && at > title.length / 2;
  return isSite || isLabel ? title.slice(0, at).replace(/[\s|｜ㅣ•·»«:–—-]+$/, '') || title : title;
}
