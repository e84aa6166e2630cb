import type { Deal, Figure } from '@newsledger/events';
import { expect, it } from 'vitest';
import { extractClaims } from '../extractClaims.ts';
import { type JudgedArticle, type JudgedClaim, judgedText } from './judgedText.ts';

const TITLE = 'Orrin Robotics reports its year';
const BODY =
  'Orrin Robotics makes arms for kitchens.\n\nIt made revenue of $4 billion in 2025, it said. Harbour Chips sold 300 of them.\n\nThe profit was $1 billion.';
const TEXT = `${TITLE}\n\n${BODY}`;

const unjudged = { judgement: null, field: null, correction: null } as const;
const right = { judgement: 'right', field: null, correction: null } as const;

it('keeps sentences that are judged as a whole, and those without a number, each label where it stands then', () => {
  const { labelled, leftOut } = judge([figure('$4 billion', right), figure('300', unjudged), figure('$1 billion', right)]);
  expect(labelled?.text).toBe(
    'Orrin Robotics makes arms for kitchens.\n\nIt made revenue of $4 billion in 2025, it said.\n\nThe profit was $1 billion.',
  );
  expect(labelled?.figures.map(({ quote, start, end }) => [quote, labelled.text.slice(start, end)])).toEqual([
    ['$4 billion', '$4 billion'],
    ['$1 billion', '$1 billion'],
  ]);
  expect(labelled).toMatchObject({ id: 'a', title: TITLE, fold: 3, publisher: 'Wire', deals: [] });
  expect(leftOut).toEqual([]);
});

it('labels as read what is right, or wrong in the source itself', () => {
  const { labelled } = judge([figure('$4 billion', { ...right, judgement: 'wrong_source' })]);
  expect(labelled?.figures[0]).toMatchObject({
    low: 4e9,
    high: 4e9,
    unit: 'USD',
    subject: 'Orrin Robotics',
    measure: 'revenue',
    period: '2025',
    status: 'actual',
    must: true,
  });
});

it('labels what was misread as the person says that it is', () => {
  const correction = { subject: 'Harbour Chips', low: '5000000000', high: '5000000000', period: null };
  const { labelled } = judge([figure('$4 billion', { judgement: 'misread', field: 'subject', correction })]);
  expect(labelled?.figures[0]).toMatchObject({ subject: 'Harbour Chips', low: 5e9, high: 5e9, period: null, measure: 'revenue' });
});

it('teaches of what states no such thing that it is none', () => {
  const { labelled } = judge([figure('$4 billion', { judgement: 'misread', field: 'claim', correction: null })]);
  expect(labelled?.text).toContain('$4 billion');
  expect(labelled?.figures).toEqual([]);
});

it('leaves out, and says so, what nobody corrected, and what stands beside claims that nobody judged', () => {
  const misread = judge([figure('$4 billion', { judgement: 'misread', field: 'measure', correction: null })]);
  expect(misread).toEqual({
    labelled: null,
    leftOut: [{ sentence: 'It made revenue of $4 billion in 2025, it said.', why: 'nobody told what its measure is' }],
  });
  const beside = judge([figure('$4 billion', right), figure('2025', unjudged)]);
  expect(beside.leftOut).toEqual([
    { sentence: 'It made revenue of $4 billion in 2025, it said.', why: 'another claim of it is not judged' },
  ]);
});

it('labels a deal with the sentence that tells it', () => {
  const title = 'Acme news';
  const body = 'Acme agreed to buy Beta for $2 billion.';
  const text = `${title}\n\n${body}`;
  const start = text.indexOf(body);
  const deal: Deal = {
    type: 'acquisition',
    status: 'agreed',
    parties: [
      { role: 'acquirer', entity: 'Acme' },
      { role: 'target', entity: 'Beta' },
    ],
    value: { unit: 'USD', definition: null, amount: amount('2000000000') },
    termYears: null,
    announcedOn: null,
    speaker: null,
  };
  const { labelled } = judgedText({
    ...article,
    title,
    text,
    claims: [{ ...right, kind: 'deal', content: deal, start, end: start + body.length }],
  });
  expect(labelled?.deals).toEqual([
    expect.objectContaining({ type: 'acquisition', value_low: 2e9, tellings: [{ where: 'text', start: 0, end: body.length, full: true }] }),
  ]);
});

it('takes the title away from a text when a deal of it is not judged', () => {
  const text = 'Acme buys Beta\n\nGamma made a profit of $1 billion.';
  const deal: Deal = { type: 'acquisition', status: 'agreed', parties: [], value: null, termYears: null, announcedOn: null, speaker: null };
  const start = text.indexOf('$1 billion');
  const { labelled } = judgedText({
    ...article,
    title: 'Acme buys Beta',
    text,
    claims: [
      { ...unjudged, kind: 'deal', content: deal, start: 0, end: 14 },
      { ...right, kind: 'figure', content: revenue(), start, end: start + 10 },
    ],
  });
  expect(labelled?.title).toBeNull();
});

it('finds the claims of the reader itself in their sentences', () => {
  const title = 'Orrin Robotics reports';
  const text = `${title}\n\nOrrin Robotics said revenue rose to $4.2 billion in 2025.`;
  const { figures, deals } = extractClaims({ title, text, publishedAt: '2026-02-03T00:00:00Z', publisher: null });
  const claims = [
    ...figures.map(({ figure: content, evidence: { start, end } }) => ({ ...right, kind: 'figure' as const, content, start, end })),
    ...deals.map(({ deal: content, evidence: { start, end } }) => ({ ...right, kind: 'deal' as const, content, start, end })),
  ];
  expect(claims.length).toBeGreaterThan(0);
  expect(judgedText({ ...article, title, text, claims }).labelled?.figures).toHaveLength(figures.length);
});

const article = { id: 'a', publisher: 'Wire', published: '2026-02-03', fold: 3 };

function judge(claims: readonly JudgedClaim[]) {
  const judged: JudgedArticle = { ...article, title: TITLE, text: TEXT, claims };
  return judgedText(judged);
}

function figure(quote: string, found: Pick<JudgedClaim, 'judgement' | 'field' | 'correction'>): JudgedClaim {
  const start = TEXT.indexOf(quote);
  return { ...found, kind: 'figure', content: revenue(), start, end: start + quote.length };
}

function revenue(): Figure {
  return {
    subject: 'Orrin Robotics',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    period: { label: '2025', from: '2025-01-01', to: '2025-12-31' },
    status: 'actual',
    unit: 'USD',
    amount: amount('4000000000'),
    speaker: null,
  };
}

function amount(value: string): Figure['amount'] {
  return { value, low: value, high: value, lowOpen: false, highOpen: false, hedge: '=', significantDigits: 1 };
}
