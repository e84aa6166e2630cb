import type { Evidence, Figure, Measure, Period } from '@newsledger/events';
import { canonicalName } from '../entities/canonicalName.ts';
import type { Extraction, FigureClaim } from '../extractClaims.ts';
import { dayPeriod, monthPeriod, quarterPeriod, yearPeriod } from '../periods/calendar.ts';

/** A number that a page states for machines, as `@newsledger/articles` reads it. */
export interface StatedFact {
  readonly concept: string;
  readonly entity: string | null;
  readonly value: string;
  readonly unit: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly written: readonly string[];
}

/** Which measure a concept is. A negative value of one with `negative` is that measure, without its sign. */
const factMeasures: readonly {
  readonly concepts: string;
  readonly measure: Measure;
  readonly definition: string | null;
  readonly negative?: Measure;
  readonly noun?: string;
}[] = [
  {
    concepts: 'us-gaap:Revenues us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax us-gaap:SalesRevenueNet ifrs-full:Revenue',
    measure: 'revenue',
    definition: null,
  },
  { concepts: 'us-gaap:NetIncomeLoss us-gaap:ProfitLoss ifrs-full:ProfitLoss', measure: 'profit', definition: 'net', negative: 'loss' },
  { concepts: 'us-gaap:OperatingIncomeLoss', measure: 'profit', definition: 'operating', negative: 'loss' },
  { concepts: 'us-gaap:GrossProfit ifrs-full:GrossProfit', measure: 'profit', definition: 'gross' },
  { concepts: 'us-gaap:EarningsPerShareDiluted', measure: 'profit', definition: 'per_share', negative: 'loss' },
  { concepts: 'us-gaap:PaymentsToAcquirePropertyPlantAndEquipment', measure: 'capital_expenditure', definition: null },
  { concepts: 'us-gaap:LongTermDebt us-gaap:DebtInstrumentCarryingAmount', measure: 'debt', definition: null },
  {
    concepts: 'us-gaap:CashAndCashEquivalentsAtCarryingValue',
    measure: 'other_money',
    definition: null,
    noun: 'cash and equivalents',
  },
  { concepts: 'schema:numberOfEmployees dei:EntityNumberOfEmployees', measure: 'employees', definition: null },
];

const rowOf = new Map(
  factMeasures.flatMap((row) => row.concepts.split(' ').map((concept): [string, (typeof factMeasures)[number]] => [concept, row])),
);

/**
 * The extraction with a page's facts in it: exact values in place of what the rules read at the same words. A fact needs a measure, an
 * owner, and its words in the text, where people can look it up. It is certain: its publisher says for machines what it measures, and whose.
 */
export function withFacts(extraction: Extraction, text: string, facts: readonly StatedFact[]): Extraction {
  if (facts.length === 0) return extraction;
  const claims: FigureClaim[] = [];
  let from = 0;
  for (const fact of facts) {
    const place = placeOf(text, fact.written, from);
    if (place === null) continue;
    from = place.end;
    const figure = figureOf(fact);
    if (figure !== null) claims.push({ figure, evidence: evidenceOf(text, place), dealIndex: null, certainty: 1 });
  }
  const isStated = ({ evidence }: FigureClaim): boolean =>
    claims.some((claim) => claim.evidence.start < evidence.end && evidence.start < claim.evidence.end);
  return {
    deals: extraction.deals,
    figures: [...extraction.figures.filter((claim) => !isStated(claim)), ...claims].toSorted((a, b) => a.evidence.start - b.evidence.start),
  };
}

function figureOf({ concept, entity, value, unit, from, to }: StatedFact): Figure | null {
  const row = rowOf.get(concept);
  if (row === undefined || entity === null) return null;
  const isNegative = value.startsWith('-');
  const amount = isNegative && row.negative !== undefined ? value.slice(1) : value;
  return {
    subject: canonicalName(entity),
    counterparty: null,
    measure: isNegative ? (row.negative ?? row.measure) : row.measure,
    definition: row.definition,
    noun: row.noun ?? null,
    period: periodOf(from, to),
    status: 'actual',
    unit,
    amount: {
      value: amount,
      low: amount,
      high: amount,
      lowOpen: false,
      highOpen: false,
      hedge: '=',
      significantDigits: amount.replace(/\D/g, '').replace(/^0+|0+$/g, '').length,
    },
    speaker: null,
  };
}

/** The words where they stand next, as a number of their own. Facts come in the order of the text. */
function placeOf(text: string, written: readonly string[], from: number): { start: number; end: number } | null {
  for (const words of written) {
    if (!/\d/.test(words)) continue;
    for (let start = text.indexOf(words, from); start >= 0; start = text.indexOf(words, start + 1)) {
      const end = start + words.length;
      if (!/[\d.,]$/.test(text.slice(0, start).slice(-1)) && !/^(?:\d|[.,]\d)/.test(text.slice(end, end + 2))) return { start, end };
    }
  }
  return null;
}

function evidenceOf(text: string, { start, end }: { readonly start: number; readonly end: number }): Evidence {
  const from = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  const line = text.slice(from, next < 0 ? text.length : next);
  return { quote: text.slice(start, end), sentence: line.replace(/\s+/g, ' ').trim().slice(0, 1000), start, end };
}

/** Calendar years, quarters and months by their names, others by their days. */
function periodOf(from: string | null, to: string | null): Period | null {
  if (from === null || to === null) return null;
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const named = [yearPeriod(year), quarterPeriod(year, Math.ceil(month / 3)), monthPeriod(year, month), dayPeriod({ year, month, day })];
  return named.find((period) => period.from === from && period.to === to) ?? { label: `${from}/${to}`, from, to };
}
