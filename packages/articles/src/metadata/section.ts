import { decodeText } from '../text/decodeText.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { isRecord, type LinkedData, texts } from './jsonLd.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';

const META_SECTIONS = [
  'article:section',
  'og:article:section',
  'articlesection',
  'parsely-section',
  'sailthru.section',
  'cxenseparse:section',
  'dc.subject.section',
  'section',
  'category',
];
const MAX_LENGTH = 80;
/** First parts of paths that say nothing of what an article is about. */
const NO_SECTION =
  /^(?:articles?|news|story|stories|posts?|blog|archive|amp|[a-z]{2}|[a-z]{2}-[a-z]{2}|\d+|index.*|content|page|p|a|home|start(?:seite)?)$/i;

/** The section of the paper that the article stands in: JSON-LD, metadata, breadcrumbs, else the first part of its address; null when none says. */
export function sectionOf(facts: PageFacts): string | null {
  const named = [
    ...facts.articles.flatMap((node) => texts(node.articleSection)),
    ...metaValues(facts, META_SECTIONS),
    ...breadcrumbsOf(facts.nodes),
    ...addressSection(facts.address),
  ];
  return (
    named.map((text) => foldSpace(decodeText(text))).find((text) => text !== '' && text.length <= MAX_LENGTH && !/https?:/i.test(text)) ??
    null
  );
}

/** Of `Home > Business > Headline` the second. */
function breadcrumbsOf(nodes: readonly LinkedData[]): string[] {
  const list = nodes.find((node) => texts(node['@type']).includes('BreadcrumbList'))?.itemListElement;
  const names = Array.isArray(list) ? list.map((step) => (isRecord(step) ? (texts(step.name)[0] ?? texts(step.item)[0] ?? '') : '')) : [];
  return names.length >= 3 ? names.slice(1, 2) : [];
}

/** One word: of two, the first part of a path is as often the name of a paper or of a project. */
function addressSection(address: URL | null): string[] {
  const parts = (address?.pathname ?? '').split('/').filter((part) => part !== '');
  // The last part names the article.
  const part = parts.slice(0, -1).find((name) => !NO_SECTION.test(name));
  return part !== undefined && /^[a-z]{3,20}$/i.test(part) ? [part] : [];
}
