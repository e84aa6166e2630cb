import { type PageElement, standsIn, textOf } from '../page/pageElement.ts';
import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';
import { type Site, siteOf, withoutSite, wordsOf } from './site.ts';

const META_TITLES = ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'sailthru.title', 'headline', 'title'];
const MAX_HEADINGS = 20;
const MAX_LENGTH = 400;
/** Shorter headings are too easily found in a longer text by chance. */
const TELLING_LENGTH = 12;
/** What begins the name of a section or a site. */
const LABEL = /^\s*[-–—|｜ㅣ]/;
/** The readings that stand above Chinese characters. */
const READINGS: ReadonlySet<string> = new Set(['rt', 'rp']);

/** What the page's metadata call the article. */
interface Named {
  readonly linked: string;
  readonly declared: string;
  readonly tag: string;
}

/**
 * The article's headline. Publishers write several for one article: what two of the page's heading, JSON-LD and OpenGraph agree on is
 * taken, else the heading, which is what readers see; only newsrooms keep OpenGraph's more up to date than that (measured).
 */
export function titleOf(facts: PageFacts): string {
  const site = siteOf(facts);
  const linked = cleaned(facts.articles.flatMap((node) => texts(node.headline))[0] ?? '');
  const declared = declaredTitle(facts, site, linked);
  const [titleElement] = facts.elements.titles;
  const tag = titleElement === undefined ? '' : foldSpace(textOf(titleElement));
  const heading = headingOf(facts, site, { linked, declared, tag });
  const [headingWords, linkedWords, declaredWords] = [wordsOf(heading), wordsOf(linked), wordsOf(declared)];
  // Quotation marks that a page forgot to escape cut what it declares short.
  if (declared !== '' && headingWords.startsWith(`${declaredWords} `)) return heading;
  if (heading !== '' && (headingWords === linkedWords || headingWords === declaredWords)) return heading;
  if (linked !== '' && linkedWords === declaredWords) return linked;
  // Elsewhere OpenGraph's title is written for search engines.
  if (isNews(facts) && declared !== '' && !declaredWords.includes(headingWords || ' ')) return declared;
  return heading || declared || linked || withoutSite(tag, site);
}

function isNews(facts: PageFacts): boolean {
  const types = facts.articles.flatMap((node) => texts(node['@type']));
  return (
    types.some((type) => /News|LiveBlog/.test(type)) || (types.length === 0 && /article/i.test(metaValues(facts, ['og:type'])[0] ?? ''))
  );
}

/** The title in `<meta>`. Where one is the beginning of another, the rest of that is a label, unless JSON-LD has it too. */
function declaredTitle(facts: PageFacts, site: Site, linked: string): string {
  const titles = META_TITLES.flatMap((name) => facts.meta.get(name)?.slice(0, MAX_HEADINGS) ?? [])
    .map(cleaned)
    .filter((title) => wordsOf(title) !== site.name);
  const [first = ''] = titles;
  if (first === linked) return withoutSite(first, site);
  const whole = titles.find((title) => title.length > TELLING_LENGTH && first.startsWith(title) && LABEL.test(first.slice(title.length)));
  return withoutSite(whole ?? first, site);
}

function cleaned(text: string): string {
  return foldSpace(decodeText(text));
}

/** The heading that metadata repeat; without one, the only heading of the page that is not the site's name. */
function headingOf(facts: PageFacts, site: Site, { linked, declared, tag }: Named): string {
  const isHeadline = (element: PageElement) => !standsIn(element, isTrail) || wordsOf(textOf(element)) === wordsOf(linked);
  const first = headingsIn(facts.elements.headlines.slice(0, MAX_HEADINGS).filter(isHeadline), site);
  const known = [linked, declared, tag].map(wordsOf).filter((text) => text !== '');
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

/** Whether an element holds the way from the front page to this one. Its last step may be an `<h1>` that is written for search engines. */
function isTrail({ name, attribs }: PageElement): boolean {
  return name === 'nav' || /breadcrumb/i.test(attribs.class ?? '');
}

function headingsIn(elements: readonly PageElement[], site: Site): string[] {
  return elements
    .slice(0, MAX_HEADINGS)
    .map((element) => foldSpace(textOf(element, READINGS)) || foldSpace(element.attribs.content ?? ''))
    .filter((text) => text.length > 3 && text.length < MAX_LENGTH && wordsOf(text) !== site.name);
}
