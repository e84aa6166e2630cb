import type { Deal, Evidence, Figure } from '@newsledger/events';
import { type Reading, readCandidates } from './candidates/reading.ts';
import type { DealModels } from './deals/dealModels.ts';
import { dealReadingOf } from './deals/dealReading.ts';
import { fittedDealModels } from './deals/dealWeights.ts';
import { explainDeal } from './deals/explainDeal.ts';
import { findDeals } from './deals/findDeals.ts';
import type { FoundDeal } from './deals/foundDeal.ts';
import { fittedModels } from './decisions/fittedModels.ts';
import type { Models } from './decisions/models.ts';
import { explainFigure } from './explain/explainFigure.ts';
import { type Explanation, explain } from './explain/explanation.ts';
import { agreeOnDefinition, agreeWithBody } from './figures/agreeWithBody.ts';
import { type JoinedFigure, joinDeals } from './figures/joinDeals.ts';
import { readFigure } from './figures/readFigure.ts';
import { statedAmount } from './figures/statedAmount.ts';
import { type ArticleText, type ReadSentence, readDocument } from './text/readDocument.ts';

/** Counted up whenever the same text would yield other claims. */
export const extractor = { name: 'newsledger', version: 12 } as const;

/** One figure that the article states. */
export interface FigureClaim {
  readonly figure: Figure;
  readonly evidence: Evidence;
  /** Index into the article's deals: whose value or term this is; null when it is no deal's. */
  readonly dealIndex: number | null;
  /** Probability that value, unit, subject and measure are all right; 0 to 1, three decimals. */
  readonly certainty: number;
  /** Which candidates each field had and what spoke for the winner; only when asked for. */
  readonly because?: Explanation;
}

/** One deal that the article tells of. */
export interface DealClaim {
  readonly deal: Deal;
  readonly evidence: Evidence;
  /** Probability that type, parties and value are right; 0 to 1, three decimals. */
  readonly certainty: number;
  /** Which candidates each field had and what spoke for the winner; only when asked for. */
  readonly because?: Explanation;
}

export interface Extraction {
  readonly figures: FigureClaim[];
  readonly deals: DealClaim[];
}

export interface ExtractOptions {
  /** Whether each claim shall say why each of its fields is what it is. */
  readonly explain?: boolean;
  /** Weights other than the fitted ones, such as those of a cross-validation. */
  readonly models?: { readonly figures: Models; readonly deals: DealModels };
}

/** Every figure and deal of an article, in the order of the text. Pure; never throws; takes time in proportion to the text. */
export function extractClaims(article: ArticleText, options: ExtractOptions = {}): Extraction {
  const models = options.models ?? { figures: fittedModels(), deals: fittedDealModels() };
  const document = readDocument(article);
  const reading = readCandidates(document);
  const dealReading = dealReadingOf(reading);
  const deals = findDeals(dealReading, models.deals);
  const read = reading.places.flatMap((place) => readFigure(reading, place, models.figures) ?? []);
  const figures = joinDeals(agreeOnDefinition(agreeWithBody(read)), deals);
  return {
    figures: figures.map((figure) => figureClaim(figure, reading, options.explain === true ? models.figures : null)),
    deals: deals.map((deal) => ({
      ...dealClaim(deal, figures, reading),
      ...(options.explain === true ? { because: explain(document.text, explainDeal(deal, dealReading, models.deals)) } : {}),
    })),
  };
}

function figureClaim(read: JoinedFigure, reading: Reading, explainBy: Models | null): FigureClaim {
  const { sentence, quantity } = read.place;
  const { text } = reading.document;
  return {
    figure: read.figure,
    evidence: evidenceOf(text, sentence, quantity.start, quantity.end),
    dealIndex: read.dealIndex,
    certainty: read.certainty,
    ...(explainBy === null ? {} : { because: explain(text, explainFigure(read, reading, explainBy)) }),
  };
}

function dealClaim(deal: FoundDeal, figures: readonly JoinedFigure[], { document, places }: Reading): DealClaim {
  const { value, term } = deal;
  const figure = figures.find(({ place }) => place.sentence === value?.sentence && place.at === value.at)?.figure;
  const quantity = places.find(({ sentence, at }) => sentence === value?.sentence && at === value.at)?.quantity;
  const stated = figure ?? (quantity === undefined ? undefined : { ...statedAmount(quantity, 'deal_value', 'up', null), definition: null });
  const { sentence } = deal.evidence;
  return {
    deal: {
      type: deal.type,
      status: deal.status,
      parties: deal.parties.slice(0, 20).map(({ role, entity }) => ({ role, entity: entity.slice(0, 200) })),
      value: stated === undefined ? null : { unit: stated.unit, definition: stated.definition, amount: stated.amount },
      termYears: term?.sentence.items[term.at]?.quantity?.value ?? null,
      announcedOn: deal.announcedOn?.value ?? null,
      speaker: null,
    },
    evidence: evidenceOf(document.text, sentence, sentence.start, sentence.end),
    certainty: Math.round(deal.certainty * 1000) / 1000,
  };
}

function evidenceOf(text: string, sentence: ReadSentence, start: number, end: number): Evidence {
  const quote = text.slice(start, Math.min(end, start + 400));
  return { quote, sentence: sentence.text.replace(/\s+/g, ' ').slice(0, 1000), start, end: start + quote.length };
}
