import type { Figure, Measure, Period } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { DealDraft } from '../deals/dealDraft.ts';
import { sameParty } from '../deals/sameParty.ts';
import { isSourceName } from '../entities/organisations.ts';
import { type Chosen, groundAt } from '../explain/ground.ts';
import { coreClause, hasVerb, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';
import { yearly } from './chooseMoneyMeasure.ts';
import type { FigureDraft } from './figureDraft.ts';
import type { MeasureChoice } from './measureChoice.ts';

/** What is known before a sentence is read: the deals of the sentence and the last one told, and the period that results are reported for. */
export interface Surroundings {
  readonly document: ReadDocument;
  readonly deals: readonly DealDraft[];
  readonly lastDeal: DealDraft | null;
  readonly reported: Chosen<Period> | null;
  readonly speaker: Chosen<string> | null;
  /** The last move of a share price in this paragraph: its day holds on. */
  readonly lastMove: Figure | null;
  /** Whether the article told so far of something agreed or signed. */
  readonly agreed: boolean;
  /** The last figure of this paragraph. */
  readonly last: FigureDraft | null;
}

export const OF_DEALS: ReadonlySet<Measure> = new Set<Measure>([
  'deal_value',
  'deal_term',
  'investment',
  'funding_raised',
  'spending_commitment',
  'capital_expenditure',
  'fine',
  'debt',
  'stake',
  'cost',
]);

/** `over seven years`, `for five years` in a sentence that tells a deal, and `Term: seven years`. */
export function isTerm(items: readonly Item[], at: number, { deals, lastDeal }: Surroundings): boolean {
  if (/^(?:term|duration|length)$/.test(items[at - 2]?.lower ?? '') && items[at - 1]?.text === ':') return lastDeal !== null;
  if (!/year|month/.test(items[at]?.lower ?? '')) return false;
  if (!deals.some((deal) => /^(?:supply_contract|partnership|joint_venture|financing)$/.test(deal.type))) return false;
  return (
    /^(?:over|for)$/.test(items[at - 1]?.lower ?? '') ||
    (/^(?:the|a)$/.test(items[at - 1]?.lower ?? '') && /^(?:over)$/.test(items[at - 2]?.lower ?? '')) ||
    /-year$/.test(items[at]?.lower ?? '')
  );
}

export function linksToDeal(measure: Measure, definition: string | null): boolean {
  return measure !== 'stake' && !(measure === 'spending_commitment' && definition === 'cumulative');
}

/** `at a price of $21 billion`, `for $24.5 billion in cash and stock`, `the price values Tessaly at …` where a company is bought. */
export function isPriceOfDeal(choice: MeasureChoice, items: readonly Item[], at: number, { deals, lastDeal }: Surroundings): boolean {
  const buying = (deal: DealDraft): boolean => deal.type === 'acquisition' || deal.type === 'divestiture' || deal.type === 'merger';
  if (choice.unit.includes('/') || /^(?:of)$/.test(items[at + 1]?.lower ?? '')) return false;
  const near = wordsOf(items, at - 7, at);
  if (choice.measure === 'other_money' && choice.noun === 'cash')
    return deals.some(buying) || (/\b(?:offer\w*|bid|pay|paid)\b/.test(near) && lastDeal !== null && buying(lastDeal));
  if (choice.measure === 'price' && /\b(?:list|catalogue|catalog) prices?\b/.test(wordsOf(items, at - 4, at + 4)))
    return deals.some((deal) => deal.type === 'supply_contract');
  if (choice.measure === 'price')
    return (
      /\bprice\b/.test(near) &&
      (deals.some(buying) ||
        (lastDeal !== null && buying(lastDeal) && /\b(?:billion|bn|trillion|tn)\b|\d(?:bn|tn|b)\b/.test(items[at]?.lower ?? '')))
    );
  if (isWorthOfStake(choice, items, at) && deals.some((deal) => deal.type === 'investment' || buying(deal))) return true;
  return (
    choice.measure === 'valuation' &&
    lastDeal !== null &&
    buying(lastDeal) &&
    /\b(?:price|offer|bid|deal|terms|proposal|approach) (?:now |would |which |that )*(?:values?|valued|puts?)\b|\bequity value\b/.test(
      wordsOf(items, at - 12, at),
    )
  );
}

/** `a 9.8 % stake in Orsted, valued at $2.5 billion`: what is valued is the part. */
function isWorthOfStake({ measure }: MeasureChoice, items: readonly Item[], at: number): boolean {
  if (measure !== 'valuation' && measure !== 'market_cap') return false;
  if (!/\b(?:valued|worth)\b/.test(wordsOf(items, at - 3, at))) return false;
  for (let i = at - 1; i > Math.max(0, at - 14); i--)
    if (items[i]?.lower === 'stake') {
      const part = items[i - 1];
      return part?.kind === 'quantity' && part.quantity.kind === 'percent';
    }
  return false;
}

/** `sell the unit to a rival for $2 billion`: nothing else is told between. */
function isPaidFor(items: readonly Item[], { trigger, parties }: DealDraft, at: number): boolean {
  if (items[at - 1]?.lower !== 'for' || trigger > at || at - trigger > 26) return false;
  return parties.some(({ index }) => index === at - 2) || !hasVerb(items, trigger + 1, at);
}

/** `with Oracle, for $300 billion`: the telling that the party next to the amount makes. */
export function listedDeal({ items }: ReadSentence, at: number, { deals }: Surroundings): DealDraft | null {
  return (
    deals
      .filter((deal) => items[deal.trigger]?.kind === 'mention' && Math.abs(deal.trigger - at) <= 4)
      .sort((a, b) => Math.abs(a.trigger - at) - Math.abs(b.trigger - at))[0] ?? null
  );
}

/** An amount without a measure of its own, right after a deal was told: "that is about $5.4 billion a year", "he puts the total at $1.4 trillion". */
export function asPartOfDeal(
  choice: MeasureChoice,
  items: readonly Item[],
  at: number,
  quantity: Quantity,
  { deals, lastDeal }: Surroundings,
): MeasureChoice {
  if (choice.measure !== 'other_money' || (choice.cue !== null && !choice.cue.startsWith('award'))) return choice;
  if (
    deals.some(
      (deal) =>
        deal.parties.length > 1 &&
        /^(?:supply_contract|acquisition|divestiture|merger)$/.test(deal.type) &&
        (Math.abs(deal.trigger - at) <= 8 || isPaidFor(items, deal, at)),
    )
  )
    return { ...choice, measure: 'deal_value', noun: null, cue: 'deal', because: groundAt('amount beside a deal', items, at) };
  if (lastDeal === null || !isAbout(items, lastDeal)) return choice;
  if (yearly(items, at, quantity))
    return {
      ...choice,
      measure: 'spending_commitment',
      definition: 'annual_rate',
      noun: null,
      cue: 'a year',
      because: groundAt('yearly part of the deal told before', items, at),
    };
  if (/\btotal|\bsum\b/.test(wordsOf(items, at - 6, at + 3)))
    return {
      ...choice,
      measure: 'spending_commitment',
      definition: 'cumulative',
      noun: null,
      cue: 'total',
      because: groundAt('total after a deal', items, at),
    };
  return choice;
}

/** The items name no organisation but the parties of the deal, and those who only report. */
export function isAbout(items: readonly Item[], deal: DealDraft): boolean {
  return items.every(
    (item) =>
      item.kind !== 'mention' ||
      item.mention.kind !== 'organisation' ||
      isSourceName(item.mention.entity) ||
      deal.parties.some((party) => sameParty(party.entity, item.mention.entity)),
  );
}

/** "The deal" can mean the last one told while nobody else is named: in the sentence, or in the clause when the same paragraph told it. */
function canMean({ items, paragraph }: ReadSentence, at: number, deal: DealDraft): boolean {
  if (isAbout(items, deal)) return true;
  const [from, to] = coreClause(items, at);
  return paragraph === deal.sentence.paragraph && isAbout(items.slice(from, to), deal);
}

/** `Engineers are being paid`: who pays or is paid without being named is no party of the deal told before. */
function paidByParty(items: readonly Item[], choice: MeasureChoice, deal: DealDraft): boolean {
  if (!/^(?:offered|pa(?:y|ys|id|ying)|s(?:old|ell)|b(?:uy|uys|ought))$/.test(choice.cue ?? '')) return true;
  return items.some((item) => item.kind === 'mention' && deal.parties.some((party) => sameParty(party.entity, item.mention.entity)));
}

/** "the agreement of March" of a sentence about somebody else is a deal of which nothing more is known: its amount is loose money. */
export function meansOtherDeal(sentence: ReadSentence, choice: MeasureChoice, { deals, lastDeal }: Surroundings): boolean {
  if (choice.cue === 'offered') return true;
  return (
    choice.measure === 'deal_value' &&
    lastDeal !== null &&
    deals.length > 0 &&
    deals.every((deal) => deal.anaphoric) &&
    !isAbout(sentence.items, lastDeal)
  );
}

/** The telling whose value or term a quantity is: the nearest of the sentence; behind "the deal", the last one told. */
export function dealFor(sentence: ReadSentence, at: number, choice: MeasureChoice, around: Surroundings): DealDraft | null {
  if (!OF_DEALS.has(choice.measure) || choice.measure === 'cost' || choice.definition === 'cumulative') return null;
  let best: DealDraft | null = null;
  let bestDistance = 22;
  const isOrder = /^(?:orders?|contracts?)$/.test(choice.cue ?? '');
  for (const deal of around.deals) {
    if (isOrder && /^(?:funding_round|ipo)$/.test(deal.type)) continue;
    const distance =
      Math.min(Math.abs(deal.trigger - at), Math.abs(deal.trigger - choice.anchor) * 3 + 1) +
      crossed(sentence.items, deal.trigger, at) * 8 +
      (isContrasted(sentence.items, deal.trigger, at) ? 14 : 0) +
      (deal.anaphoric ? 8 : 0);
    if (fits(deal, choice.measure) && distance < bestDistance) {
      best = deal;
      bestDistance = distance;
    }
  }
  if (best !== null && !best.anaphoric && best.parties.length > 1) return best;
  // A company lists and raises money more than once; which amounts are of one round is told when tellings are joined.
  if (best !== null && !best.anaphoric && /^(?:ipo|funding_round|financing)$/.test(best.type)) return best;
  const { lastDeal } = around;
  // `As part of the $1.9 billion deal, …`
  if (
    best?.anaphoric === true &&
    lastDeal !== null &&
    best.trigger - at === 1 &&
    fits(lastDeal, choice.measure) &&
    around.deals.every((deal) => deal.anaphoric)
  )
    if (sentence.index - lastDeal.sentence.index <= 3 && /^(?:acquisition|divestiture|merger)$/.test(lastDeal.type)) return lastDeal;
  if (choice.measure === 'debt') return null;
  if (
    best !== null &&
    !best.anaphoric &&
    (around.lastDeal === null || !best.parties.every((party) => around.lastDeal?.parties.some((other) => other.entity === party.entity)))
  )
    return best;
  if (/order/.test(choice.cue ?? '') && around.lastDeal?.type === 'acquisition') return null;
  const last = around.lastDeal;
  if (last === null || !fits(last, choice.measure) || !canMean(sentence, at, last)) return null;
  const meant =
    best !== null ||
    (choice.measure === 'deal_value' && paidByParty(sentence.items, choice, last)) ||
    (choice.definition === 'annual_rate' && choice.measure === 'spending_commitment');
  return meant ? last : null;
}

function fits(deal: DealDraft, measure: Measure): boolean {
  if (measure === 'deal_value' || measure === 'deal_term') return deal.type !== 'investment' || measure === 'deal_value';
  if (measure === 'investment' || measure === 'stake') return /^(?:investment|acquisition|divestiture|joint_venture)$/.test(deal.type);
  if (measure === 'funding_raised')
    return deal.type === 'funding_round' || deal.type === 'ipo' || deal.type === 'investment' || deal.type === 'financing';
  if (measure === 'debt') return deal.type === 'financing' && !deal.anaphoric;
  if (measure === 'fine') return deal.type === 'settlement';
  return deal.type === 'supply_contract' || deal.type === 'partnership' || deal.type === 'joint_venture';
}

/** `Amazon invests …, while Microsoft will dedicate …`: another one does something else there. */
function isContrasted(items: readonly Item[], a: number, b: number): boolean {
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++) if (/^(?:while|whereas)$/.test(items[i]?.lower ?? '')) return true;
  return false;
}

/** Other money between a trigger and a quantity makes it less likely that they belong together. */
function crossed(items: readonly Item[], a: number, b: number): number {
  let count = 0;
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++) {
    const item = items[i];
    if (item?.kind === 'quantity' && item.quantity.kind === 'money') count++;
  }
  return count;
}

/** The deal's type decides what its money is called. */
export function asDealMeasure(choice: MeasureChoice, deal: DealDraft | null, quantity: Quantity): MeasureChoice {
  if (deal === null || quantity.kind !== 'money' || choice.definition === 'annual_rate' || choice.definition === 'cumulative')
    return choice;
  const because = { ...choice.because, rule: `${choice.because.rule}, in a deal of type ${deal.type}` };
  if (choice.measure === 'deal_value' && deal.type === 'investment') return { ...choice, measure: 'investment', because };
  if (choice.measure === 'deal_value' && (deal.type === 'funding_round' || deal.type === 'ipo'))
    return { ...choice, measure: 'funding_raised', because };
  if (
    (choice.measure === 'spending_commitment' || choice.measure === 'capital_expenditure') &&
    (deal.type === 'supply_contract' || deal.type === 'acquisition' || deal.type === 'divestiture') &&
    deal.parties.length > 1
  )
    return { ...choice, measure: 'deal_value', definition: null, because };
  if (choice.measure === 'investment' && (deal.type === 'acquisition' || deal.type === 'divestiture'))
    return { ...choice, measure: 'deal_value', because };
  return choice;
}
