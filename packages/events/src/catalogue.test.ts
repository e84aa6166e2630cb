import { expect, test } from 'vitest';
import { catalogue, eventTypes } from './catalogue.ts';
import { streamOf } from './streams.ts';
import { upcasters } from './upcasters.ts';

test.each(eventTypes)('%s belongs to a kind of stream and says in a sentence what happened', (type) => {
  const { stream, says } = catalogue[type];

  expect(Object.keys(streamOf)).toContain(stream);
  expect(says).toMatch(/^[A-Z].{10,}\.$/);
});

test.each(eventTypes)('%s can be brought from every older version to the current one', (type) => {
  const older = Array.from({ length: catalogue[type].version - 1 }, (_, index) => index + 1);

  expect(
    upcasters
      .filter((step) => step.type === type)
      .map(({ from }) => from)
      .sort(),
  ).toEqual(older);
});

test('the catalogue has the event types that the design names', () => {
  expect([...eventTypes].sort()).toEqual([
    'AliasAdded',
    'ArticleCaptured',
    'ArticleDiscovered',
    'ArticleRevised',
    'ArticleUnavailable',
    'ArticleWithdrawn',
    'ClaimJudged',
    'ClaimUnjudged',
    'CommandGiven',
    'DealReported',
    'EntityDescribed',
    'EntityMerged',
    'EntitySplit',
    'EventErased',
    'ExchangeRatesRecorded',
    'ExtractionAbandoned',
    'ExtractionCompleted',
    'FigurePinned',
    'FigureReported',
    'FigureUnpinned',
    'OutcomeAudited',
    'ReliabilityEpochClosed',
    'SourceChanged',
    'SourceDegraded',
    'SourceRecovered',
    'SourceRegistered',
    'SourceRemoved',
    'SourceRetired',
  ]);
});

test('streams of one name are one stream, and of two names two', () => {
  expect(streamOf.entity('Amazon')).toBe(streamOf.entity('Amazon'));
  expect(streamOf.entity('Amazon')).not.toBe(streamOf.entity('Amazon Web Services'));
  expect(streamOf.source('amazon-press')).toBe('source-amazon-press');
});
