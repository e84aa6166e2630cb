import { expect, test } from 'vitest';
import type { EventData } from './catalogue.ts';
import { InvalidEventError, newEvent } from './newEvent.ts';
import { readEvent } from './recordedEvent.ts';

const about = {
  claimId: '00000000-0000-4000-8000-000000000001',
  articleId: '00000000-0000-4000-8000-000000000002',
  revision: 1,
  extractor: { name: 'newsledger', version: 5 },
  evidence: { quote: '$38 billion', sentence: 'Acme made $38 billion.', start: 10, end: 21 },
};
const amount = { value: '38', low: '37.5', high: '38.5', lowOpen: false, highOpen: false, hedge: '=' as const, significantDigits: 2 };
const figure = {
  ...about,
  figure: {
    subject: 'Acme',
    counterparty: null,
    measure: 'revenue' as const,
    definition: null,
    noun: null,
    period: null,
    status: 'actual' as const,
    unit: 'USD',
    amount,
    speaker: null,
  },
  dealClaimId: null,
};
const deal = {
  ...about,
  deal: {
    type: 'acquisition' as const,
    status: 'agreed' as const,
    parties: [{ role: 'target' as const, entity: 'Beta' }],
    value: null,
    termYears: null,
    announcedOn: null,
    speaker: null,
  },
};

function stored(type: 'FigureReported' | 'DealReported', schemaVersion: number, data: unknown) {
  return {
    id: about.claimId,
    position: 1n,
    stream: 'article-a',
    streamVersion: 1,
    type,
    schemaVersion,
    data,
    recordedAt: new Date(0),
    correlationId: null,
    causationId: null,
  };
}

test.each([
  ['FigureReported' as const, figure],
  ['DealReported' as const, deal],
])('a %s of version 1 is read with an unknown certainty, and otherwise as it was written', (type, data) => {
  expect(readEvent(stored(type, 1, data)).data).toEqual({ ...data, certainty: null });
});

test('a claim of version 2 tells its certainty', () => {
  const { schemaVersion, data } = newEvent('FigureReported', { ...figure, certainty: 0.815 });

  expect(schemaVersion).toBe(2);
  expect(readEvent(stored('FigureReported', 2, data)).data).toMatchObject({ certainty: 0.815 });
  expect(() => readEvent(stored('FigureReported', 2, figure))).toThrow(/certainty/);
});

test('data of version 1 that is no object is refused, not made up', () => {
  expect(() => readEvent(stored('DealReported', 1, null))).toThrow(InvalidEventError);
});

test.each([-0.1, 1.001, 0.1234, Number.NaN])('a certainty of %d is refused', (certainty) => {
  const data: EventData<'FigureReported'> = { ...figure, certainty };

  expect(() => newEvent('FigureReported', data)).toThrow(/certainty/);
});

test.each([0, 0.001, 0.29, 0.57, 0.999, 1])('a certainty of %d is taken', (certainty) => {
  expect(newEvent('DealReported', { ...deal, certainty }).data).toMatchObject({ certainty });
});
