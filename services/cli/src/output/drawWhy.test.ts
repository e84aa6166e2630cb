import { stripVTControlCharacters } from 'node:util';
import type { ClaimRow, FigureRow } from '@newsledger/read-models';
import { expect, it } from 'vitest';
import { drawWhy } from './drawWhy.ts';

/** Without colours: a terminal's width is that of what one sees. */
const plain = (lines: readonly string[]) => lines.map((line) => stripVTControlCharacters(line));

it('puts copies under their origin, and says why a number lost', () => {
  const drawn = plain(drawWhy(figure, claims, null)).join('\n');
  expect(drawn).toContain('Meridian Wire (wire, 2 articles, one vote)');
  expect(drawn).toMatch(/agrees {2}The Harbour Post, 2025-11-04: “\$38bn”\n\nMorning Tape\n/);
  expect(drawn).toContain('Probably a slip: the same number with two digits swapped.');
  expect(drawn).toMatch(/Counts no more\n.*superseded {2}Byteside/);
});

it('shows how surely a claim was read, and apart from the others what was read too unsurely to count', () => {
  const drawn = plain(drawWhy(figure, claims, null)).join('\n');
  expect(drawn).toContain('loses  Morning Tape, 2025-11-04, certainty 0.9: “$38bn”');
  expect(drawn).toMatch(/Read with too little certainty to count\n.*unplaced {2}Gridline, 2025-11-05, certainty 0.41: “\$38bn”/);
  expect(drawn).toContain('Perhaps misread: its certainty is 0.41, and claims count from 0.6 on.');
  expect(drawn).toMatch(/winner {2}Meridian Wire, 2025-11-03: “/);
});

it('draws the others as wide as before where a claim that counts for nothing is far off', () => {
  const far = claim('Lumen Daily', '2025-11-05', { verdict: 'unplaced', value: '1000', low: '1000', high: '1000' });
  const barOf = (lines: readonly string[]) => lines.find((line) => line.endsWith('reconciled'));
  const drawn = plain(drawWhy(figure, [...claims, far], null));
  expect(barOf(drawn)).toBe(barOf(plain(drawWhy(figure, claims, null))));
  expect(drawn.find((line) => line.includes('Lumen Daily'))).toMatch(/^◂ +unplaced/);
});

it.each([48, 60, 80, 200])('keeps to a terminal of %i characters', (width) => {
  const widest = Math.max(...plain(drawWhy(figure, claims, width)).map((line) => line.length));
  expect(widest).toBeLessThanOrEqual(width);
});

const figure: FigureRow = {
  figure_id: '00000000-0000-4000-8000-000000000000',
  subject: 'OpenAI',
  counterparty: 'Amazon Web Services',
  measure: 'deal_value',
  definition: null,
  noun: null,
  period: null,
  status: 'actual',
  unit: 'USD',
  value: '38000000000',
  low: '37500000000',
  high: '38500000000',
  agreement: 'agreed_with_outlier',
  confidence: '0.9',
  claim_count: 3,
  independent_sources: 2,
  first_reported: null,
  last_changed: null,
  explanation: "38 billion USD: 1 of 2 independent sources says so; Morning Tape's 83 billion USD is an outlier.",
};

const claim = (source: string, day: string, more: Partial<ClaimRow>): ClaimRow => ({
  claim_id: `${source} ${day}`,
  source,
  source_id: source.toLowerCase().replaceAll(' ', '-'),
  article_id: '8a1c0d2e-0000-5000-8000-000000000001',
  article_url: `https://example.com/${source.length}`,
  article_title: 'A title',
  published_at: new Date(`${day}T00:00:00Z`),
  quote: '$38bn',
  sentence: 'The deal is worth $38bn.',
  value: '38000000000',
  low: '37500000000',
  high: '38500000000',
  unit: 'USD',
  hedge: '=',
  speaker: null,
  origin_id: 'wire:Meridian Wire',
  is_primary: false,
  verdict: 'agrees',
  reason: 'It allows the value.',
  certainty: null,
  ...more,
});

const claims = [
  claim('Meridian Wire', '2025-11-03', { verdict: 'winner' }),
  claim('The Harbour Post', '2025-11-04', {}),
  claim('Morning Tape', '2025-11-04', {
    origin_id: 'source:morning-tape',
    verdict: 'loses',
    low: '82500000000',
    high: '83500000000',
    reason: 'Probably a slip: the same number with two digits swapped.',
    certainty: '0.900',
  }),
  claim('Gridline', '2025-11-05', {
    origin_id: null,
    verdict: 'unplaced',
    certainty: '0.41',
    reason: 'Perhaps misread: its certainty is 0.41, and claims count from 0.6 on.',
  }),
  claim('Byteside', '2025-11-01', { origin_id: null, verdict: 'superseded', reason: 'A later revision of the article says it again.' }),
];
