import { articleIdOf, deterministicId, newEvent } from '@newsledger/events';
import { expect, it } from 'vitest';
import type { Said } from '../random/randomWorld.ts';
import { recorded } from '../random/recorded.ts';
import { foldEvent } from './foldEvent.ts';
import { FoldState } from './state.ts';

it.each(['figure', 'deal'] as const)(
  'changes as few rows for one more copy of a %s told hundreds of times as for one told fifty times',
  (kind) => {
    expect(changedByOneMore(kind, 400)).toEqual(changedByOneMore(kind, 50));
  },
);

it.each(['figure', 'deal'] as const)(
  'keeps a handful of claims of a %s that three sources told hundreds of times, and counts them all',
  (kind) => {
    const state = folded(copies(kind, 400));
    const counts = [...state.changed.figures.values(), ...state.changed.deals.values()].map(({ claimCount }) => claimCount);
    const standing = [...state.claims.values()].filter(({ echoOf }) => echoOf === null);

    expect(counts).toEqual([400]);
    expect(standing.length).toBeLessThan(30);
  },
);

function changedByOneMore(kind: 'figure' | 'deal', count: number) {
  const log = recorded(copies(kind, count + 1));
  const last = log.splice(-4);
  const state = new FoldState();
  for (const event of log) foldEvent(state, event);
  const before = { history: state.changed.figureHistory.length, deals: state.changed.dealHistory.length };
  state.changed.claims.clear();
  for (const event of last) foldEvent(state, event);
  return {
    claims: state.changed.claims.size,
    history: state.changed.figureHistory.length - before.history,
    deals: state.changed.dealHistory.length - before.deals,
  };
}

function folded(log: readonly Said[]): FoldState {
  const state = new FoldState();
  for (const event of recorded(log)) foldEvent(state, event);
  return state;
}

/** The same told by three sources in turn, each time in an article of its own, a minute apart. */
function copies(kind: 'figure' | 'deal', count: number): Said[] {
  return Array.from({ length: count }, (_, number) => article(kind, number)).flat();
}

function article(kind: 'figure' | 'deal', number: number): Said[] {
  const sourceId = `source${number % 3}`;
  const url = `https://${sourceId}.example/${number}`;
  const articleId = articleIdOf(url);
  const stream = `article-${articleId}`;
  const publishedAt = new Date(Date.UTC(2025, 0, 1) + number * 60_000).toISOString();
  const text = deterministicId('text', url).replaceAll('-', '').padEnd(64, '0');
  const about = { articleId, revision: 1, extractor: { name: 'newsledger', version: 1 } };
  const claimId = deterministicId('claim', url);
  const amount = { value: '38', low: '37.5', high: '38.5', lowOpen: false, highOpen: false, hedge: '=' as const, significantDigits: 2 };
  const evidence = { quote: '$38', sentence: 'It is $38.', start: 0, end: 3 };
  const told = { claimId, ...about, evidence, certainty: 0.9 };
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
        ...{ articleId, sourceId, revision: 1, captureHash: text, url, canonicalUrl: url, mediaType: 'text/html', title: 'Title' },
        ...{ byline: [], publishedAt, modifiedAt: null, language: 'en', section: null, wireCredit: null, correctionNote: null },
        ...{ paywalled: false, textHash: text, fingerprint: text.slice(0, 16), wordCount: 300, etag: null, lastModified: null },
      }),
    },
    {
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
    },
    { stream, event: newEvent('ExtractionCompleted', { ...about, claimIds: [claimId], part: 1, parts: 1 }) },
  ];
}
