import type { Article } from './content.ts';
import { typography } from './typography.ts';

export type FeedFormat = 'sitemap' | 'list' | 'rss' | 'atom' | 'atomWithBase' | 'json' | 'rdf';

/** One invented publisher: where its pages lie, how its feed is written, and what is odd about them. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly tagline: string;
  readonly feed: FeedFormat;
  readonly feedPath: string;
  /** A second feed of the same articles, where it has one. */
  readonly secondFeed: { readonly format: FeedFormat; readonly path: string } | null;
  /** Character encoding of feed and pages. */
  readonly charset: 'utf-8' | 'windows-1252';
  /** Which validators pages and feeds carry. */
  readonly validators: 'strong' | 'weak' | 'date_only';
  readonly setNumbers: (text: string) => string;
  /** Query string that the feed's links carry, to tell the outlet where its readers come from. */
  readonly tracking: string;
  /** Folder and name of an article's page; may hold a query string. */
  readonly pathOf: (article: Article) => string;
}

const year = (article: Article) => article.editions[0].publishedAt.slice(0, 4);
const month = (article: Article) => article.editions[0].publishedAt.slice(5, 7);
const dayOfMonth = (article: Article) => article.editions[0].publishedAt.slice(8, 10);

export const outlets: readonly Outlet[] = [
  {
    id: 'meridian-wire',
    name: 'Meridian Wire',
    tagline: 'Business, markets and technology, around the clock',
    feed: 'sitemap',
    feedPath: '/meridian-wire/news-sitemap.xml',
    secondFeed: { format: 'rss', path: '/meridian-wire/rss.xml' },
    charset: 'utf-8',
    validators: 'strong',
    setNumbers: typography.plain,
    tracking: '',
    pathOf: (article) => `/meridian-wire/${article.section.toLowerCase()}/${article.slug}-${article.editions[0].publishedAt.slice(0, 10)}`,
  },
  {
    id: 'cloudline',
    name: 'Cloudline Press Room',
    tagline: 'Announcements from the cloud',
    feed: 'list',
    feedPath: '/cloudline/press',
    secondFeed: null,
    charset: 'utf-8',
    validators: 'strong',
    setNumbers: typography.plain,
    tracking: '',
    pathOf: (article) => `/cloudline/press/releases/${year(article)}/${article.slug}`,
  },
  {
    id: 'ledger-market',
    name: 'Ledger & Market',
    tagline: 'The financial daily since 1911',
    feed: 'rss',
    feedPath: '/ledger-market/rss/companies.xml',
    secondFeed: null,
    charset: 'utf-8',
    validators: 'weak',
    setNumbers: typography.plain,
    tracking: '?cmpid=rss_companies',
    pathOf: (article) => `/ledger-market/content/${article.number}`,
  },
  {
    id: 'harbour-post',
    name: 'The Harbour Post',
    tagline: 'Independent journalism for a port city',
    feed: 'atom',
    feedPath: '/harbour-post/feed.atom',
    secondFeed: null,
    charset: 'utf-8',
    validators: 'strong',
    setNumbers: typography.unbreakable,
    tracking: '?utm_source=feed&utm_medium=atom&utm_campaign=business',
    pathOf: (article) => `/harbour-post/${year(article)}/${month(article)}/${dayOfMonth(article)}/${article.slug}.html`,
  },
  {
    id: 'byteside',
    name: 'Byteside',
    tagline: 'Technology, taken apart',
    feed: 'json',
    feedPath: '/byteside/feed.json',
    secondFeed: null,
    charset: 'utf-8',
    validators: 'weak',
    setNumbers: typography.plain,
    tracking: '',
    pathOf: (article) => `/byteside/${year(article)}/${month(article)}/${article.slug}`,
  },
  {
    id: 'northwest-tech-journal',
    name: 'Northwest Tech Journal',
    tagline: 'The region’s companies, chips & clouds',
    feed: 'rss',
    feedPath: '/northwest-tech-journal/rss.php',
    secondFeed: null,
    charset: 'windows-1252',
    validators: 'date_only',
    setNumbers: typography.plain,
    tracking: '&ref=rss',
    pathOf: (article) => `/northwest-tech-journal/story.php?id=${article.number}`,
  },
  {
    id: 'grid-capital',
    name: 'Grid & Capital',
    tagline: 'Insight on power, property and capital spending',
    feed: 'atomWithBase',
    feedPath: '/grid-capital/insights/atom.xml',
    secondFeed: null,
    charset: 'utf-8',
    validators: 'strong',
    setNumbers: typography.thinGroups,
    tracking: '',
    pathOf: (article) => `/grid-capital/${article.folder ?? 'insights'}/${article.slug}`,
  },
  {
    id: 'morning-tape',
    name: 'Morning Tape',
    tagline: 'Markets before your coffee',
    feed: 'rdf',
    feedPath: '/morning-tape/index.rdf',
    secondFeed: null,
    charset: 'utf-8',
    validators: 'weak',
    setNumbers: typography.plain,
    tracking: '?utm_source=rss',
    pathOf: (article) => `/morning-tape/archives/${year(article)}/${month(article)}/${article.slug}.html`,
  },
];
