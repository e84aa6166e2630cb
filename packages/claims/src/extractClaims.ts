import type { Deal, Evidence, Figure, Period } from '@newsledger/events';
import { type DealDraft, findDeals, isDealWord } from './deals/findDeals.ts';
import { mergeDeals, sameParty, type ToldDeal } from './deals/mergeDeals.ts';
import type { Because, FigureDraft } from './figures/figureDraft.ts';
import { readFigures } from './figures/readFigures.ts';
import { chooseSpeaker } from './figures/chooseSpeaker.ts';
import { type ArticleText, type ReadDocument, readDocument, type ReadSentence } from './text/readDocument.ts';

/** Counted up whenever the same text would yield other claims. */
export const extractor = { name: 'newsledger', version: 1 } as const;

/** One figure that the article states. */
export interface FigureClaim {
  readonly figure: Figure;
  readonly evidence: Evidence;
  /** Index into the article's deals: whose value or term this is; null when it is no deal's. */
  readonly dealIndex: number | null;
  /** Which rule or words gave each field, for people. */
  readonly because: Because;
}

/** One deal that the article tells of. */
export interface DealClaim {
  readonly deal: Deal;
  readonly evidence: Evidence;
}

export interface Extraction {
  readonly figures: FigureClaim[];
  readonly deals: DealClaim[];
}

/** Every figure and deal of an article, in the order of the text. Pure; never throws; takes time in proportion to the text. */
export function extractClaims(article: ArticleText): Extraction {
  const document = readDocument(article);
  const drafts: DealDraft[] = [];
  const figures: FigureDraft[] = [];
  const reported = reportedPeriod(document);
  let lastDeal: DealDraft | null = null;
  let speaker: string | null = null;
  for (const sentence of document.sentences) {
    if (sentence.boilerplate || !isWorthReading(sentence)) continue;
    const deals = findDeals(sentence, lastDeal);
    drafts.push(...deals);
    speaker = chooseSpeaker(sentence.items, 0) ?? speaker;
    const last = figures.at(-1);
    const lastMove = last !== undefined && last.sentence.paragraph === sentence.paragraph && /^(?:share_price_change|market_cap_change)$/.test(last.figure.measure) ? last.figure : null;
    figures.push(...readFigures(sentence, { document, deals, lastDeal, reported, speaker, lastMove }));
    lastDeal = deals.find((deal) => deal.parties.length > 1) ?? lastDeal ?? deals.find((deal) => !deal.anaphoric) ?? null;
  }
  const { deals, dealOf } = mergeDeals(drafts, valuesOf(figures));
  const kept = deals.filter((deal) => isDeal(deal, figures, dealOf));
  const own = figures.map((draft) => adopted(withParties(draft, dealOf), kept));
  const links = figures.map((draft) => indexOf(kept, draft, dealOf));
  const named = own.map((figure, index) => sameAsLinked(figure, index, own, links));
  return {
    figures: figures.map((draft, index) => ({
      figure: asInBody(withDefinition(named[index] ?? draft.figure, named), draft, named, figures),
      evidence: evidenceOf(document, draft.sentence, draft.start, draft.end),
      dealIndex: links[index] ?? null,
      because: draft.because,
    })),
    deals: kept.map((deal) => dealClaim(document, deal, figures, dealOf)),
  };
}

/** A title shortens: a figure of it that the body states again means what the body says. */
function asInBody(figure: Figure, draft: FigureDraft, all: readonly Figure[], drafts: readonly FigureDraft[]): Figure {
  if (!draft.sentence.headline) return figure;
  const index = all.findIndex((other, at) => drafts[at]?.sentence.headline === false && other.measure === figure.measure && other.subject === figure.subject && other.unit === figure.unit && other.amount.value === figure.amount.value && other.amount.low === figure.amount.low);
  const body = all[index];
  return body === undefined ? figure : { ...body, amount: figure.amount };
}

/** A value told again without its parties, as titles do, is the linked one of the same subject and amount; `links` learns of it. */
function sameAsLinked(figure: Figure, index: number, all: readonly Figure[], links: (number | null)[]): Figure {
  if (links[index] !== null || figure.measure !== 'deal_value' || figure.counterparty !== null) return figure;
  const twin = all.findIndex((other, at) => links[at] !== null && other.measure === 'deal_value' && other.unit === figure.unit && other.amount.value === figure.amount.value && other.counterparty !== null && (other.subject === figure.subject || other.counterparty === figure.subject));
  const found = all[twin];
  if (found === undefined) return figure;
  links[index] = links[twin] ?? null;
  return { ...figure, subject: found.subject, counterparty: found.counterparty };
}

/** A plain price that is the same amount as one the article defines (equity, with debt, final) is that one. */
function withDefinition(figure: Figure, all: readonly Figure[]): Figure {
  if (figure.measure !== 'deal_value' || figure.definition !== null) return figure;
  const { low, high } = figure.amount;
  if (low === null || high === null) return figure;
  const same = all.find((other) => other.measure === 'deal_value' && other.definition !== null && other.subject === figure.subject && other.counterparty === figure.counterparty && other.unit === figure.unit && other.amount.value !== null && Number(other.amount.value) >= Number(low) && Number(other.amount.value) <= Number(high));
  return same === undefined ? figure : { ...figure, definition: same.definition };
}

/** An investment that names no investee is the one in the only company that its investor's deals of the article are about. */
function adopted(figure: Figure, deals: readonly ToldDeal[]): Figure {
  if (figure.measure !== 'investment' || figure.counterparty !== null) return figure;
  const investees = new Set(deals.filter((deal) => deal.type === 'investment' && deal.parties.some((party) => party.role === 'investor' && party.entity === figure.subject)).flatMap((deal) => deal.parties.filter((party) => party.role === 'investee').map((party) => party.entity)));
  const [only] = investees;
  return investees.size === 1 && only !== undefined ? { ...figure, counterparty: only } : figure;
}

/** A deal's figure names the parties as the whole article does. */
function withParties({ figure, deal }: FigureDraft, dealOf: ReadonlyMap<DealDraft, ToldDeal>): Figure {
  const parties = deal === null ? undefined : dealOf.get(deal)?.parties;
  if (parties === undefined) return figure;
  const named = (entity: string): string => parties.find((party) => sameParty(party.entity, entity))?.entity ?? entity;
  const subject = named(figure.subject);
  const other = figure.counterparty === null && /^deal_/.test(figure.measure) ? (parties.find((party) => party.entity !== subject && party.role !== 'seller')?.entity ?? null) : figure.counterparty;
  return { ...figure, subject, counterparty: other === null ? null : named(other) };
}

/** Roughly what each telling says that its deal is worth; only to tell deals apart. */
function valuesOf(figures: readonly FigureDraft[]): Map<DealDraft, number> {
  const values = new Map<DealDraft, number>();
  for (const { deal, figure } of figures) {
    const { value, low, high } = figure.amount;
    if (deal !== null && figure.unit.length === 3 && !values.has(deal)) values.set(deal, Number(value ?? high ?? low ?? 0));
  }
  return values;
}

function isWorthReading(sentence: ReadSentence): boolean {
  return sentence.items.some((item) => item.kind === 'quantity' || (item.kind === 'word' && isDealWord(item.lower)));
}

/** What results are about when a sentence names no period: the first quarter or fiscal year that the article names. */
function reportedPeriod(document: ReadDocument): Period | null {
  for (const sentence of document.sentences.slice(0, 12)) {
    for (const item of sentence.items) {
      if (item.kind !== 'period') continue;
      const { label } = item.period.period;
      if (/-Q\d$/.test(label)) return item.period.period;
    }
  }
  return null;
}

/** A deal needs two parties, or one and a value; a lone party without a number is only talk of deals. */
function isDeal(deal: ToldDeal, figures: readonly FigureDraft[], dealOf: ReadonlyMap<DealDraft, ToldDeal>): boolean {
  if (deal.parties.length >= 2 || deal.type === 'ipo') return true;
  return figures.some((figure) => figure.deal !== null && dealOf.get(figure.deal) === deal);
}

function indexOf(deals: readonly ToldDeal[], draft: FigureDraft, dealOf: ReadonlyMap<DealDraft, ToldDeal>): number | null {
  const deal = draft.deal === null ? undefined : dealOf.get(draft.deal);
  const index = deal === undefined ? -1 : deals.indexOf(deal);
  return index < 0 ? null : index;
}

function dealClaim(document: ReadDocument, deal: ToldDeal, figures: readonly FigureDraft[], dealOf: ReadonlyMap<DealDraft, ToldDeal>): DealClaim {
  const own = figures.filter((figure) => figure.deal !== null && dealOf.get(figure.deal) === deal);
  const values = own.filter(({ figure }) => /^(?:deal_value|investment|funding_raised|spending_commitment|fine)$/.test(figure.measure) && figure.definition !== 'annual_rate');
  const value = values.find(({ figure }) => figure.status === 'actual') ?? values[0];
  const term = own.find(({ figure }) => figure.measure === 'deal_term');
  const { sentence, trigger } = deal.evidence;
  const told: Deal = {
    type: deal.type,
    status: deal.status,
    parties: deal.parties.slice(0, 20).map(({ role, entity }) => ({ role, entity })),
    value: value === undefined ? null : { unit: value.figure.unit, definition: value.figure.definition, amount: value.figure.amount },
    termYears: term?.figure.amount.value ?? null,
    announcedOn: announcedOn(deal),
    speaker: null,
  };
  const item = sentence.items[trigger];
  return { deal: told, evidence: evidenceOf(document, sentence, sentence.start, Math.min(sentence.end, sentence.start + 400, Math.max(item?.end ?? 0, sentence.end))) };
}

/** The day that the telling names, when it names one. */
function announcedOn(deal: ToldDeal): string | null {
  for (const telling of deal.tellings) {
    if (!/\b(?:announc\w+|agreed|signed|said|unveil\w+|disclosed)\b/i.test(telling.sentence.text)) continue;
    for (const item of telling.sentence.items) if (item.kind === 'period' && item.period.period.from !== null && item.period.period.from === item.period.period.to) return item.period.period.from;
  }
  return null;
}

function evidenceOf(document: ReadDocument, sentence: ReadSentence, start: number, end: number): Evidence {
  const quote = document.text.slice(start, Math.min(end, start + 400));
  return { quote, sentence: sentence.text.replace(/\s+/g, ' ').slice(0, 1000), start, end: start + quote.length };
}
