import { randomUUID } from 'node:crypto';
import type { EventStore } from '@newsledger/event-store';
import type { WorkEvent } from '../dispatcher/foldWork.ts';

type NewEvent = Parameters<EventStore['append']>[2][number];
type Data<Type extends WorkEvent['type']> = Extract<WorkEvent, { type: Type }>['data'];

const at = '2025-11-03T14:00:00.000Z';
let position = 0n;

/** An event as the log would give it back. */
export function recorded(event: NewEvent, causationId: string | null = null): WorkEvent {
  const { id, type, data } = event;
  position += 1n;
  return {
    id,
    type,
    data,
    position,
    stream: 'article-x',
    streamVersion: 1,
    recordedAt: new Date(at),
    correlationId: null,
    causationId,
  } as WorkEvent;
}

export function discovered(articleId: string, changes: Partial<Data<'ArticleDiscovered'>> = {}) {
  return newEvent('ArticleDiscovered', {
    articleId,
    sourceId: 'geekwire',
    url: `https://example.com/${articleId}`,
    title: 'OpenAI signs $38bn deal with AWS',
    summary: 'A seven-year contract.',
    author: null,
    publishedAt: at,
    updatedAt: null,
    ...changes,
  });
}

export function revisionEvent(type: 'ArticleCaptured' | 'ArticleRevised', articleId: string, revision: number) {
  return newEvent(type, {
    articleId,
    sourceId: 'geekwire',
    revision,
    captureHash: 'a'.repeat(64),
    url: `https://example.com/${articleId}`,
    canonicalUrl: `https://example.com/${articleId}`,
    mediaType: 'text/html',
    title: 'OpenAI signs $38bn deal with AWS',
    byline: [],
    publishedAt: at,
    modifiedAt: null,
    language: 'en',
    wireCredit: null,
    correctionNote: null,
    paywalled: false,
    textHash: 'b'.repeat(64),
    fingerprint: 'c'.repeat(16),
    wordCount: 200,
    etag: null,
    lastModified: null,
  });
}

export function unavailable(articleId: string) {
  return newEvent('ArticleUnavailable', {
    articleId,
    sourceId: 'geekwire',
    url: `https://example.com/${articleId}`,
    reason: 'paywall',
    detail: 'The page asks for a subscription',
    httpStatus: 402,
  });
}

export function withdrawn(articleId: string) {
  return newEvent('ArticleWithdrawn', { articleId, reason: 'The publisher took it down' });
}

export function extractionCompleted(articleId: string, of: { revision: number; version: number; part?: number; parts?: number }) {
  const { revision, version, part = 1, parts = 1 } = of;
  return newEvent('ExtractionCompleted', { articleId, revision, extractor: { name: 'newsledger', version }, claimIds: [], part, parts });
}

function newEvent<Type extends WorkEvent['type']>(type: Type, data: Data<Type>): NewEvent {
  return { id: randomUUID(), type, schemaVersion: 1, data };
}
