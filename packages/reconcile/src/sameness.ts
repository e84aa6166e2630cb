import type { Figure } from '@newsledger/events';

/**
 * What makes differently worded claims be about one fact. Each table is one rule; what stands in none of them stays as the claim says it,
 * since merging two facts is worse than telling one twice.
 */

/** Names of definitions that mean the same. `run rate` and `annualised revenue` are a yearly rate, not a year's revenue. */
const DEFINITIONS: Readonly<Record<string, string>> = {
  run_rate: 'annual_rate',
  annualised: 'annual_rate',
  annualized: 'annual_rate',
  annual_recurring: 'annual_rate',
  enterprise_value: 'with_debt',
  including_debt: 'with_debt',
  equity_value: 'equity',
  excluding_debt: 'equity',
  greenshoe: 'with_over_allotment',
  over_allotment: 'with_over_allotment',
  with_option: 'with_over_allotment',
  in_all: 'cumulative',
  to_date: 'cumulative',
  total: 'cumulative',
};

/** Nouns that count the same things, by measure. */
const COUNTED: Readonly<Partial<Record<Figure['measure'], Readonly<Record<string, string>>>>> = {
  employees: { job: 'employee', worker: 'employee', staff: 'employee', person: 'employee', people: 'employee', position: 'employee' },
  accelerators: { GPU: 'chip', gpu: 'chip', TPU: 'chip', accelerator: 'chip', processor: 'chip' },
  users: { person: 'user', people: 'user' },
};

/** Measures of a state, which holds at a moment, unlike a flow, which adds up over a time. */
const STATES: ReadonlySet<Figure['measure']> = new Set([
  'valuation',
  'market_cap',
  'debt',
  'stake',
  'market_share',
  'employees',
  'users',
  'customers',
  'sites',
]);

/** What a deal comes to and how long it runs hold for the deal, whichever day a text names beside them. */
const TIMELESS: ReadonlySet<Figure['measure']> = new Set(['deal_value', 'deal_term']);

export function sameDefinition(definition: string | null): string | null {
  return definition === null ? null : (DEFINITIONS[definition] ?? definition);
}

export function sameUnit(measure: Figure['measure'], unit: string): string {
  return COUNTED[measure]?.[unit] ?? unit;
}

export function isTimeless(measure: Figure['measure']): boolean {
  return TIMELESS.has(measure);
}

/** Whether a measure, or its yearly rate, holds at a moment. */
export function isState(measure: Figure['measure'], definition: string | null): boolean {
  return STATES.has(measure) || definition === 'annual_rate';
}

/**
 * A period's label as keys have it. A state in "2025" is what it comes to "by the end of 2025", and in a quarter what it is at its end; a
 * flow of 2025 is the whole year's. Months stay as they are: a state without a date bears the month in which it was told.
 */
export function samePeriod(label: string | null, state: boolean): string | null {
  if (label === null || !state) return label;
  if (/^\d{4}$/.test(label)) return `${label}-12-31`;
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(label) ?? [];
  return year === undefined || quarter === undefined ? label : `${year}-${QUARTER_ENDS[Number(quarter) - 1]}`;
}

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const;
