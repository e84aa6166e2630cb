import { type PageElement, textOf } from '../page/pageElement.ts';
import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';

const META_TITLES = ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'sailthru.title', 'headline', 'title'];
const MAX_HEADINGS = 20;
const MAX_LENGTH = 400;
/** Shorter headings are too easily found in a longer text by chance. */
const TELLING_LENGTH = 12;
/** Names of sections and labels that `<title>` appends behind bars. */
const MAX_LABELS = 4;
/** What parts a headline from the name of the site in `<title>`. */
const SEPARATOR = /\s*[|｜ㅣ]\s*|：(?=[^：]{2,12}$)|\s+[|•·»«:]+\s+|\s+[-–—]+\s+|\s*\|\s*/;
/** The readings that stand above Chinese characters. */
const READINGS: ReadonlySet<string> = new Set(['rt', 'rp']);

/** The paper, as titles may name it. */
interface Site {
  /** Words of the name that the page gives it; empty when it gives none. */
  readonly name: string;
  /** Letters and digits of its host; empty when the address has none. */
  readonly host: string;
}

/**
 * The article's headline. Publishers write several for one article: what two of the page's heading, JSON-LD and OpenGraph agree on is
 * taken, else the heading, which is what readers see; only newsrooms keep OpenGraph's more up to date than that (measured).
 */
export function titleOf(facts: PageFacts): string {
  const site = siteOf(facts);
  const linked = cleaned(facts.articles.flatMap((node) => texts(node.headline))[0] ?? '');
  const declared = withoutSite(cleaned(metaValues(facts, META_TITLES).find((text) => wordsOf(cleaned(text)) !== site.name) ?? ''), site);
  const [titleElement] = facts.elements.titles;
  const tag = titleElement === undefined ? '' : foldSpace(textOf(titleElement));
  const heading = headingOf(facts, site, [linked, declared, tag]);
  const votes = [heading, linked, declared].filter((text) => text !== '');
  const agreed = votes.find((text, index) => votes.some((other, at) => at !== index && wordsOf(other) === wordsOf(text)));
  if (agreed !== undefined) return agreed;
  // Elsewhere OpenGraph's title is written for search engines.
  if (isNews(facts) && declared !== '' && !wordsOf(declared).includes(wordsOf(heading) || ' ')) return declared;
  return heading || declared || linked || withoutSite(tag, site);
}

function isNews(facts: PageFacts): boolean {
  const types = facts.articles.flatMap((node) => texts(node['@type']));
  return (
    types.some((type) => /News|LiveBlog/.test(type)) || (types.length === 0 && /article/i.test(metaValues(facts, ['og:type'])[0] ?? ''))
  );
}

function cleaned(text: string): string {
  return foldSpace(decodeText(text));
}

/** The heading that metadata repeat; without one, the only heading of the page that is not the site's name. */
function headingOf(facts: PageFacts, site: Site, declared: readonly string[]): string {
  const first = headingsIn(facts.elements.headlines, site);
  const known = declared.map(wordsOf).filter((text) => text !== '');
  const repeated = (found: readonly string[], matches: (text: string, heading: string) => boolean) =>
    found
      .filter((heading) => {
        const words = wordsOf(heading);
        return known.some((text) => matches(text, words));
      })
      .sort((a, b) => b.length - a.length)
      .at(0);
  const isWhole = (text: string, heading: string) => text === heading;
  const isStart = (text: string, heading: string) => heading.length > TELLING_LENGTH && text.startsWith(heading);
  const isPart = (text: string, heading: string) => heading.length > TELLING_LENGTH && text.includes(heading);
  return (
    repeated(first, isWhole) ??
    (new Set(first).size === 1 ? first[0] : (repeated(first, isStart) ?? repeated(first, isPart))) ??
    (first.length > 0 && known.length === 0 ? first[0] : undefined) ??
    (first.length === 0 ? repeated(headingsIn(facts.elements.secondHeadings, site), isStart) : undefined) ??
    ''
  );
}

function headingsIn(elements: readonly PageElement[], site: Site): string[] {
  return elements
    .slice(0, MAX_HEADINGS)
    .map((element) => foldSpace(textOf(element, READINGS)) || foldSpace(element.attribs.content ?? ''))
    .filter((text) => text.length > 3 && text.length < MAX_LENGTH && wordsOf(text) !== site.name);
}

function siteOf(facts: PageFacts): Site {
  return {
    name: wordsOf(metaValues(facts, ['og:site_name', 'application-name'])[0] ?? ''),
    host: facts.address?.hostname.replaceAll(/[^a-z0-9]/g, '') ?? '',
  };
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** `Headline | Section | The Site` without its last parts, when they are the site's name or host, or short and behind a bar. */
function withoutSite(title: string, site: Site): string {
  let shorter = title;
  for (let labels = 0; labels < MAX_LABELS; labels++) {
    const next = withoutLastPart(shorter, site);
    if (next === shorter) break;
    shorter = next;
  }
  return withoutFirstPart(shorter, site);
}

function withoutLastPart(title: string, site: Site): string {
  const last = title.split(SEPARATOR).at(-1) ?? title;
  if (last === title || wordsOf(last) === '') return title;
  const at = title.lastIndexOf(last);
  const isLabel = /[|｜ㅣ]\s*$/.test(title.slice(0, at)) && last.split(' ').length <= 4 && at > title.length / 2;
  return isSite(last, site) || isLabel ? title.slice(0, at).replace(/[\s|｜ㅣ•·»«:–—-]+$/, '') || title : title;
}

/** `The Site | Headline`: a name before the headline is cut only when the page itself says that it is the site's. */
function withoutFirstPart(title: string, site: Site): string {
  const first = title.split(SEPARATOR).at(0) ?? title;
  if (first === title || wordsOf(first) === '' || wordsOf(first) !== site.name) return title;
  return title.slice(first.length).replace(/^[\s|｜ㅣ•·»«:–—-]+/, '') || title;
}

function isSite(text: string, { name, host }: Site): boolean {
  const compact = wordsOf(text).replaceAll(' ', '');
  if (wordsOf(text) === name || (compact.length > 2 && host.includes(compact))) return true;
  return compact.length <= 30 && host !== '' && compact.includes(host.replace(/^www/, ''));
}
