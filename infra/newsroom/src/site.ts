import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { Article, Edition } from './content.ts';
import { escapeMarkup } from './escapeMarkup.ts';
import { feedOf, hasSecondState } from './feeds/feedItem.ts';
import { feedFormats } from './feeds/writeFeed.ts';
import { frontPage, overviewPage, previewCard } from './frontPages.ts';
import type { Resource, ResourceEdition } from './http/resource.ts';
import { loadArticles } from './loadArticles.ts';
import { type FeedFormat, type Outlet, outlets } from './outlets.ts';
import { renderBody } from './renderBody.ts';
import { templates } from './templates/index.ts';

/** Counted up when templates change, so that entity tags change with them. */
const TEMPLATE_VERSION = 1;

/** Everything that the newsroom serves, by path (with the query string where an address has one). */
export function buildSite(): Map<string, Resource> {
  const site = new Map<string, Resource>();
  const newsrooms = outlets.map((outlet) => ({ outlet, articles: loadArticles(outlet.id) }));
  for (const { outlet, articles } of newsrooms) {
    for (const article of articles) addArticle(site, outlet, article, articles);
    addFeed(site, outlet, articles, outlet.feed, outlet.feedPath);
    if (outlet.secondFeed !== null) addFeed(site, outlet, articles, outlet.secondFeed.format, outlet.secondFeed.path);
    site.set(
      `/${outlet.id}`,
      page(() => frontPage(outlet, articles)),
    );
    site.set(
      `/${outlet.id}/card.svg`,
      page(() => previewCard(outlet), 'image/svg+xml'),
    );
  }
  site.set(
    '/',
    page(() => overviewPage(newsrooms)),
  );
  return site;
}

function addArticle(site: Map<string, Resource>, outlet: Outlet, article: Article, all: readonly Article[]): void {
  const path = outlet.pathOf(article);
  if (site.has(path)) throw new Error(`Two articles of ${outlet.name} lie at ${path}`);
  const [first, ...later] = article.editions;
  const gone = article.withdrawn === null ? [] : [goneEdition(outlet, article.withdrawn.reason)];
  site.set(path, {
    kind: 'document',
    editions: [pageEdition(outlet, article, first, all), ...later.map((edition) => pageEdition(outlet, article, edition, all)), ...gone],
    throttled: article.throttled,
  });
  if (article.movedFrom !== null) site.set(article.movedFrom, { kind: 'moved', to: path });
}

function pageEdition(outlet: Outlet, article: Article, edition: Edition, all: readonly Article[]): ResourceEdition {
  const template = templates[outlet.id];
  if (template === undefined) throw new Error(`${outlet.name} has no template`);
  const blocks = renderBody(outlet.setNumbers(edition.body));
  const related = all
    .filter((other) => other.slug !== article.slug && other.withdrawn === null)
    .slice(0, 4)
    .map((other) => ({ title: outlet.setNumbers(other.editions[0].title), path: outlet.pathOf(other) }));
  const changedAt = edition.updatedAt ?? edition.publishedAt;
  return {
    status: article.status,
    ...validators(outlet, changedAt, JSON.stringify([edition, article.slug])),
    // windows-1252 is declared inside the page alone, as on the old systems that still use it.
    contentType: outlet.charset === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html',
    render: (base) => iconv.encode(template({ outlet, article, edition, base, blocks, related }), outlet.charset),
  };
}

function goneEdition(outlet: Outlet, reason: string): ResourceEdition {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gone</title></head><body><h1>${escapeMarkup(outlet.name)}</h1><p>${escapeMarkup(reason)}</p></body></html>`;
  return { status: 410, etag: null, lastModified: null, contentType: 'text/html; charset=utf-8', render: () => Buffer.from(html) };
}

function addFeed(site: Map<string, Resource>, outlet: Outlet, articles: readonly Article[], format: FeedFormat, path: string): void {
  const { write, contentType } = feedFormats[format];
  const editionOf = (state: 'first' | 'second'): ResourceEdition => {
    const feed = feedOf(outlet, articles, state);
    return {
      status: 200,
      ...validators(outlet, feed.updatedAt, JSON.stringify(feed.items)),
      contentType,
      render: (base) => iconv.encode(write(feed, base), outlet.charset),
    };
  };
  const second = hasSecondState(articles) ? [editionOf('second')] : [];
  site.set(path, { kind: 'document', editions: [editionOf('first'), ...second], throttled: false });
}

function page(write: () => string, contentType = 'text/html; charset=utf-8'): Resource {
  const render = () => Buffer.from(write());
  return { kind: 'document', editions: [{ status: 200, etag: null, lastModified: null, contentType, render }], throttled: false };
}

function validators(outlet: Outlet, changedAt: string, content: string): Pick<ResourceEdition, 'etag' | 'lastModified'> {
  const digest = createHash('sha256').update(`${TEMPLATE_VERSION} ${content}`).digest('hex').slice(0, 16);
  const etag = outlet.validators === 'date_only' ? null : `${outlet.validators === 'weak' ? 'W/' : ''}"${digest}"`;
  return { etag, lastModified: new Date(changedAt).toUTCString() };
}
