import type { Deal, Evidence, Figure, Period } from '@newsledger/events';
import { type DealDraft, draftOf } from './deals/dealDraft.ts';
import type { DealModels } from './deals/dealModels.ts';
import { dealReadingOf } from './deals/dealReading.ts';
import { dealsBySentence } from './deals/dealsBySentence.ts';
import { fittedDealModels } from './deals/dealWeights.ts';
import { explainDeal } from './deals/explainDeal.ts';
import { findDeals } from './deals/findDeals.ts';
import type { FoundDeal } from './deals/foundDeal.ts';
import { type Explanation, explain } from './explain/explanation.ts';
import { type Chosen, groundAt } from './explain/ground.ts';
import { amountOf } from './figures/amountOf.ts';
import { isComparedTime } from './figures/choosePeriod.ts';
import { chooseSpeaker } from './figures/chooseSpeaker.ts';
import type { FigureDraft } from './figures/figureDraft.ts';
import { readFigures } from './figures/readFigures.ts';
import { type LeftOut, nothingLeftOut } from './ruleFamilies.ts';
import { adopted, asInBody, indexOf, sameAsLinked, withDefinition, withParties } from './settleFigures.ts';
import { type ArticleText, type ReadDocument, type ReadSentence, readDocument } from './text/readDocument.ts';
import { rememberingLast } from './text/rememberingLast.ts';
import { bitOf } from './text/wordHints.ts';

/** Counted up whenever the same text would yield other claims. */
export const extractor = { name: 'newsledger', version: 5 } as const;

/** One figure that the article states. */
export interface FigureClaim {
  readonly figure: Figure;
  readonly evidence: Evidence;
  /** Index into the article's deals: whose value or term this is; null when it is no deal's. */
  readonly dealIndex: number | null;
  /** Which rule and words gave each field; only when asked for. */
  readonly because?: Explanation;
}

/** One deal that the article tells of. */
export interface DealClaim {
  readonly deal: Deal;
  /** Probability that type, parties and value are right; null where whoever read it gives none. */
  readonly certainty: number | null;
  readonly evidence: Evidence;
  /** Which rule and words gave each field; only when asked for. */
  readonly because?: Explanation;
}

export interface Extraction {
  readonly figures: FigureClaim[];
  readonly deals: DealClaim[];
}

export interface ExtractOptions {
  /** Weights other than the fitted ones, such as those of a cross-validation. */
  readonly dealModels?: DealModels;
  /** Whether each claim shall say which rule and words gave each of its fields. */
  readonly explain?: boolean;
  /** Families of rules not to use; only to measure what they are worth. */
  readonly leaveOut?: LeftOut;
}

/** Every figure and deal of an article, in the order of the text. Pure; never throws; takes time in proportion to the text. */
export function extractClaims(article: ArticleText, options: ExtractOptions = {}): Extraction {
  const { leaveOut: leftOut = nothingLeftOut } = options;
  const document = readDocument(article, () => true, leftOut);
  const dealReading = dealReadingOf(document);
  const models = options.dealModels ?? fittedDealModels();
  const kept = findDeals(dealReading, models);
  const bySentence = dealsBySentence(kept, dealReading);
  const figures: FigureDraft[] = [];
  const reported = reportedPeriod(document);
  let lastDeal: DealDraft | null = null;
  let speaker: Chosen<string> | null = null;
  let agreed = false;
  for (const sentence of document.sentences) {
    if (sentence.boilerplate || sentence.items.length === 0) continue;
    const deals = (bySentence.get(sentence) ?? []).map(({ deal, trigger }) => draftOf(deal, sentence, trigger));
    speaker = lastSpeaker(sentence) ?? speaker;
    const last = figures.at(-1);
    const lastMove =
      last !== undefined &&
      last.sentence.paragraph === sentence.paragraph &&
      /^(?:share_price_change|market_cap_change)$/.test(last.figure.measure)
        ? last.figure
        : null;
    agreed ||= (sentence.hints & SETTLED) !== 0 && AGREED.test(sentence.lower);
    const near = last !== undefined && last.sentence.paragraph === sentence.paragraph ? last : null;
    figures.push(
      ...readFigures(sentence, {
        document,
        deals,
        lastDeal,
        reported,
        speaker,
        lastMove,
        last: near,
        agreed,
      }),
    );
    lastDeal =
      deals.find((deal) => deal.parties.length > 1 && !deal.anaphoric) ?? lastDeal ?? deals.find((deal) => !deal.anaphoric) ?? null;
  }
  const settles = !leftOut.has('settled figures');
  const own = settles ? figures.map((draft) => adopted(withParties(draft), kept)) : figures;
  const links = figures.map((draft) => indexOf(kept, draft));
  const named = settles ? own.map((draft, index) => sameAsLinked(draft, index, own, links)) : own;
  const settled = settles ? named.map((draft) => asInBody(withDefinition(draft, named), named)) : named;
  const reasons = (because: Parameters<typeof explain>[1]) =>
    options.explain === true ? { because: explain(document.text, because) } : {};
  return {
    figures: settled.map((draft, index) => ({
      figure: draft.figure,
      evidence: evidenceOf(document, draft.sentence, draft.start, draft.end),
      dealIndex: links[index] ?? null,
      ...reasons(draft.because),
    })),
    deals: kept.map((deal) => ({
      ...dealClaim(document, deal, figures),
      ...(options.explain === true ? reasons(explainDeal(deal, dealReading, models)) : {}),
    })),
  };
}

const SETTLED = bitOf('settled');

/** Words of something that two have settled. */
export const AGREED = /\b(?:agree(?:d|s|ment)|signed|struck|complet(?:ed|es)|approved|restructur\w+)\b/;

/** Who speaks in a sentence; who only forecasts or reports something isn't the one whom quotation marks go on with. */
function lastSpeaker({ items, hints }: ReadSentence): Chosen<string> | null {
  return (hints & SPEECH) === 0 ? null : (chooseSpeaker(items, 0) ?? chooseSpeaker(items, items.length));
}

const SPEECH = bitOf('speech');

/** What results are about when a sentence names no period: the first quarter or fiscal year that the article names. */
function reportedPeriod(document: ReadDocument): Chosen<Period> | null {
  for (const sentence of document.sentences.slice(0, 12)) {
    for (const [index, item] of sentence.items.entries()) {
      if (item.kind !== 'period') continue;
      const { label } = item.period.period;
      if (/-Q\d$/.test(label) && !isComparedTime(sentence.items, index))
        return { value: item.period.period, because: groundAt('quarter that the article reports on', sentence.items, index) };
    }
  }
  return null;
}

/** A deal as it is reported; its value and term are figures of their own, which give the definition and the exact years. */
function dealClaim(document: ReadDocument, deal: FoundDeal, figures: readonly FigureDraft[]): DealClaim {
  const figureAt = (place: FoundDeal['value']): FigureDraft | undefined =>
    figures.find(({ sentence, start }) => sentence === place?.sentence && start === place.sentence.items[place.at]?.start);
  const worth = deal.value?.sentence.items[deal.value.at];
  const { sentence, at } = deal.evidence;
  const item = sentence.items[at];
  return {
    deal: {
      type: deal.type,
      status: deal.status,
      parties: deal.parties.slice(0, 20).map(({ role, entity }) => ({ role, entity })),
      value:
        worth?.kind === 'quantity'
          ? { unit: worth.quantity.unit, definition: figureAt(deal.value)?.figure.definition ?? null, amount: amountOf(worth.quantity, 1) }
          : null,
      termYears: figureAt(deal.term)?.figure.amount.value ?? null,
      announcedOn: deal.announcedOn?.value ?? null,
      speaker: null,
    },
    certainty: deal.certainty,
    evidence: evidenceOf(
      document,
      sentence,
      sentence.start,
      Math.min(sentence.end, sentence.start + 400, Math.max(item?.end ?? 0, sentence.end)),
    ),
  };
}

function evidenceOf(document: ReadDocument, sentence: ReadSentence, start: number, end: number): Evidence {
  const quote = document.text.slice(start, Math.min(end, start + 400));
  return {
    quote,
    sentence: onOneLine(sentence.text),
    start,
    end: start + quote.length,
  };
}

/** A sentence as evidence shows it: wrapped lines joined, and not too long. */
const onOneLine = rememberingLast((text: string) => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).slice(0, 1000));
