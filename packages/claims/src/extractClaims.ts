import type { Deal, Evidence, Figure, Period } from '@newsledger/events';
import type { DealDraft } from './deals/dealDraft.ts';
import { findDeals } from './deals/findDeals.ts';
import { mergeDeals, type RoughValue, type ToldDeal } from './deals/mergeDeals.ts';
import { type Explanation, explain } from './explain/explanation.ts';
import { type Chosen, type Ground, groundAt } from './explain/ground.ts';
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
  /** How probable it is, 0 to 1 with three decimals, that value, unit, subject and measure are all right. */
  readonly certainty: number;
  /** Which rule and words gave each field; only when asked for. */
  readonly because?: Explanation;
}

/** One deal that the article tells of. */
export interface DealClaim {
  readonly deal: Deal;
  readonly evidence: Evidence;
  /** How probable it is, 0 to 1 with three decimals, that type, parties and value are all right. */
  readonly certainty: number;
  /** Which rule and words gave each field; only when asked for. */
  readonly because?: Explanation;
}

export interface Extraction {
  readonly figures: FigureClaim[];
  readonly deals: DealClaim[];
}

export interface ExtractOptions {
  /** Whether each claim shall say which rule and words gave each of its fields. */
  readonly explain?: boolean;
  /** Families of rules not to use; only to measure what they are worth. */
  readonly leaveOut?: LeftOut;
}

/** Every figure and deal of an article, in the order of the text. Pure; never throws; takes time in proportion to the text. */
export function extractClaims(article: ArticleText, options: ExtractOptions = {}): Extraction {
  const { leaveOut: leftOut = nothingLeftOut } = options;
  const document = readDocument(article, undefined, leftOut);
  const drafts: DealDraft[] = [];
  const figures: FigureDraft[] = [];
  const reported = reportedPeriod(document);
  let lastDeal: DealDraft | null = null;
  let speaker: Chosen<string> | null = null;
  let agreed = false;
  for (const sentence of document.sentences) {
    if (sentence.boilerplate || sentence.items.length === 0) continue;
    const deals = findDeals(sentence, lastDeal, leftOut);
    drafts.push(...deals);
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
  const { deals, dealOf } = mergeDeals(drafts, valuesOf(figures), !leftOut.has('joined tellings'));
  const kept = deals.filter((deal) => isDeal(deal, figures, dealOf));
  const settles = !leftOut.has('settled figures');
  const own = settles ? figures.map((draft) => adopted(withParties(draft, dealOf), kept)) : figures;
  const links = figures.map((draft) => indexOf(kept, draft, dealOf));
  const named = settles ? own.map((draft, index) => sameAsLinked(draft, index, own, links)) : own;
  const settled = settles ? named.map((draft) => asInBody(withDefinition(draft, named), named)) : named;
  const reasons = (because: Parameters<typeof explain>[1]) =>
    options.explain === true ? { because: explain(document.text, because) } : {};
  return {
    figures: settled.map((draft, index) => ({
      figure: draft.figure,
      evidence: evidenceOf(document, draft.sentence, draft.start, draft.end),
      dealIndex: links[index] ?? null,
      certainty: 1,
      ...reasons(draft.because),
    })),
    deals: kept.map((deal) => {
      const { claim, because } = dealClaim(document, deal, figures, dealOf);
      return { ...claim, ...(options.explain === true ? reasons(because()) : {}) };
    }),
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

/** Roughly what each telling says that its deal is worth; only to tell deals apart. */
function valuesOf(figures: readonly FigureDraft[]): Map<DealDraft, RoughValue> {
  const values = new Map<DealDraft, RoughValue>();
  for (const { deal, figure } of figures) {
    const { value, low, high } = figure.amount;
    if (deal !== null && figure.unit.length === 3 && !values.has(deal))
      values.set(deal, { unit: figure.unit, value: Number(value ?? high ?? low ?? 0) });
  }
  return values;
}

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

/** A deal needs two parties, or one and a value; a lone party without a number is only talk of deals. */
function isDeal(deal: ToldDeal, figures: readonly FigureDraft[], dealOf: ReadonlyMap<DealDraft, ToldDeal>): boolean {
  if (deal.parties.length >= 2 || deal.type === 'ipo') return true;
  return figures.some(
    (figure) =>
      (figure.deal !== null && dealOf.get(figure.deal) === deal) ||
      // `Meta signed contracts for 6.6 gigawatts`
      (deal.type === 'supply_contract' &&
        figure.figure.measure === 'power_capacity' &&
        deal.tellings.some((told) => told.sentence === figure.sentence)),
  );
}

function dealClaim(
  document: ReadDocument,
  deal: ToldDeal,
  figures: readonly FigureDraft[],
  dealOf: ReadonlyMap<DealDraft, ToldDeal>,
): { readonly claim: DealClaim; readonly because: () => Readonly<Record<string, Ground | null>> } {
  const own = figures.filter((figure) => figure.deal !== null && dealOf.get(figure.deal) === deal);
  const values = own.filter(
    ({ figure }) =>
      /^(?:deal_value|investment|funding_raised|spending_commitment|fine|debt)$/.test(figure.measure) &&
      figure.definition !== 'annual_rate',
  );
  const value = chosenValue(values, deal);
  const term = own.find(({ figure }) => figure.measure === 'deal_term');
  const announced = announcedOn(deal);
  const { sentence, trigger } = deal.evidence;
  const told: Deal = {
    type: deal.type,
    status: deal.status,
    parties: deal.parties.slice(0, 20).map(({ role, entity }) => ({ role, entity })),
    value: value === undefined ? null : { unit: value.figure.unit, definition: value.figure.definition, amount: value.figure.amount },
    termYears: term?.figure.amount.value ?? null,
    announcedOn: announced?.value ?? null,
    speaker: null,
  };
  const item = sentence.items[trigger];
  const evidence = evidenceOf(
    document,
    sentence,
    sentence.start,
    Math.min(sentence.end, sentence.start + 400, Math.max(item?.end ?? 0, sentence.end)),
  );
  return {
    claim: { deal: told, evidence, certainty: 1 },
    because: () => ({
      ...deal.because,
      ...Object.fromEntries(deal.parties.map((party, index) => [`parties.${index}`, party.because])),
      value: ofAmount(value),
      termYears: ofAmount(term),
      announcedOn: announced?.because ?? null,
    }),
  };
}

/** What the fullest telling says it is worth, in the words of the body rather than the title's; else what is told as done. */
function chosenValue(values: readonly FigureDraft[], { evidence }: ToldDeal): FigureDraft | undefined {
  const inBody = values.filter(({ sentence }) => !sentence.headline);
  const among = inBody.length > 0 ? inBody : values;
  return (
    among.find(({ deal, figure }) => deal === evidence && figure.status !== 'historic') ??
    among.find(({ figure }) => figure.status === 'actual') ??
    among[0]
  );
}

/** A deal's value and term are figures of their own. */
function ofAmount(draft: FigureDraft | undefined): Ground | null {
  return draft === undefined
    ? null
    : { rule: `figure of ${draft.figure.measure}: ${draft.because.measure.rule}`, start: draft.start, end: draft.end };
}

/** The day that the telling names, when it names one. */
function announcedOn(deal: ToldDeal): Chosen<string> | null {
  for (const telling of deal.tellings) {
    // A filing dates the deal itself; news dates its announcement.
    if (telling.sentence.filed === null && !/\b(?:announc\w+|agreed|signed|said|unveil\w+|disclosed)\b/i.test(telling.sentence.text))
      continue;
    for (const [index, item] of telling.sentence.items.entries())
      if (item.kind === 'period' && item.period.period.from !== null && item.period.period.from === item.period.period.to)
        return { value: item.period.period.from, because: groundAt('day that a telling names', telling.sentence.items, index) };
  }
  return null;
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
