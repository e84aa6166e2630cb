import { type Extraction, extractClaims } from '@newsledger/claims';
import { expect, test } from 'vitest';
import { claimEvents } from './claimEvents.ts';

const articleId = '0b1f3c0e-4a0b-5c57-9c59-8a2f6f0f6b1d';
const text =
  'OpenAI buys cloud from Amazon\n\nOpenAI agreed to buy cloud capacity from Amazon Web Services for $38 billion over seven years. Amazon shares rose 5% on Monday.';

function extract(): Extraction {
  return extractClaims({ title: 'OpenAI buys cloud from Amazon', text, publishedAt: '2025-11-03T14:00:00.000Z', publisher: 'Wire' });
}

/** An extraction of this many figures that differ in where they stand. */
function manyFigures(count: number): Extraction {
  const [figure] = extract().figures;
  if (figure === undefined) throw new Error('the text has figures');
  const figures = Array.from({ length: count }, (_, index) => ({
    ...figure,
    dealIndex: null,
    evidence: { ...figure.evidence, start: index, end: index + 1 },
  }));
  return { figures, deals: [] };
}

test('deals come first, then figures, and the list of all completes', () => {
  const { events, refused } = claimEvents(articleId, 1, extract());

  const claimIds = events.flatMap(({ data }) => ('claimId' in data ? [data.claimId] : []));
  expect(events[0]?.type).toBe('DealReported');
  expect(events.at(-1)).toMatchObject({ type: 'ExtractionCompleted', data: { revision: 1, claimIds, part: 1, parts: 1 } });
  expect(claimIds.length).toBeGreaterThanOrEqual(3);
  expect(refused).toEqual([]);
});

test('figures name the claim of their deal', () => {
  const { events } = claimEvents(articleId, 1, extract());

  const dealIds = events.flatMap(({ type, data }) => (type === 'DealReported' && 'claimId' in data ? [data.claimId] : []));
  const [value] = events.flatMap(({ data }) => ('figure' in data && data.figure.measure === 'deal_value' ? [data] : []));
  expect(dealIds).toContain(value?.dealClaimId);
});

test('the same text gives the same events, and another revision gives others', () => {
  const ids = (revision: number) => claimEvents(articleId, revision, extract()).events.map(({ id }) => id);

  expect(ids(1)).toEqual(ids(1));
  expect(ids(2)).not.toContain(ids(1)[0]);
});

test('an article without claims is completed by an empty list', () => {
  expect(claimEvents(articleId, 0, { figures: [], deals: [] }).events).toMatchObject([
    { type: 'ExtractionCompleted', data: { claimIds: [], part: 1, parts: 1 } },
  ]);
});

test('long lists come in parts of at most 150', () => {
  const { events } = claimEvents(articleId, 1, manyFigures(301));

  const parts = events.flatMap(({ data }) =>
    'parts' in data && 'claimIds' in data ? [[data.part, data.parts, data.claimIds.length]] : [],
  );
  expect(parts).toEqual([
    [1, 3, 150],
    [2, 3, 150],
    [3, 3, 1],
  ]);
});

test('a claim that the catalogue refuses does not take the others with it', () => {
  const { figures } = manyFigures(2);
  const [first, second] = figures;
  if (first === undefined || second === undefined) throw new Error('two figures were made');

  const { events, refused } = claimEvents(articleId, 1, {
    figures: [{ ...first, figure: { ...first.figure, subject: 'x'.repeat(201) } }, second],
    deals: [],
  });

  expect(events.map(({ type }) => type)).toEqual(['FigureReported', 'ExtractionCompleted']);
  expect(refused).toEqual([expect.stringContaining('figure.subject')]);
});

test('each event tells how surely its claim was read', () => {
  const { figures, deals } = extract();
  const { events } = claimEvents(articleId, 1, {
    figures: figures.map((claim) => ({ ...claim, certainty: 0.815 })),
    deals: deals.map((claim) => ({ ...claim, certainty: 0.64 })),
  });

  const certainties = events.flatMap(({ type, data }) => ('certainty' in data ? [`${type} ${data.certainty}`] : []));
  expect(new Set(certainties)).toEqual(new Set(['DealReported 0.64', 'FigureReported 0.815']));
});

test('a claim keeps its id when it is read more surely', () => {
  const { figures } = manyFigures(1);
  const idsAt = (certainty: number) =>
    claimEvents(articleId, 1, { figures: figures.map((claim) => ({ ...claim, certainty })), deals: [] }).events.at(-1)?.data;

  expect(idsAt(0.7)).toEqual(idsAt(0.9));
});
