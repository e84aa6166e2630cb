import type { Figure } from '@newsledger/events';
import { expect, it } from 'vitest';
import { figureIdOf, figureKeyOf } from './figureKey.ts';

const amount = { value: '1', low: '1', high: '1', lowOpen: false, highOpen: false, hedge: '=', significantDigits: 1 } as const;

function figure(more: Partial<Figure>, label: string | null = null): Figure {
  return {
    subject: 'OpenAI',
    counterparty: null,
    measure: 'revenue',
    definition: null,
    noun: null,
    period: label === null ? null : { label, from: null, to: null },
    status: 'actual',
    unit: 'USD',
    amount,
    speaker: null,
    ...more,
  };
}

/** Whether two figures are one fact. */
function areOne(a: Figure, b: Figure): boolean {
  return figureIdOf(figureKeyOf(a)) === figureIdOf(figureKeyOf(b));
}

it.each([
  [
    'a state in 2025 and by its end',
    figure({ measure: 'employees', unit: 'employee' }, '2025'),
    figure({ measure: 'employees', unit: 'employee' }, '2025-12-31'),
  ],
  ['a state in a quarter and at its end', figure({ measure: 'debt' }, '2025-Q3'), figure({ measure: 'debt' }, '2025-09-30')],
  [
    'a yearly rate in 2025 and by its end',
    figure({ definition: 'annual_rate' }, '2025'),
    figure({ definition: 'annual_rate' }, '2025-12-31'),
  ],
  ['a run rate and a yearly rate', figure({ definition: 'run_rate' }, '2025-06'), figure({ definition: 'annual_rate' }, '2025-06')],
  ['a price including debt and an enterprise value', figure({ definition: 'including_debt' }), figure({ definition: 'enterprise_value' })],
  ['jobs and employees', figure({ measure: 'employees', unit: 'job' }), figure({ measure: 'employees', unit: 'employee' })],
  ['a deal’s term and its term as told in a month', figure({ measure: 'deal_term' }), figure({ measure: 'deal_term' }, '2024-09')],
  ['GPUs and accelerators', figure({ measure: 'accelerators', unit: 'GPU' }), figure({ measure: 'accelerators', unit: 'chip' })],
])('takes %s for one fact', (_, a, b) => {
  expect(areOne(a, b)).toBe(true);
});

it.each([
  ['a year’s revenue and a yearly rate', figure({}, '2025'), figure({ definition: 'annual_rate' }, '2025')],
  ['a year’s revenue and the revenue of its last day', figure({}, '2025'), figure({}, '2025-12-31')],
  ['a quarter and its year', figure({}, '2025-Q3'), figure({}, '2025')],
  ['a calendar year and a fiscal year', figure({}, '2025'), figure({}, 'FY2025')],
  [
    'equity and with debt',
    figure({ measure: 'deal_value', definition: 'equity' }),
    figure({ measure: 'deal_value', definition: 'with_debt' }),
  ],
  [
    'an issue with the option and without',
    figure({ measure: 'funding_raised', definition: 'greenshoe' }),
    figure({ measure: 'funding_raised' }),
  ],
  ['gross and net', figure({ measure: 'profit', definition: 'gross' }), figure({ measure: 'profit', definition: 'net' })],
  ['a forecast and what came of it', figure({ status: 'forecast' }, '2025'), figure({}, '2025')],
  ['dollars and euros', figure({}), figure({ unit: 'EUR' })],
  ['a subsidiary and its parent', figure({ subject: 'Amazon Web Services' }), figure({ subject: 'Amazon' })],
  ['a share of equity and a share of the market', figure({ measure: 'stake', unit: '%' }), figure({ measure: 'market_share', unit: '%' })],
  [
    'prices of different things',
    figure({ measure: 'other_money', noun: 'server price' }),
    figure({ measure: 'other_money', noun: 'rent' }),
  ],
])('keeps %s apart', (_, a, b) => {
  expect(areOne(a, b)).toBe(false);
});

it('reads a noun whatever its case', () => {
  expect(areOne(figure({ measure: 'other_money', noun: 'Server price ' }), figure({ measure: 'other_money', noun: 'server price' }))).toBe(
    true,
  );
});
