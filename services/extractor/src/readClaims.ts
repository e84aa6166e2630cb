import { decodeHtml, type PageFact, readArticle, readFacts, readingText } from '@newsledger/articles';
import { createEntityList, type EntityEntry, type EntityList, extractClaims, withFacts } from '@newsledger/claims';
import { type ClaimBatch, claimEvents, type ExtractorIdentity } from './claimEvents.ts';

/** A text as it was captured: the bytes of a page, or the words of a feed entry. */
export type UnreadText =
  | { from: 'page'; body: Uint8Array; contentType: string; url: string; title: string; language: string | null }
  | { from: 'entry'; title: string; summary: string };

/** All that the claims of one revision depend on; plain data, so that it can be handed to a process. */
export interface ReadingOrder {
  readonly articleId: string;
  readonly revision: number;
  readonly text: UnreadText;
  readonly publishedAt: string;
  readonly publisher: string | null;
  /** Names of the user's own, besides the built-in list. */
  readonly entities: readonly EntityEntry[];
  readonly identity: ExtractorIdentity;
  /** Whether the reading text is wanted back, for another extractor. */
  readonly wantsText: boolean;
}

/** What came of an order. */
export interface Reading extends ClaimBatch {
  /** Null unless it was wanted. */
  readonly text: { readonly title: string; readonly text: string; readonly language: string | null } | null;
}

/** From bytes to the events that say what they claim. Runs in a process of its own: a text can be made so that this never ends. */
export default function readClaims(order: ReadingOrder): Reading {
  const { articleId, revision, publishedAt, publisher, entities, identity } = order;
  const { facts, ...text } = readText(order.text);
  const byRules = extractClaims({ ...text, publishedAt, publisher, entities: listOf(entities) });
  const { figures, deals } = withFacts(byRules, text.text, facts);
  return { ...claimEvents(articleId, revision, { figures, deals }, identity), text: order.wantsText ? text : null };
}

/** The list that was made ready last. Articles come one after another with the same entries, and making them ready can take longer than reading. */
let latest = { entries: '[]', list: createEntityList([]) };

function listOf(entities: readonly EntityEntry[]): EntityList {
  const entries = JSON.stringify(entities);
  if (entries !== latest.entries) latest = { entries, list: createEntityList(entities) };
  return latest.list;
}

export interface ReadText {
  readonly title: string;
  readonly text: string;
  readonly language: string | null;
  /** What the page states for machines. */
  readonly facts: readonly PageFact[];
}

/** The reading text of what was captured, into which claims' offsets count. */
export function readText(unread: UnreadText): ReadText {
  const { title } = unread;
  if (unread.from === 'entry') return { title, text: readingText(title, unread.summary), language: null, facts: [] };
  const { html } = decodeHtml(unread.body, unread.contentType);
  return { title, text: readingText(title, readArticle(html, unread.url).text), language: unread.language, facts: readFacts(html) };
}
