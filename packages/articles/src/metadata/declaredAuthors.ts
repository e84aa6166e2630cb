import { authorNames } from './authorNames.ts';
import { isRecord, type LinkedData, texts } from './jsonLd.ts';
import type { PageFacts } from './pageFacts.ts';

const META_AUTHORS = [
  'author', 'parsely-author', 'dc.creator', 'dcterms.creator', 'dc.creator.name', 'sailthru.author', 'citation_author', 'article:author', 'article:byline', 'og:article:author', 'cxenseparse:author',
  'twitter:creator_name', 'byl', 'article.author', 'og:author', 'creator', 'lp.article:author', 'authors', 'author_name', 'author-name', 'article_author', 'article-author',
]; // biome-ignore format: a table
/** Nodes whose author is the article's where no node describes the article. */
const PAGE_TYPE = /(?:WebPage|AboutPage|ItemPage|QAPage|Recipe|CreativeWork)$/;

/** Authors that the page's JSON-LD names; those of other articles that it lists are none of them. */
export function linkedAuthors(facts: PageFacts): string[] {
  const main = facts.articles.find((node) => authorsOf(node, facts).length > 0);
  if (main !== undefined) {
    const same = facts.articles.filter((node) => node === main || sameArticle(node, main));
    return authorNames(same.flatMap((node) => authorsOf(node, facts)));
  }
  const page = facts.nodes.find((node) => texts(node['@type']).some((type) => PAGE_TYPE.test(type)) && authorsOf(node, facts).length > 0);
  return page === undefined ? [] : authorNames(authorsOf(page, facts));
}

/** Authors that `<meta>` names, by the first name of theirs that names any. */
export function metaAuthors({ meta }: PageFacts): string[] {
  return META_AUTHORS.map((name) => authorNames(meta.get(name) ?? [])).find((names) => names.length > 0) ?? [];
}

function sameArticle(a: LinkedData, b: LinkedData): boolean {
  const [headline] = texts(a.headline);
  return headline !== undefined && headline === texts(b.headline)[0];
}

function authorsOf(node: LinkedData, facts: PageFacts): string[] {
  const named = namesOf(node.author, facts);
  return named.length > 0 ? named : namesOf(node.creator, facts);
}

function namesOf(author: unknown, facts: PageFacts): string[] {
  if (Array.isArray(author)) return author.flatMap((one) => namesOf(one, facts));
  if (typeof author === 'string') return referred(author, facts) ?? [author];
  if (!isRecord(author)) return [];
  const named = texts(author.name ?? author['@name']);
  if (named.length > 0) return named;
  const parts = texts([author.givenName, author.familyName]);
  if (parts.length === 2) return [parts.join(' ')];
  return referred(texts(author['@id'])[0] ?? '', facts) ?? [];
}

/** Names of the node that a reference (`@id`) means; null when there is none. */
function referred(reference: string, { nodes }: PageFacts): string[] | null {
  const target = reference === '' ? undefined : nodes.find((node) => node['@id'] === reference && node.name !== undefined);
  return target === undefined ? null : texts(target.name);
}
