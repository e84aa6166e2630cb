import { type Article, decodeHtml, fingerprint, readArticle, readingText, textHash } from '@newsledger/articles';
import type { EventData } from '@newsledger/events';
import type { DateBounds } from '@newsledger/feeds';
import { fitText } from '../fitText.ts';
import { pageDates } from './pageDates.ts';

/** Together with the other fields' limits these keep an event under its 8 KiB in any script. */
const MAX_AUTHORS = 8;
const MAX_URL_LENGTH = 1_500;

/** A page as fetched. */
export interface FetchedPage {
  readonly body: Uint8Array;
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** All of a revision but its number and the hash of its capture. */
export type PageFacts = Omit<EventData<'ArticleCaptured'>, 'articleId' | 'sourceId' | 'revision' | 'captureHash'>;

export interface UnreadablePage {
  readonly outcome: 'unavailable';
  readonly reason: 'paywall' | 'unreadable';
  readonly detail: string;
}

interface ReadPage {
  readonly outcome: 'read';
  readonly facts: PageFacts;
  readonly charset: string;
  /** What the page says and can't be, one sentence each. */
  readonly problems: readonly string[];
}

export type PageReading = ReadPage | UnreadablePage;

/**
 * Reads the article out of a page. A page without text, or one whose paywall leaves less than the feed's own summary, is unavailable.
 * @param entry what the feed said of it; fills in what the page doesn't say.
 * @param bounds where its dates can lie.
 */
export function readPage(page: FetchedPage, entry: EventData<'ArticleDiscovered'>, bounds: DateBounds): PageReading {
  const contentType = page.headers['content-type'] ?? null;
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() || 'text/html';
  if (!/^(text\/html|application\/(xhtml\+)?xml|text\/xml)$/.test(mediaType))
    return { outcome: 'unavailable', reason: 'unreadable', detail: `The page is ${mediaType.slice(0, 100)}, which is no HTML.` };
  const { html, charset } = decodeHtml(page.body, contentType);
  const article = readArticle(html, page.url, bounds);
  const words = wordsIn(article.text);
  if (words === 0)
    return article.paywalled
      ? paywall()
      : { outcome: 'unavailable', reason: 'unreadable', detail: 'No article text was found in the page.' };
  if (article.paywalled && words < wordsIn(entry.summary)) return paywall();
  const { problems, ...dates } = pageDates(article, entry, bounds);
  return { outcome: 'read', facts: { ...factsOf(article, page, entry), ...dates, mediaType, wordCount: words }, charset, problems };
}

type ReadFacts = Omit<PageFacts, 'mediaType' | 'wordCount' | 'publishedAt' | 'modifiedAt'>;

function factsOf(article: Article, page: FetchedPage, entry: EventData<'ArticleDiscovered'>): ReadFacts {
  const title = fitText(article.title || entry.title, 500, 700);
  const url = usableUrl(page.url) ?? entry.url;
  return {
    url,
    canonicalUrl: usableUrl(article.canonicalUrl) ?? url,
    title,
    byline: article.byline.slice(0, MAX_AUTHORS).map((name) => fitText(name, 100, 120)),
    language: article.language === null ? null : fitText(article.language, 35),
    section: article.section === null ? null : fitText(article.section, 120),
    wireCredit: article.wireCredit === null ? null : fitText(article.wireCredit, 200),
    correctionNote: article.correctionNote === null ? null : fitText(article.correctionNote, 600, 900),
    paywalled: article.paywalled,
    textHash: textHash(readingText(title, article.text)),
    fingerprint: fingerprint(article.text),
    etag: atMost(page.headers.etag, 300),
    lastModified: atMost(page.headers['last-modified'], 100),
  };
}

function paywall(): UnreadablePage {
  return { outcome: 'unavailable', reason: 'paywall', detail: 'The page shows its article to subscribers only.' };
}

/** Words of scripts that part them by spaces, and characters of those that don't (CJK, Thai), roughly. */
function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function usableUrl(text: string): string | null {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX_URL_LENGTH ? url.href : null;
}

/** A validator that doesn't fit must not be sent back cut. */
function atMost(value: string | undefined, length: number): string | null {
  return value !== undefined && value.length <= length ? value : null;
}
