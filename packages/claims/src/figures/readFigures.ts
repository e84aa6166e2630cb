import type { Figure, FigureStatus, Measure, Period } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { DealDraft } from '../deals/findDeals.ts';
import { sameParty } from '../deals/mergeDeals.ts';
import { organisationNamed } from '../entities/organisations.ts';
import { coreClause, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';
import { amountOf, growthAmount } from './amountOf.ts';
import { chooseMeasure, type MeasureChoice, yearly } from './chooseMeasure.ts';
import { choosePeriod, yearBefore } from './choosePeriod.ts';
import { chooseSpeaker } from './chooseSpeaker.ts';
import { chooseStatus } from './chooseStatus.ts';
import { chooseSubject, type SubjectChoice } from './chooseSubject.ts';
import { comparisonAt } from './comparison.ts';
import type { FigureDraft } from './figureDraft.ts';

/** What is known before a sentence is read: the deals of the sentence and the last one told, and the period that results are reported for. */
export interface Surroundings {
  readonly document: ReadDocument;
  readonly deals: readonly DealDraft[];
  readonly lastDeal: DealDraft | null;
  readonly reported: Period | null;
  readonly speaker: string | null;
  /** The last move of a share price in this paragraph: its day holds on. */
  readonly lastMove: Figure | null;
}

const OF_DEALS: ReadonlySet<Measure> = new Set<Measure>(['deal_value', 'deal_term', 'investment', 'funding_raised', 'spending_commitment', 'capital_expenditure', 'fine', 'debt', 'stake', 'cost']);

/** The figures of one sentence, left to right. */
export function readFigures(sentence: ReadSentence, around: Surroundings): FigureDraft[] {
  const drafts: FigureDraft[] = [];
  for (const [at, item] of sentence.items.entries()) {
    if (item.kind !== 'quantity') continue;
    const draft = readFigure(sentence, at, item.quantity, around, drafts);
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

function readFigure(sentence: ReadSentence, at: number, quantity: Quantity, around: Surroundings, before: readonly FigureDraft[]): FigureDraft | null {
  const { items } = sentence;
  let choice = chooseMeasure(items, at);
  if (choice === null || isTable(sentence) || (!sentence.headline && items.length <= 2)) return null;
  if (/^(?:value|price|amount)$/.test(items[at - 2]?.lower ?? '') && items[at - 1]?.text === ':' && around.lastDeal !== null) choice = { ...choice, measure: 'deal_value', cue: 'value:' };
  if (choice.measure === 'other_duration' && isTerm(items, at, around)) choice = { ...choice, measure: 'deal_term', noun: null, cue: 'over' };
  const comparison = comparisonAt(items, at);
  const previous = before.at(-1);
  const restated = previous !== undefined && restates(items, previous.at, at) ? previous : undefined;
  const likeBefore = restated ?? (comparison !== null && previous?.figure.unit === choice.unit ? previous : undefined);
  if (likeBefore !== undefined && sameKind(likeBefore.figure.unit, choice.unit)) choice = asBefore(choice, likeBefore);
  else if (choice.cue === null && quantity.kind === 'money' && previous !== undefined && /^(?:market_cap|valuation|revenue|profit|price|deal_value|funding_raised)$/.test(previous.figure.measure) && previous.figure.unit === choice.unit) choice = asBefore(choice, previous);
  const listed = quantity.kind === 'money' ? listedDeal(sentence, at, around) : null;
  if (listed !== null && (choice.cue === null || /^(?:deal_value|spending_commitment|other_money|cost)$/.test(choice.measure)) && choice.definition !== 'cumulative') choice = { ...choice, measure: 'deal_value', noun: null, definition: null, cue: 'party and value' };
  if (quantity.kind === 'money' && isPriceOfDeal(choice, items, at, around)) choice = { ...choice, measure: 'deal_value', noun: null, definition: null, anchor: at, cue: choice.cue ?? 'price' };
  choice = asPartOfDeal(choice, items, at, quantity, around);
  const deal = restated?.deal ?? (choice.measure === 'deal_term' && previous !== undefined && previous.deal !== null && at - previous.at <= 3 ? previous.deal : null) ?? listed ?? dealFor(sentence, at, choice, around);
  choice = asDealMeasure(choice, deal, quantity);
  const moved = choice.measure === 'growth' && choice.definition === null && around.lastMove !== null && /\b(?:followed|follows|came after|extended|extends|on top of)\b/.test(wordsOf(items, at - 7, at)) ? around.lastMove : null;
  if (moved !== null) choice = { ...choice, measure: moved.measure === 'market_cap_change' ? 'share_price_change' : moved.measure };
  const subject = moved !== null ? { entity: moved.subject, rule: 'focus' as const, index: null } : subjectOf(sentence, at, choice, deal, likeBefore, around);
  if (subject === null) return null;
  const [from, to] = coreClause(items, at);
  const told = comparison === 'guidance' ? 'historic' : statusOf(wordsOf(items, from, Math.min(to, at + 8)), sentence, choice, deal, comparison !== null);
  // A market makes no promises: what it "will spend" is somebody's forecast.
  const status = told === 'planned' && isMarket(subject, items) ? 'forecast' : told;
  if (choice.measure === 'valuation' && isListed(subject.entity)) choice = { ...choice, measure: 'market_cap' };
  if (choice.measure === 'growth' && choice.definition === null && around.lastMove !== null && around.lastMove.subject === subject.entity && subject.rule !== 'possessor') choice = { ...choice, measure: 'share_price_change' };
  if (choice.measure === 'growth' && choice.definition === null && movesLikeShares(items, choice.anchor, subject)) choice = { ...choice, measure: 'share_price_change' };
  if (choice.measure === 'cost' && /^costs?$/.test(choice.cue ?? '') && isMarket(subject, items)) choice = { ...choice, measure: 'price' };
  const definition = definitionOf(choice, items, at, sentence);
  const period = comparison === 'year before' && previous !== undefined ? yearBefore(previous.figure.period, around.document.today) : choosePeriod(items, at, choice.measure, definition, { today: around.document.today, reported: around.reported, move: around.lastMove?.period ?? null, past: status === 'actual' || status === 'historic' });
  const figure: Figure = {
    subject: subject.entity,
    counterparty: counterpartyOf(items, at, choice, deal, subject, sentence.focus),
    measure: choice.measure,
    definition,
    noun: choice.noun,
    period,
    status,
    unit: choice.unit.slice(0, 60),
    amount: isMultiple(quantity) && choice.measure === 'growth' ? growthAmount(quantity) : amountOf(quantity, choice.sign),
    speaker: chooseSpeaker(items, at) ?? quotedSpeaker(sentence, quantity, around.speaker),
  };
  return {
    figure,
    sentence,
    at,
    start: quantity.start,
    end: quantity.end,
    deal: deal !== null && OF_DEALS.has(choice.measure) && linksToDeal(choice.measure, definition) ? deal : null,
    because: { measure: choice.cue ?? 'no cue', subject: subject.rule, status, period: period?.label ?? 'none' },
  };
}

/** `over seven years`, `for five years` in a sentence that tells a deal, and `Term: seven years`. */
function isTerm(items: readonly Item[], at: number, { deals, lastDeal }: Surroundings): boolean {
  if (/^(?:term|duration|length)$/.test(items[at - 2]?.lower ?? '') && items[at - 1]?.text === ':') return lastDeal !== null;
  if (!/year|month/.test(items[at]?.lower ?? '')) return false;
  if (!deals.some((deal) => /^(?:supply_contract|partnership|joint_venture|financing)$/.test(deal.type))) return false;
  return /^(?:over|for)$/.test(items[at - 1]?.lower ?? '') || (/^(?:the|a)$/.test(items[at - 1]?.lower ?? '') && /^(?:over)$/.test(items[at - 2]?.lower ?? '')) || /-year$/.test(items[at]?.lower ?? '');
}

/** `$13 a share, or about $117.9 million`; `S$450 million ($332 million)`: one amount said twice. */
function restates(items: readonly Item[], before: number, at: number): boolean {
  if (at - before > 9) return false;
  let joined = false;
  for (let i = before + 1; i < at; i++) {
    const item = items[i];
    if (item === undefined || item.kind === 'quantity') return false;
    if (item.lower === 'or' || item.text === '(') joined = true;
    else if (joined ? !/^(?:about|roughly|around|approximately|nearly|almost|some|just|over|more|than|up|to|under)$/.test(item.lower) : !/^(?:a|an|per|share|each|apiece|diluted|,|dollars?|in|cash)$/.test(item.lower)) return false;
  }
  return joined;
}

function sameKind(a: string, b: string): boolean {
  const money = (unit: string): boolean => /^[A-Z]{3}(?:\/share)?$/.test(unit);
  return a === b || (money(a) && money(b));
}

/** What a share costs and what the company costs are one deal said in two measures. */
function asBefore(choice: MeasureChoice, { figure }: FigureDraft): MeasureChoice {
  if (figure.measure === 'price' && figure.unit.includes('/') && !choice.unit.includes('/')) return { ...choice, measure: 'deal_value', cue: 'restated' };
  return { ...choice, measure: figure.measure, definition: figure.definition, noun: figure.noun, cue: choice.cue ?? 'restated' };
}

/** Cells of a table lose their heads when the page becomes text; what they say of whom is not to be guessed. */
function isTable(sentence: ReadSentence): boolean {
  return (sentence.text.match(/\|/g) ?? []).length >= 2;
}

function isMultiple(quantity: Quantity): boolean {
  return quantity.unit === 'x';
}

function linksToDeal(measure: Measure, definition: string | null): boolean {
  return measure !== 'stake' && !(measure === 'spending_commitment' && definition === 'cumulative');
}

/** `at a price of $21 billion`, `for $24.5 billion in cash and stock`, `the price values Tessaly at …` where a company is bought. */
function isPriceOfDeal(choice: MeasureChoice, items: readonly Item[], at: number, { deals, lastDeal }: Surroundings): boolean {
  const buying = (deal: DealDraft): boolean => deal.type === 'acquisition' || deal.type === 'divestiture' || deal.type === 'merger';
  if (choice.unit.includes('/') || /^(?:of)$/.test(items[at + 1]?.lower ?? '')) return false;
  const near = wordsOf(items, at - 7, at);
  if (choice.measure === 'other_money' && choice.noun === 'cash') return deals.some(buying) || (/\b(?:offer\w*|bid|pay|paid)\b/.test(near) && lastDeal !== null && buying(lastDeal));
  if (choice.measure === 'price') return /\bprice\b/.test(near) && (deals.some(buying) || (lastDeal !== null && buying(lastDeal) && /\b(?:billion|bn|trillion|tn)\b|\d(?:bn|tn|b)\b/.test(items[at]?.lower ?? '')));
  return choice.measure === 'valuation' && lastDeal !== null && buying(lastDeal) && /\b(?:price|offer|bid|deal|terms) (?:now )?(?:values?|valued|puts?)\b|\bequity value\b/.test(wordsOf(items, at - 12, at));
}

/** `with Oracle, for $300 billion`: the telling that the party next to the amount makes. */
function listedDeal({ items }: ReadSentence, at: number, { deals }: Surroundings): DealDraft | null {
  return deals.filter((deal) => items[deal.trigger]?.kind === 'mention' && Math.abs(deal.trigger - at) <= 4).sort((a, b) => Math.abs(a.trigger - at) - Math.abs(b.trigger - at))[0] ?? null;
}

/** An amount without a measure of its own, right after a deal was told: "that is about $5.4 billion a year", "he puts the total at $1.4 trillion". */
function asPartOfDeal(choice: MeasureChoice, items: readonly Item[], at: number, quantity: Quantity, { deals, lastDeal }: Surroundings): MeasureChoice {
  if (choice.measure !== 'other_money' || choice.cue !== null) return choice;
  if (deals.some((deal) => deal.parties.length > 1 && /^(?:supply_contract|acquisition|divestiture|merger)$/.test(deal.type) && Math.abs(deal.trigger - at) <= 8)) return { ...choice, measure: 'deal_value', noun: null, cue: 'deal' };
  if (lastDeal === null || !isAbout(items, lastDeal)) return choice;
  if (yearly(items, at, quantity)) return { ...choice, measure: 'spending_commitment', definition: 'annual_rate', noun: null, cue: 'a year' };
  if (/\btotal|\bsum\b/.test(wordsOf(items, at - 6, at + 3))) return { ...choice, measure: 'spending_commitment', definition: 'cumulative', noun: null, cue: 'total' };
  return choice;
}

/** The sentence names no organisation but the parties of the deal. */
function isAbout(items: readonly Item[], deal: DealDraft): boolean {
  return items.every((item) => item.kind !== 'mention' || item.mention.kind !== 'organisation' || deal.parties.some((party) => sameParty(party.entity, item.mention.entity)));
}

/** The telling whose value or term a quantity is: the nearest of the sentence; behind "the deal", the last one told. */
function dealFor(sentence: ReadSentence, at: number, choice: MeasureChoice, around: Surroundings): DealDraft | null {
  if (!OF_DEALS.has(choice.measure) || choice.measure === 'debt' || choice.measure === 'cost' || choice.definition === 'cumulative') return null;
  let best: DealDraft | null = null;
  let bestDistance = 22;
  for (const deal of around.deals) {
    const distance = Math.min(Math.abs(deal.trigger - at), Math.abs(deal.trigger - choice.anchor) * 3 + 1) + crossed(sentence.items, deal.trigger, at) * 8;
    if (fits(deal, choice.measure) && distance < bestDistance) {
      best = deal;
      bestDistance = distance;
    }
  }
  if (best !== null && !best.anaphoric && best.parties.length > 1) return best;
  if (best !== null && !best.anaphoric && (around.lastDeal === null || !best.parties.every((party) => around.lastDeal?.parties.some((other) => other.entity === party.entity)))) return best;
  if ((best !== null || (choice.measure === 'deal_value' && around.lastDeal !== null && isAbout(sentence.items, around.lastDeal)) || (choice.definition === 'annual_rate' && choice.measure === 'spending_commitment')) && around.lastDeal !== null && fits(around.lastDeal, choice.measure)) return around.lastDeal;
  return null;
}

function fits(deal: DealDraft, measure: Measure): boolean {
  if (measure === 'deal_value' || measure === 'deal_term') return deal.type !== 'investment' || measure === 'deal_value';
  if (measure === 'investment' || measure === 'stake') return deal.type === 'investment' || deal.type === 'acquisition' || deal.type === 'divestiture';
  if (measure === 'funding_raised') return deal.type === 'funding_round' || deal.type === 'ipo' || deal.type === 'investment' || deal.type === 'financing';
  if (measure === 'fine') return deal.type === 'settlement';
  return deal.type === 'supply_contract' || deal.type === 'partnership' || deal.type === 'joint_venture';
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
function asDealMeasure(choice: MeasureChoice, deal: DealDraft | null, quantity: Quantity): MeasureChoice {
  if (deal === null || quantity.kind !== 'money' || choice.definition === 'annual_rate' || choice.definition === 'cumulative') return choice;
  if (choice.measure === 'deal_value' && deal.type === 'investment') return { ...choice, measure: 'investment' };
  if (choice.measure === 'deal_value' && (deal.type === 'funding_round' || deal.type === 'ipo')) return { ...choice, measure: 'funding_raised' };
  if ((choice.measure === 'spending_commitment' || choice.measure === 'capital_expenditure') && (deal.type === 'supply_contract' || deal.type === 'acquisition' || deal.type === 'divestiture') && deal.parties.length > 1) return { ...choice, measure: 'deal_value', definition: null };
  if (choice.measure === 'investment' && (deal.type === 'acquisition' || deal.type === 'divestiture')) return { ...choice, measure: 'deal_value' };
  return choice;
}

/** `Kelso Bay Cloud up 6 %`, `Alibaba rose 7.7 %`: a company itself rises and falls only on the exchange; what grows is its business. */
function movesLikeShares(items: readonly Item[], anchor: number, subject: SubjectChoice): boolean {
  if (subject.index === null || /^(?:grow|grew|grown|growth|growing|expand|increase|double|triple)/.test(items[anchor]?.lower ?? '')) return false;
  const item = items[subject.index];
  if (item?.kind !== 'mention' || item.mention.kind !== 'organisation' || subject.index > anchor) return false;
  for (let i = subject.index + 1; i < anchor; i++) if (!/^(?:\(|\)|['’]s|was|were|is|has|have|had|closed|ended|finished|also|itself)$/.test(items[i]?.lower ?? '') && items[i]?.text !== items[i]?.text.toUpperCase()) return false;
  return true;
}

/** The subject is a whole market or kind of thing. */
function isMarket(subject: SubjectChoice, items: readonly Item[]): boolean {
  const item = subject.index === null ? undefined : items[subject.index];
  return item?.kind === 'mention' && item.mention.kind === 'market';
}

/** A listed company's worth is its market value. Those of the list that are neither start-ups nor in private hands are listed. */
function isListed(entity: string): boolean {
  const traits = organisationNamed(entity)?.traits;
  return traits !== undefined && !traits.some((trait) => /^(?:startup|private|unit|investor|researcher|publisher|authority|consultancy)$/.test(trait));
}

const SUBJECT_ROLES = ['acquirer', 'customer', 'investor', 'investee', 'seller', 'partner', 'supplier'] as const;

function subjectOf(sentence: ReadSentence, at: number, choice: MeasureChoice, deal: DealDraft | null, previous: FigureDraft | undefined, around: Surroundings): SubjectChoice | null {
  if (previous !== undefined) return { entity: previous.figure.subject, rule: 'clause subject', index: null };
  const offer = offerOf(sentence.items, at, choice, around);
  if (offer !== null) return offer;
  if (deal !== null && choice.measure !== 'stake') {
    const roles = choice.measure === 'funding_raised' ? (['investee', 'seller'] as const) : SUBJECT_ROLES;
    for (const role of roles) {
      const party = deal.parties.find((candidate) => candidate.role === role);
      if (party !== undefined) return { entity: party.entity, rule: 'clause subject', index: party.index };
    }
  }
  return chooseSubject(sentence.items, at, choice.anchor, sentence.focus, choice.measure === 'stake');
}

/** What a bidder pays for each share, and the premium in it, are the bidder's: `the deal pays Splunk investors $157 per share`. */
function offerOf(items: readonly Item[], at: number, choice: MeasureChoice, { deals, lastDeal }: Surroundings): SubjectChoice | null {
  if (!(choice.measure === 'price' && choice.unit.endsWith('/share')) && choice.noun !== 'premium') return null;
  if (!/\b(?:deal|offer\w*|bid|pay|pays|paid|paying|acquire\w*|buy|price|represent\w*|premium)\b/.test(wordsOf(items, 0, at + 4))) return null;
  const deal = deals.find((draft) => draft.type === 'acquisition' && draft.parties.length > 1) ?? (lastDeal?.type === 'acquisition' && isAbout(items, lastDeal) ? lastDeal : null);
  const acquirer = deal?.parties.find((party) => party.role === 'acquirer');
  return acquirer === undefined ? null : { entity: acquirer.entity, rule: 'clause subject', index: acquirer.index };
}

const COUNTERPARTY: Readonly<Partial<Record<Measure, RegExp>>> = {
  deal_value: /^(?:with|of|for|from|to)$/,
  deal_term: /^(?:with)$/,
  investment: /^(?:in|into)$/,
  stake: /^(?:in|of)$/,
  spending_commitment: /^(?:to|with)$/,
};

function counterpartyOf(items: readonly Item[], at: number, choice: MeasureChoice, deal: DealDraft | null, subject: SubjectChoice, focus: string | null): string | null {
  if (choice.definition === 'cumulative' && choice.measure === 'spending_commitment') return null;
  if (deal !== null && OF_DEALS.has(choice.measure) && choice.measure !== 'funding_raised') {
    const other = deal.parties.find((party) => party.entity !== subject.entity && party.role !== 'seller');
    if (other !== undefined) return other.entity;
  }
  const preposition = COUNTERPARTY[choice.measure];
  if (preposition === undefined) return null;
  for (let i = Math.min(at, choice.anchor) + 1; i < Math.min(Math.max(at, choice.anchor) + 8, items.length); i++) {
    const item = items[i];
    if (item?.kind === 'mark' && /^[;:.]$/.test(item.text)) return null;
    if (item?.kind !== 'mention' || item.mention.entity === subject.entity || !/^(?:organisation|product)$/.test(item.mention.kind)) continue;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) if (preposition.test(items[j]?.lower ?? '')) return item.mention.entity;
  }
  return choice.measure === 'stake' ? ownedCompany(items, at, subject, focus) : null;
}

/** Whose stake it is when nobody is named behind it: the other company of the sentence, else whom the text was about. */
function ownedCompany(items: readonly Item[], at: number, subject: SubjectChoice, focus: string | null): string | null {
  for (let i = 0; i < at; i++) {
    const item = items[i];
    if (item?.kind === 'mention' && item.mention.kind === 'organisation' && !sameParty(item.mention.entity, subject.entity)) return item.mention.entity;
  }
  return focus !== null && !sameParty(focus, subject.entity) ? focus : null;
}

const DEAL_FIGURE: Readonly<Record<DealDraft['status'], FigureStatus>> = { rumoured: 'rumoured', talks: 'talks', denied: 'denied', agreed: 'actual', announced: 'actual', completed: 'actual', terminated: 'actual', blocked: 'actual' };

function statusOf(clause: string, sentence: ReadSentence, choice: MeasureChoice, deal: DealDraft | null, compared: boolean): FigureStatus {
  const whole = sentence.text.toLowerCase();
  const status = chooseStatus(clause);
  const hearsay = chooseStatus(whole);
  if (hearsay === 'denied') return hearsay;
  if (choice.measure === 'valuation' && /^(?:talks|planned|forecast|rumoured)$/.test(status) && /\b(?:listing|ipo|offering|flotation|float|list)\b/.test(whole)) return 'rumoured';
  if (HEARSAY.test(whole) && status !== 'talks') return 'rumoured';
  if (hearsay === 'talks' && /^(?:actual|forecast|planned)$/.test(status) && OF_DEALS.has(choice.measure)) return 'talks';
  if (deal !== null && OF_DEALS.has(choice.measure) && choice.measure !== 'stake') return DEAL_FIGURE[deal.status];
  if (compared && (status === 'forecast' || status === 'planned')) return /guidance|forecast|outlook/.test(clause) ? 'historic' : 'actual';
  if (choice.measure === 'spending_commitment' && status === 'planned') return 'actual';
  return status;
}

/** From the last "or", "and" or clause end to the next amount: words that qualify this amount and no other. */
function ownWords(items: readonly Item[], at: number): readonly [from: number, to: number] {
  let from = at;
  while (from > 0 && at - from < 14 && !/^(?:or|and|;|:)$/.test(items[from - 1]?.lower ?? '')) from--;
  let to = at + 1;
  while (to < items.length && to - at < 7 && items[to]?.kind !== 'quantity' && !/^[;:]$/.test(items[to]?.text ?? '')) to++;
  return [from, to];
}

/** Words that put a whole sentence on somebody else's account. */
const HEARSAY = /\b(?:people (?:familiar|close|with)|persons? familiar|sources (?:said|say|close)|reportedly|rumou?r\w*|speculation|unconfirmed)\b/;

function definitionOf(choice: MeasureChoice, items: readonly Item[], at: number, sentence: ReadSentence): string | null {
  const near = ` ${wordsOf(items, at - 8, at + 9)} `;
  if (choice.measure === 'deal_value') {
    const [from, to] = ownWords(items, at);
    const close = ` ${wordsOf(items, from, to)} `;
    if (/ (?:including (?:its |the |assumed |net |all )?debt|enterprise value|with debt|debt included|including the assumption of debt|inclusive of debt|counting debt) /.test(close)) return 'with_debt';
    if (/ (?:equity value|in equity|of equity|excluding debt|equity) /.test(close)) return 'equity';
    if (/ (?:adjust\w+|final price|after (?:\w+ )?adjust\w+) /.test(` ${sentence.text.toLowerCase().replace(/[^\p{L} ]+/gu, ' ')} `) && / (?:complet\w+|clos\w+|final\w*) /.test(` ${sentence.text.toLowerCase().replace(/[^\p{L} ]+/gu, ' ')} `)) return 'final_price';
    return null;
  }
  if (choice.measure === 'spending_commitment') {
    const item = items[at];
    if (item?.kind === 'quantity' && yearly(items, at, item.quantity)) return 'annual_rate';
    return / (?:total|totals|totalling|totaling|commitments|altogether|in all|combined|sum|adds? up|added up|obligations) /.test(near) ? 'cumulative' : choice.definition;
  }
  if (choice.measure === 'investment') {
    if (/ (?:another|further|additional|new|more|extra|second) /.test(` ${wordsOf(items, at - 4, at)} `) || / more (?:in|into|to) /.test(` ${wordsOf(items, at + 1, at + 4)} `)) return 'additional';
    return 'cumulative';
  }
  if (choice.measure === 'revenue' && choice.definition === null && / (?:annuali[sz]ed|run rate|run-rate) /.test(near)) return 'annual_rate';
  return choice.definition;
}

/** Inside quotation marks the last speaker goes on. */
function quotedSpeaker(sentence: ReadSentence, quantity: Quantity, speaker: string | null): string | null {
  if (speaker === null) return null;
  const before = sentence.text.slice(0, quantity.start - sentence.start);
  const open = (before.match(/[“]/g) ?? []).length > (before.match(/[”]/g) ?? []).length || (before.match(/"/g) ?? []).length % 2 === 1;
  return open ? speaker : null;
}
