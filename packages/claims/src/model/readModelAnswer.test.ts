import { expect, test } from 'vitest';
import { modelAnswerJsonSchema } from './modelAnswer.ts';
import { modelMessages } from './modelMessages.ts';
import { readModelAnswer } from './readModelAnswer.ts';
import { readPeriodLabel } from './readPeriodLabel.ts';

const body =
  'Northfold Systems, Inc. will pay AWS about $38 billion over seven years. It employs up to 4,000 people, its chief Mira Sund said.';
const article = { title: 'Northfold signs', text: `Northfold signs\n\n${body}`, publishedAt: '2025-11-03T10:00:00Z', publisher: 'Ledger' };
const [paying = '', employing = ''] = body.split(/(?<=years\.) /);

const value = {
  sentence: paying,
  quote: 'about $38 billion',
  low: 38e9,
  high: 38e9,
  unit: 'USD',
  subject: 'Northfold Systems, Inc.',
  counterparty: 'AWS',
  measure: 'deal_value',
  noun: null,
  period: null,
  status: 'actual',
  speaker: null,
};
const staff = {
  ...value,
  sentence: employing,
  quote: 'up to 4,000 people',
  low: null,
  high: 4000,
  unit: 'people',
  counterparty: null,
  measure: 'employees',
  period: '2025-11',
  speaker: 'Mira Sund',
};
const deal = {
  sentence: paying,
  type: 'supply_contract',
  status: 'agreed',
  parties: [
    { role: 'customer', name: 'Northfold Systems, Inc.' },
    { role: 'supplier', name: 'AWS' },
  ],
  value: '$38 billion',
};
const read = (...figures: readonly object[]) => readModelAnswer(article, JSON.stringify({ figures, deals: [] }));

test('what the article bears out is taken, with the amount that the scanner reads and the names of the list', () => {
  const { figures, deals, rejected } = readModelAnswer(article, JSON.stringify({ figures: [value, staff], deals: [deal] }));

  expect(rejected).toEqual([]);
  expect(figures[0]?.figure).toMatchObject({
    subject: 'Northfold Systems',
    counterparty: 'Amazon Web Services',
    unit: 'USD',
    amount: { value: '38000000000', low: '36100000000', high: '39900000000', hedge: '~' },
  });
  expect(figures[1]?.figure).toMatchObject({ speaker: 'Mira Sund', period: { label: '2025-11' }, amount: { hedge: '<=' } });
  expect(deals[0]?.deal).toMatchObject({
    value: { unit: 'USD' },
    parties: [{ entity: 'Northfold Systems' }, { entity: 'Amazon Web Services' }],
  });
  for (const { evidence } of [...figures, ...deals]) expect(article.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
});

test.each([
  ['an invented sentence', { ...value, sentence: 'Northfold Systems will pay $38 billion.' }, /does not say "Northfold Systems will/],
  ['an invented quote', { ...value, quote: '$83 billion' }, /does not say "\$83 billion"/],
  ['another number than its quote', { ...value, low: 83e9, high: 83e9 }, /does not say 83000000000/],
  ['no number', { ...value, low: null, high: null }, /does not say null/],
  ['another unit than its quote', { ...value, unit: 'EUR' }, /is in USD, not in EUR/],
  ['a measure that it can not be', { ...value, measure: 'power_capacity' }, /can be no power_capacity/],
  ['somebody whom the article does not name', { ...value, subject: 'Oracle' }, /does not name "Oracle"/],
  ['a measure that nobody knows', { ...value, measure: 'happiness' }, /^measure: /],
  ['two amounts', { ...value, quote: '$38 billion over seven years' }, /does not hold one amount/],
])('a claim of %s is refused, and the others are kept', (_what, wrong, reason) => {
  const { figures, rejected } = read(wrong, staff);

  expect(figures).toHaveLength(1);
  expect(rejected).toEqual([expect.stringMatching(reason)]);
});

test.each(['Sorry, I can not help with that.', '', '[]', '{"figures": [', 'null', '{"figures": {}, "deals": []}'])(
  'an answer such as %j gives no claims',
  (content) => {
    expect(readModelAnswer(article, content)).toEqual({ figures: [], deals: [], rejected: [expect.any(String)] });
  },
);

test('a fence of Markdown around the answer is no matter', () => {
  expect(readModelAnswer(article, `\`\`\`json\n${JSON.stringify({ figures: [value], deals: [] })}\n\`\`\``).figures).toHaveLength(1);
});

test.each([
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025-11', '2025-11-01', '2025-11-30'],
  ['2025-11-03', '2025-11-03', '2025-11-03'],
  ['2025-Q3', '2025-07-01', '2025-09-30'],
  ['FY2026', null, null],
])('the period %s is read', (label, from, to) => {
  expect(readPeriodLabel(label)).toEqual({ label, from, to });
});

test.each(['last year', '2025-13', '2025-02-30', 'FY2025-11', ''])('%j is no period', (label) => {
  expect(readPeriodLabel(label)).toBeNull();
});

test('the question holds the schema, and the article as data', () => {
  const [system, user] = modelMessages(article);

  expect(system?.content).toContain(JSON.stringify(modelAnswerJsonSchema()));
  expect(JSON.parse(user?.content ?? '')).toMatchObject({ title: 'Northfold signs', article: article.text });
});
