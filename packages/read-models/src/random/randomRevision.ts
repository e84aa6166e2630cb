import { createHash } from 'node:crypto';
import { newEvent } from '@newsledger/events';
import { instant, type RandomArticle, type RandomWorld } from './randomWorld.ts';

/** A capture of an article: now and then a copy, wire copy or correction. */
export function randomRevision({ chances, log, say }: RandomWorld, article: RandomArticle): void {
  const { articleId, sourceId, url } = article;
  article.revision++;
  const text = createHash('sha256').update(`${articleId} ${article.revision}`).digest('hex');
  say(
    `article-${articleId}`,
    newEvent(article.revision === 1 ? 'ArticleCaptured' : 'ArticleRevised', {
      articleId,
      sourceId,
      revision: article.revision,
      captureHash: text,
      url,
      canonicalUrl: chances.oneIn(6) ? 'https://wire.example/original' : url,
      mediaType: 'text/html',
      title: `Title of revision ${article.revision}`,
      byline: [],
      publishedAt: chances.oneIn(4) ? null : instant(chances.below(900)),
      modifiedAt: article.revision > 1 ? instant(900 + log.length) : null,
      language: 'en',
      section: chances.oneIn(2) ? 'Business' : null,
      wireCredit: chances.oneIn(4) ? 'wire' : null,
      correctionNote: article.revision > 1 && chances.oneIn(2) ? 'An earlier version was wrong.' : null,
      paywalled: false,
      textHash: text,
      fingerprint: chances.oneIn(5) ? '00000000000000ff' : text.slice(0, 16),
      wordCount: 300,
      etag: null,
      lastModified: null,
    }),
  );
}
