import { articleIdOf, deterministicId, newEvent } from '@newsledger/events';
import type { Said } from './randomWorld.ts';

interface Telling {
  /** How surely it is read in the title, too; null where titles don't tell it. */
  readonly inTitle?: number | null;
  /** Whether all articles of a source have one text, of one address. */
  readonly isOneText?: boolean;
}

/** The same told by three sources in turn, each time in an article of its own, a minute apart. */
export function toldAgain(kind: 'figure' | 'deal', count: number, telling: Telling = {}): Said[] {
  return Array.from({ length: count }, (_, number) => article(kind, number, telling)).flat();
}

function article(kind: 'figure' | 'deal', number: number, { inTitle = null, isOneText = false }: Telling): Said[] {
  const sourceId = `source${number % 3}`;
  const url = `https://${sourceId}.example/${number}`;
  const articleId = articleIdOf(url);
  const stream = `article-${articleId}`;
  const publishedAt = new Date(Date.UTC(2025, 0, 1) + number * 60_000).toISOString();
  const canonicalUrl = isOneText ? `https://${sourceId}.example/` : url;
  const text = deterministicId('text', canonicalUrl).replaceAll('-', '').padEnd(64, '0');
  const about = { articleId, revision: 1, extractor: { name: 'newsledger', version: 1 } };
  const amount = { value: '38', low: '37.5', high: '38.5', lowOpen: false, highOpen: false, hedge: '=' as const, significantDigits: 2 };
  const claim = (sentence: string, certainty: number) => {
    const evidence = { quote: '$38', sentence, start: 0, end: 3 };
    return { claimId: deterministicId('claim', url, sentence), ...about, evidence, certainty };
  };
  const tellings = [...(inTitle === null ? [] : [claim('Acme at $38', inTitle)]), claim('It is $38.', 0.9)];
  return [
    {
      stream,
      event: newEvent('ArticleDiscovered', {
        articleId,
        sourceId,
        url,
        title: 'Title',
        summary: '',
        author: null,
        publishedAt,
        updatedAt: null,
      }),
    },
    {
      stream,
      event: newEvent('ArticleCaptured', {
        ...{ articleId, sourceId, revision: 1, captureHash: text, url, canonicalUrl, mediaType: 'text/html', title: 'Title' },
        ...{ byline: [], publishedAt, modifiedAt: null, language: 'en', section: null, wireCredit: null, correctionNote: null },
        ...{ paywalled: false, textHash: text, fingerprint: text.slice(0, 16), wordCount: 300, etag: null, lastModified: null },
      }),
    },
    ...tellings.map((told) => ({
      stream,
      event:
        kind === 'figure'
          ? newEvent('FigureReported', {
              ...told,
              dealClaimId: null,
              figure: {
                ...{ subject: 'Acme', counterparty: null, measure: 'revenue', definition: null, noun: null },
                ...{
                  period: { label: '2025', from: '2025-01-01', to: '2025-12-31' },
                  status: 'actual',
                  unit: 'USD',
                  amount,
                  speaker: null,
                },
              },
            })
          : newEvent('DealReported', {
              ...told,
              deal: {
                ...{ type: 'acquisition', status: 'agreed', value: { unit: 'USD', definition: null, amount }, termYears: null },
                ...{ announcedOn: '2025-01-01', speaker: null },
                parties: [
                  { role: 'acquirer', entity: 'Acme' },
                  { role: 'target', entity: 'Beta' },
                ],
              },
            }),
    })),
    { stream, event: newEvent('ExtractionCompleted', { ...about, claimIds: tellings.map(({ claimId }) => claimId), part: 1, parts: 1 }) },
  ];
}
