import { randomUUID } from 'node:crypto';
import { type NewEvent, newEvent } from '@newsledger/events';

const article = '7c6b1f0e-3d52-5a0b-9c44-2f1d8e5a6b70';

/** One claim of ordinary size (about 1 KB), checked as the extractor checks its own. */
export const claim = newEvent('FigureReported', {
  claimId: article,
  articleId: article,
  revision: 1,
  extractor: { name: 'newsledger', version: 5 },
  figure: {
    subject: 'Amazon Web Services',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    period: null,
    status: 'actual',
    unit: 'USD',
    amount: {
      value: '38000000000',
      low: '37500000000',
      high: '38500000000',
      lowOpen: false,
      highOpen: false,
      hedge: '=',
      significantDigits: 2,
    },
    speaker: null,
  },
  evidence: {
    quote: '$38 billion',
    sentence: 'Amazon Web Services took in $38 billion in the quarter, more than anybody at the company had dared to plan for a year ago.',
    start: 28,
    end: 39,
  },
  dealClaimId: null,
  certainty: 0.815,
});

/** Fresh ids on one event: making real events would measure this process instead of the log. */
export function freshBatch(size: number): NewEvent[] {
  return Array.from({ length: size }, () => ({ ...claim, id: randomUUID() }));
}

/** A new stream, named as articles' are. */
export function freshStream(): string {
  return `article-${randomUUID()}`;
}
