import type { Deal, Figure } from '@newsledger/events';
import { expect, it } from 'vitest';
import { said } from '../exampleClaims.ts';
import { dealValueKey } from '../sampleClaims.ts';
import { dealFamilyOf } from './dealFigures.ts';

const figure: Figure = { ...dealValueKey, period: null, measure: 'price', amount: said('A', '157').amount, speaker: null };

function between(type: Deal['type'], ...names: string[]): Deal {
  const parties = names.map((entity) => ({ role: 'partner' as const, entity }));
  return { type, status: 'agreed', parties, value: null, termYears: null, announcedOn: null, speaker: null };
}

it('takes the deal that the reader named before any other', () => {
  expect(dealFamilyOf(figure, between('merger', 'Acme'), [between('supply_contract', 'OpenAI', 'Amazon Web Services')])).toBe('takeover');
});

it('finds the deal between the figure’s parties in the same article', () => {
  const told = [between('ipo', 'OpenAI'), between('supply_contract', 'OpenAI', 'Amazon Web Services', 'Oracle')];
  expect(dealFamilyOf(figure, null, told)).toBe('contract');
});

it('names no deal where the article tells several types of deal between the parties', () => {
  const told = [between('investment', 'OpenAI', 'Amazon Web Services'), between('supply_contract', 'OpenAI', 'Amazon Web Services')];
  expect(dealFamilyOf(figure, null, told)).toBeNull();
});

it('takes a party’s revenue for no figure of a deal', () => {
  expect(dealFamilyOf({ ...figure, measure: 'revenue' }, between('merger', 'OpenAI'), [])).toBeNull();
});
