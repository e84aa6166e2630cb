import type { Amount } from '@newsledger/events';
import type { FigureKey } from './figureKey.ts';
import type { KeyClaim } from './keyClaim.ts';

/** Made-up claims for tests. */
export const dealValueKey: FigureKey = {
  subject: 'OpenAI',
  counterparty: 'Amazon Web Services',
  measure: 'deal_value',
  definition: null,
  noun: null,
  unit: 'USD',
  period: null,
  status: 'actual',
};

/** A plain claim: an article of `source`'s own that says what `amount` says. */
export function claimOf(source: string, amount: Amount, more: Partial<KeyClaim> = {}): KeyClaim {
  return {
    claimId: `${source} 1`,
    articleId: `${source} article`,
    sourceId: source.toLowerCase(),
    sourceName: source,
    standing: 'active',
    revision: 1,
    amount,
    certainty: null,
    speaker: null,
    isPrimary: false,
    publishedAt: '2025-11-03T14:00:00.000Z',
    statedAt: '2025-11-03T14:00:00.000Z',
    wireCredit: null,
    canonicalUrl: null,
    fingerprint: null,
    correctionNote: null,
    sentence: `${source} says so.`,
    ...more,
  };
}

/** `$38bn`: within half a unit of its last digit. */
export function billions(value: number, half = 0.5): Amount {
  return amountOf(value * 1e9, (value - half) * 1e9, (value + half) * 1e9, '=');
}

export function amountOf(value: number | null, low: number | null, high: number | null, hedge: Amount['hedge']): Amount {
  const text = (number: number | null) => (number === null ? null : String(number));
  return { value: text(value), low: text(low), high: text(high), lowOpen: false, highOpen: false, hedge, significantDigits: 2 };
}
