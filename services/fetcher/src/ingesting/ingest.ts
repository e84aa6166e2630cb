import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeHtml, readArticle } from '@newsledger/articles';
import { type EventStore, inTransaction, saveCapture } from '@newsledger/event-store';
import { articleIdOf, newEvent, normaliseUrl, streamOf } from '@newsledger/events';
import type pg from 'pg';
import { pageDateBounds } from '../capturing/pageDates.ts';
import { readPage } from '../capturing/readPage.ts';
import { fitText } from '../fitText.ts';
import { declareSource } from '../sources/declareSource.ts';
import { ingestedSource } from '../sources/ingestedSource.ts';

export interface Ingested {
  readonly articleId: string;
  readonly url: string;
  /** `discovered`: its page will be captured next; `captured`: the file's text is stored; `known`: nothing new. */
  readonly outcome: 'discovered' | 'captured' | 'known';
}

/**
 * Hands in one article by its address or as a file (HTML or plain text). The dispatcher does the rest.
 * @throws {IngestError} when the file can't be read or holds no article.
 */
export async function ingest(context: { pool: pg.Pool; store: EventStore }, target: string): Promise<Ingested> {
  await declareSource(context.store, ingestedSource);
  return /^https?:\/\//i.test(target) ? ingestAddress(context.store, target) : ingestFile(context, target);
}

export class IngestError extends Error {
  override readonly name = 'IngestError';
}

async function ingestAddress(store: EventStore, address: string): Promise<Ingested> {
  const url = normaliseUrl(address);
  const event = discovered(url, { title: '', at: new Date() });
  const { outcome } = await store.append(streamOf.article(event.data.articleId), 'any', [event], { correlationId: event.id });
  return { articleId: event.data.articleId, url, outcome: outcome === 'appended' ? 'discovered' : 'known' };
}

async function ingestFile({ pool, store }: { pool: pg.Pool; store: EventStore }, file: string): Promise<Ingested> {
  const body = await readHtml(file);
  const { html } = decodeHtml(body, null);
  const synthetic = `${ingestedSource.url}${createHash('sha256').update(body).digest('hex')}`;
  const article = readArticle(html, synthetic);
  const url = normaliseUrl(article.canonicalUrl ?? synthetic);
  const entry = discovered(url, { title: article.title || path.basename(file), at: null });
  const reading = readPage({ body, url, headers: {} }, entry.data, pageDateBounds(ingestedSource.sourceId, new Date()));
  if (reading.outcome !== 'read') throw new IngestError(`${file} holds no article that can be read: ${reading.detail}`);
  const stream = streamOf.article(entry.data.articleId);
  const known = await store.readStream(stream);
  const revisions = known.filter((event) => event.type === 'ArticleCaptured' || event.type === 'ArticleRevised');
  if (revisions.at(-1)?.data.textHash === reading.facts.textHash) return { articleId: entry.data.articleId, url, outcome: 'known' };
  await inTransaction(pool, async (client) => {
    const capture = { body, mediaType: reading.facts.mediaType, charset: reading.charset };
    const captureHash = await saveCapture(client, capture);
    const { articleId, sourceId } = entry.data;
    const data = { ...reading.facts, articleId, sourceId, revision: revisions.length + 1, captureHash };
    const page = revisions.length === 0 ? newEvent('ArticleCaptured', data) : newEvent('ArticleRevised', data);
    const causes = { correlationId: entry.id, causationId: entry.id };
    const version = known.at(-1)?.streamVersion ?? 0;
    const { outcome } = await store.append(stream, version, [entry, page], causes, client);
    if (outcome === 'conflict') throw new IngestError(`${url} is being captured at this moment. Ingest ${file} again.`);
  });
  return { articleId: entry.data.articleId, url, outcome: 'captured' };
}

/** @param found.at makes handing in the same address later a new discovery, so that its page is looked at again. */
function discovered(url: string, found: { title: string; at: Date | null }) {
  return newEvent('ArticleDiscovered', {
    articleId: articleIdOf(url),
    sourceId: ingestedSource.sourceId,
    url,
    title: fitText(found.title, 500),
    summary: '',
    author: null,
    publishedAt: null,
    updatedAt: found.at?.toISOString() ?? null,
  });
}

async function readHtml(file: string): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new IngestError(`${file} can't be read (${error instanceof Error ? error.message : String(error)}).`);
  }
  return /<(!doctype|html|head|body|article|p|h1)\b/i.test(bytes.toString('latin1')) ? bytes : Buffer.from(pageOf(bytes.toString('utf8')));
}

/** Plain text as a page: its first line is the title, blank lines part its paragraphs. */
function pageOf(text: string): string {
  const [title = '', ...paragraphs] = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n|(?<=^[^\n]*)\n/)
    .map(escapeHtml);
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><article><h1>${title}</h1>\n${body}</article>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
