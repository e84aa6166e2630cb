import { readFileSync } from 'node:fs';
import {
  type DealClaim,
  type ExtractOptions,
  extractClaims as extract,
  type FigureClaim,
  type ReaderWeights,
  unpackDealModels,
  unpackModels,
} from '@newsledger/claims';
import { isPlaced } from '@newsledger/reconcile';

export interface Given {
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

/** Weights that a cross-validation wrote (`npm run fit -- FOLDER --folds OUT`), in place of the fitted ones. */
const weightsFile = process.env.NEWSLEDGER_WEIGHTS;
const ofFold: ExtractOptions = weightsFile === undefined ? {} : { models: modelsOf(JSON.parse(readFileSync(weightsFile, 'utf8'))) };

function modelsOf({ figures, deals }: ReaderWeights) {
  return { figures: unpackModels(figures), deals: unpackDealModels(deals) };
}

/** What `@newsledger/claims` reads, in the words of the measuring stick. Offsets are into `text`, which doesn't hold the title. */
export function extractClaims({ text, title, publisher, published }: Given, options: ExtractOptions = {}) {
  const head = title === null || title === '' ? '' : `${title}\n\n`;
  const { figures, deals } = extract(
    { title: title ?? '', text: head + text, publishedAt: published, publisher },
    { ...ofFold, ...options },
  );
  return {
    figures: figures.map((claim) => figureOf(claim, head.length, dateOf(claim, deals, published))).filter(({ start }) => start >= 0),
    deals: deals.map(dealOf),
  };
}

function dealOf({ deal, evidence, certainty }: DealClaim) {
  const { low, high } = interval(deal.value?.amount ?? null);
  return {
    type: deal.type,
    parties: deal.parties.map(({ entity, role }) => ({ name: entity, role })),
    value_low: low,
    value_high: high,
    unit: deal.value?.unit ?? null,
    term_years: deal.termYears === null ? null : Number(deal.termYears),
    announced: deal.announcedOn,
    status: deal.status,
    quote: evidence.quote,
    certainty,
    placed: isPlaced(certainty),
  };
}

const OF_DEALS = /^(?:deal_value|deal_term|funding_raised|investment)$/;

/** Figures of a deal carry no period, since the deal itself has its date; the stick wants it at the figure. */
function dateOf({ figure, dealIndex }: FigureClaim, deals: readonly DealClaim[], published: string | null): string | null {
  if (!OF_DEALS.test(figure.measure)) return null;
  const announced = dealIndex === null ? null : (deals[dealIndex]?.deal.announcedOn ?? null);
  return announced ?? published?.slice(0, 10) ?? null;
}

function figureOf({ figure, evidence, certainty }: FigureClaim, offset: number, date: string | null) {
  return {
    quote: evidence.quote,
    start: evidence.start - offset,
    end: evidence.end - offset,
    ...interval(figure.amount),
    approx: figure.amount.hedge === '~' || figure.amount.hedge === '<~',
    unit: figure.unit === 'bbl' ? 'barrel' : figure.unit,
    subject: figure.subject,
    counterparty: figure.counterparty,
    measure: figure.measure,
    period: figure.period?.label ?? date,
    status: figure.status,
    attributed_to: figure.speaker,
    certainty,
    placed: isPlaced(certainty),
  };
}

/** The stick wants what is written: a point for "about $38bn", one open end for "more than". */
function interval(amount: FigureClaim['figure']['amount'] | null): { low: number | null; high: number | null } {
  const number = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));
  if (amount === null) return { low: null, high: null };
  if (amount.hedge === '>') return { low: number(amount.value ?? amount.low), high: null };
  if (amount.hedge === '<=') return { low: null, high: number(amount.value ?? amount.high) };
  return amount.value === null
    ? { low: number(amount.low), high: number(amount.high) }
    : { low: number(amount.value), high: number(amount.value) };
}
