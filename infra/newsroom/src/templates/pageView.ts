import type { Article, Edition } from '../content.ts';
import { escapeMarkup } from '../escapeMarkup.ts';
import type { Outlet } from '../outlets.ts';

/** What a template lays out. */
export interface PageView {
  readonly outlet: Outlet;
  readonly article: Article;
  readonly edition: Edition;
  /** Origin under which the client reached the newsroom. */
  readonly base: string;
  /** The text as HTML, one string per block. */
  readonly blocks: readonly string[];
  /** Other headlines of the outlet, for its "related" boxes. */
  readonly related: readonly { readonly title: string; readonly path: string }[];
}

export type Template = (view: PageView) => string;

export const footerNotice = (outlet: Outlet) =>
  `Sample content written for Newsledger, in its own words. ${escapeMarkup(outlet.name)} is an invented outlet.`;

export function canonicalOf({ base, outlet, article }: PageView): string {
  return base + (article.copyOf ?? outlet.pathOf(article));
}

/** Title, description, canonical link and OpenGraph, as most publishers write them. */
export function headTags(view: PageView): string {
  const { outlet, edition } = view;
  const canonical = escapeMarkup(canonicalOf(view));
  const title = escapeMarkup(outlet.setNumbers(edition.title));
  const description = escapeMarkup(outlet.setNumbers(edition.summary));
  return `<title>${title} | ${escapeMarkup(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${description}">
<link rel="canonical" href="${canonical}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${escapeMarkup(outlet.name)}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}">
<meta property="og:image" content="${view.base}/${outlet.id}/card.svg">
<meta property="article:published_time" content="${edition.publishedAt}">${
    edition.updatedAt === null ? '' : `\n<meta property="article:modified_time" content="${edition.updatedAt}">`
  }
<link rel="alternate" type="${outlet.feed === 'json' ? 'application/feed+json' : 'application/atom+xml'}" href="${outlet.feedPath}">`;
}

/** schema.org's description of the article, for search engines. */
export function jsonLd(view: PageView): string {
  const { outlet, article, edition } = view;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: outlet.setNumbers(edition.title),
    datePublished: edition.publishedAt,
    dateModified: edition.updatedAt ?? edition.publishedAt,
    author: edition.byline.split(' and ').map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
    articleSection: article.section,
    mainEntityOfPage: canonicalOf(view),
    inLanguage: 'en',
    isAccessibleForFree: article.status === 200,
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

export function relatedList({ related }: PageView): string {
  return `<ul>${related.map(({ title, path }) => `<li><a href="${escapeMarkup(path)}">${escapeMarkup(title)}</a></li>`).join('')}</ul>`;
}

/** The correction or update note, marked up by each outlet in its own way; empty when there is none. */
export function noteBlock({ edition, outlet }: PageView, tag: string, className: string): string {
  return edition.note === null ? '' : `<${tag} class="${className}">${escapeMarkup(outlet.setNumbers(edition.note))}</${tag}>`;
}
