import { expect, it } from 'vitest';
import { said } from './exampleClaims.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

const forecast = { ...dealValueKey, measure: 'power_capacity', unit: 'W', status: 'forecast' } as const;
const talks = { ...dealValueKey, status: 'talks' } as const;
const halden = { speaker: 'Halden' };
const corvane = { speaker: 'Corvane' };

it('leaves a forecast that the article with the forecaster’s other number still gives', () => {
  const result = reconcile(forecast, [
    said('A', '130bn', halden),
    said('B', '130bn', { ...halden, on: '2025-11-20', articleId: 'b', claimId: '1' }),
    said('B', '104bn', { ...halden, on: '2025-11-20', articleId: 'b', claimId: '2' }),
    said('C', '104bn', { ...corvane, on: '2025-11-21' }),
  ]);
  expect(result).toMatchObject({ value: '130000000000', agreement: 'disputed', independentSources: 2 });
});

it('leaves a forecast that several quote when one has it otherwise', () => {
  const result = reconcile(forecast, [
    said('A', '130bn', halden),
    said('B', '130bn', halden),
    said('C', '104bn', { ...halden, on: '2025-11-21' }),
  ]);
  expect(result.value).toBe('130000000000');
});

it('takes a forecaster’s new number once several quote it', () => {
  const later = { ...halden, on: '2026-02-01' };
  const result = reconcile(forecast, [
    said('A', '130bn', halden),
    said('B', '130bn', halden),
    said('A', '104bn', later),
    said('C', '104bn', later),
  ]);
  expect(result).toMatchObject({ value: '104000000000', agreement: 'superseded' });
});

it('says what a later report of talks replaced', () => {
  const result = reconcile(talks, [said('A', '21bn'), said('B', '23bn', { on: '2025-12-06' })]);
  expect(result.explanation).toBe('23 billion USD: only B says so; it replaces an earlier 21 billion USD (2025-11-03).');
});

it('lets only a party’s own later word replace its own', () => {
  const release = { isPrimary: true, speaksFor: ['OpenAI'] };
  const result = reconcile(talks, [said('OpenAI News', '21bn', release), said('B', '23bn', { on: '2025-12-06' })]);
  expect(result).toMatchObject({ value: '21000000000', agreement: 'agreed_with_outlier' });
});

const guidance = { ...dealValueKey, counterparty: null, measure: 'growth', unit: '%', period: 'FY2019', status: 'forecast' } as const;
const company = { speaker: 'Home Depot' };

it('takes a forecaster’s cut for one even where the new number could be rounded to the old', () => {
  const result = reconcile(guidance, [said('A', '4', company), said('B', '3.5', { ...company, on: '2025-11-19' })]);
  expect(result).toMatchObject({ value: '3.5', agreement: 'superseded' });
  expect(result.explanation).toContain('A replaced its 4 %');
});

it('takes the same number with more digits for the same forecast', () => {
  const result = reconcile(guidance, [said('A', '38', company), said('B', '38.2', { ...company, on: '2025-11-19' })]);
  expect(result).toMatchObject({ value: '38.2', agreement: 'single_source' });
});

it('takes "about 4 %" after 3.9 % for the same forecast', () => {
  const result = reconcile(guidance, [said('A', '3.9', company), said('B', '~4', { ...company, on: '2025-11-19' })]);
  expect(result).toMatchObject({ value: '3.9', agreement: 'single_source' });
});
