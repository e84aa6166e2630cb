import type { Disagreement } from '@newsledger/read-models';
import { expect, it } from 'vitest';
import { disagreementsPage, MOST_DISPUTES } from './disagreementsPage.ts';

const dispute = (number: number): Disagreement => ({
  figure_id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  subject: `Company ${number}`,
  counterparty: null,
  measure: 'revenue',
  definition: null,
  noun: null,
  period: '2025',
  status: 'actual',
  unit: 'USD',
  value: '38',
  low: '37.5',
  high: '38.5',
  explanation: '38 USD: disputed.',
  independent_sources: 2,
  sources: ['Meridian Wire'],
  origins: ['Meridian Wire'],
  quote: '$38',
  rival_value: '83',
  rival_low: '82.5',
  rival_high: '83.5',
  rival_sources: ['Morning Tape'],
  rival_origins: ['Morning Tape'],
  rival_quote: '$83',
  kind: 'numbers',
  kind_words: 'Two numbers.',
});
const many = (count: number) => Array.from({ length: count }, (_, number) => dispute(number));

it('shows all disputes where a page has room for them', () => {
  const page = disagreementsPage(many(MOST_DISPUTES), []);
  expect(page.match(/<li><h3>/g)).toHaveLength(MOST_DISPUTES);
  expect(page).toContain(`${MOST_DISPUTES} figures are disputed`);
  expect(page).not.toContain('.csv');
});

it('shows no more than a page has room for, says so, and where the others are', () => {
  const page = disagreementsPage(many(MOST_DISPUTES + 1), []);
  expect(page.match(/<li><h3>/g)).toHaveLength(MOST_DISPUTES);
  expect(page).toContain(`More than ${MOST_DISPUTES} figures are disputed`);
  expect(page).toContain('/api/v1/disagreements.csv');
});
