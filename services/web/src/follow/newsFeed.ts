import { deterministicId } from '@newsledger/events';
import { type FigureNews, formatAmount, type NewsKind } from '@newsledger/read-models';
import { nameOf } from '../pages/nameOf.ts';
import type { AtomEntry, AtomFeed } from './writeAtom.ts';

/** What a feed is about, and where it and its page are. */
export interface FeedScope {
  readonly title: string;
  /** Where people and programs reach the service: `https://news.example`. */
  readonly origin: string;
  readonly feedPath: string;
  readonly pagePath: string;
}

/** A feed of news of figures, the latest first. */
export function newsFeed(news: readonly FigureNews[], { title, origin, feedPath, pagePath }: FeedScope): AtomFeed {
  return {
    id: urnOf('feed', origin, feedPath),
    title,
    subtitle: 'What changed among the figures that are reconciled from the news, and why.',
    self: `${origin}${feedPath}`,
    page: `${origin}${pagePath}`,
    updated: news[0]?.changed_at ?? new Date(0),
    entries: news.map((row) => entryOf(row, origin)),
  };
}

function entryOf(news: FigureNews, origin: string): AtomEntry {
  const { article_url: article, figure_id: figureId } = news;
  return {
    // An event changes a figure once.
    id: urnOf('news', figureId, news.event_id),
    title: `${nameOf(news)}${news.period === null ? '' : `, ${news.period}`}: ${whatHappened(news)}`,
    updated: news.changed_at,
    page: `${origin}/figures/${figureId}`,
    article: article !== null && /^https?:\/\//i.test(article) ? article : null,
    categories: [news.kind, news.measure, news.status],
    summary: [news.cause, news.explanation].filter((words) => words !== null && words !== '').join('\n'),
  };
}

function urnOf(...parts: readonly string[]): string {
  return `urn:uuid:${deterministicId(...parts)}`;
}

const WORDS: Readonly<Record<NewsKind, string>> = {
  appeared: 'new',
  changed: 'changed',
  disputed: 'now disputed',
  settled: 'no longer disputed',
  agreement: 'now',
  gone: 'no longer shown',
};

/** `38 bn USD, changed from 83 bn USD`. */
function whatHappened({ kind, unit, agreement, ...news }: FigureNews): string {
  const now = formatAmount({ ...news, unit });
  const before = formatAmount({ value: news.old_value, low: news.old_low, high: news.old_high, unit });
  if (kind === 'gone') return `${WORDS.gone}, was ${before}`;
  if (kind === 'agreement') return `${now}, ${WORDS.agreement} ${agreement?.replaceAll('_', ' ')}`;
  if (kind === 'appeared') return `${now}, ${WORDS.appeared}`;
  return before === now ? `${now}, ${WORDS[kind]}` : `${now}, ${WORDS[kind]} (was ${before})`;
}
