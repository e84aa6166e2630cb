import type { Figure } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { DealDraft } from '../deals/dealDraft.ts';
import { nounPhraseSubject } from '../entities/nounPhraseSubject.ts';
import { organisationNamed } from '../entities/organisations.ts';
import { coreClause, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { amountOf, growthAmount } from './amountOf.ts';
import { counterpartyOf } from './chooseCounterparty.ts';
import { definitionOf } from './chooseDefinition.ts';
import { chooseMeasure } from './chooseMeasure.ts';
import { choosePeriod, yearBefore } from './choosePeriod.ts';
import { chooseSpeaker } from './chooseSpeaker.ts';
import { chooseSubject, type SubjectChoice } from './chooseSubject.ts';
import { comparisonAt } from './comparison.ts';
import type { FigureDraft } from './figureDraft.ts';
import {
  asDealMeasure,
  asPartOfDeal,
  dealFor,
  isPriceOfDeal,
  isTerm,
  linksToDeal,
  listedDeal,
  meansOtherDeal,
  OF_DEALS,
  offeredFor,
  offeredIn,
  offerOf,
  type Surroundings,
} from './linkDeal.ts';
import { reachesAmount, speaksOfWorth } from './marketWorth.ts';
import { chosen, type MeasureChoice } from './measureChoice.ts';
import { otherReckoning } from './otherReckoning.ts';
import { asBefore, restates, sameKind } from './restates.ts';
import { isRetracted } from './retracted.ts';
import { smallPrice } from './smallPrice.ts';
import { statusOf } from './statusOfFigure.ts';
import { yearAhead } from './yearAhead.ts';

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

function readFigure(
  sentence: ReadSentence,
  at: number,
  quantity: Quantity,
  around: Surroundings,
  before: readonly FigureDraft[],
): FigureDraft | null {
  const { items } = sentence;
  let choice = chooseMeasure(items, at);
  if (choice === null || isTable(sentence) || (!sentence.headline && items.length <= 2) || isRetracted(items, at)) return null;
  const reaching = choice.measure === 'other_money' && speaksOfWorth(around.document.sentences, sentence) ? reachesAmount(items, at) : null;
  if (reaching !== null) choice = chosen('market_cap', at, { unit: choice.unit, cue: 'reached' });
  const reckoned = otherReckoning(sentence, at, choice, around.last);
  if (reckoned !== null) choice = asBefore(choice, reckoned);
  if (/^(?:value|price|amount)$/.test(items[at - 2]?.lower ?? '') && items[at - 1]?.text === ':' && around.lastDeal !== null)
    choice = { ...choice, measure: 'deal_value', cue: 'value:' };
  if (choice.measure === 'other_duration' && isTerm(items, at, around))
    choice = { ...choice, measure: 'deal_term', noun: null, cue: 'over' };
  const comparison = comparisonAt(items, at);
  const previous = before.at(-1);
  const restated = previous !== undefined && restates(items, previous.at, at) ? previous : undefined;
  const likeBefore = restated ?? (comparison !== null && previous?.figure.unit === choice.unit ? previous : undefined);
  if (likeBefore !== undefined && sameKind(likeBefore.figure.unit, choice.unit)) choice = asBefore(choice, likeBefore);
  else if (
    choice.cue === null &&
    quantity.kind === 'money' &&
    previous !== undefined &&
    /^(?:market_cap|valuation|revenue|profit|price|deal_value|funding_raised)$/.test(previous.figure.measure) &&
    previous.figure.unit === choice.unit
  )
    choice = asBefore(choice, previous);
  const listed = quantity.kind === 'money' ? listedDeal(sentence, at, around) : null;
  if (
    listed !== null &&
    (choice.cue === null || /^(?:deal_value|spending_commitment|other_money|cost)$/.test(choice.measure)) &&
    choice.definition !== 'cumulative'
  )
    choice = { ...choice, measure: 'deal_value', noun: null, definition: null, cue: 'party and value' };
  if (quantity.kind === 'money' && isPriceOfDeal(choice, items, at, around))
    choice = { ...choice, measure: 'deal_value', noun: null, definition: null, anchor: at, cue: choice.cue ?? 'price' };
  choice = smallPrice(asPartOfDeal(choice, items, at, quantity, around), quantity);
  const deal =
    restated?.deal ??
    (restated?.figure.unit.includes('/') === true
      ? offeredIn(items, at, { ...choice, measure: restated.figure.measure, unit: restated.figure.unit }, around)
      : null) ??
    (choice.measure === 'deal_term' && previous !== undefined && previous.deal !== null && at - previous.at <= 3 ? previous.deal : null) ??
    listed ??
    dealFor(sentence, at, choice, around);
  if (deal === null && meansOtherDeal(sentence, choice, around)) choice = { ...choice, measure: 'other_money', noun: choice.cue };
  choice = asDealMeasure(choice, deal, quantity);
  const moved =
    choice.measure === 'growth' &&
    choice.definition === null &&
    around.lastMove !== null &&
    /\b(?:followed|follows|came after|extended|extends|on top of)\b/.test(wordsOf(items, at - 7, at))
      ? around.lastMove
      : null;
  if (moved !== null) choice = { ...choice, measure: moved.measure === 'market_cap_change' ? 'share_price_change' : moved.measure };
  const subject =
    moved !== null
      ? { entity: moved.subject, rule: 'focus' as const, index: null }
      : (reaching ?? subjectOf(sentence, at, choice, deal, reckoned ?? likeBefore, around));
  if (subject === null) return null;
  const [from, to] = coreClause(items, at);
  const told =
    comparison === 'guidance'
      ? 'historic'
      : statusOf(wordsOf(items, from, Math.min(to, at + 8)), sentence, choice, deal, comparison !== null, around.agreed);
  // A market makes no promises: what it "will spend" is somebody's forecast.
  const status = told === 'planned' && isMarket(subject, items) ? 'forecast' : told === 'actual' && reaching !== null ? 'historic' : told;
  if (choice.measure === 'valuation' && isListed(subject.entity) && !isOfferedAt(choice, sentence))
    choice = { ...choice, measure: 'market_cap' };
  if (
    choice.measure === 'growth' &&
    choice.definition === null &&
    around.lastMove !== null &&
    around.lastMove.subject === subject.entity &&
    subject.rule !== 'possessor'
  )
    choice = { ...choice, measure: 'share_price_change' };
  if (choice.measure === 'growth' && choice.definition === null && movesLikeShares(items, choice.anchor, subject))
    choice = { ...choice, measure: 'share_price_change' };
  if (choice.measure === 'cost' && /^costs?$/.test(choice.cue ?? '') && isMarket(subject, items)) choice = { ...choice, measure: 'price' };
  const definition = definitionOf(choice, items, at, sentence);
  const period =
    comparison === 'year before' && previous !== undefined
      ? yearBefore(previous.figure.period, around.document.today)
      : choosePeriod(items, at, choice.measure, definition, {
          today: around.document.today,
          reported: around.reported,
          move: around.lastMove?.period ?? null,
          past: status === 'actual' || status === 'historic',
          ahead: status === 'forecast' ? yearAhead(around.document, sentence) : null,
        });
  const figure: Figure = {
    subject: subject.entity,
    counterparty: offeredFor(items, at, choice, around) ?? counterpartyOf(items, at, choice, deal, subject, sentence.focus),
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

/** Cells of a table lose their heads when the page becomes text; what they say of whom is not to be guessed. */
function isTable(sentence: ReadSentence): boolean {
  return (sentence.text.match(/\|/g) ?? []).length >= 2;
}

function isMultiple(quantity: Quantity): boolean {
  return quantity.unit === 'x';
}

/** `Kelso Bay Cloud up 6 %`, `Alibaba rose 7.7 %`: a company itself rises and falls only on the exchange; what grows is its business. */
function movesLikeShares(items: readonly Item[], anchor: number, subject: SubjectChoice): boolean {
  if (subject.index === null || /^(?:grow|grew|grown|growth|growing|expand|increase|double|triple)/.test(items[anchor]?.lower ?? ''))
    return false;
  const item = items[subject.index];
  if (item?.kind !== 'mention' || item.mention.kind !== 'organisation' || subject.index > anchor) return false;
  for (let i = subject.index + 1; i < anchor; i++)
    if (
      !/^(?:\(|\)|['’]s|was|were|is|has|have|had|closed|ended|finished|also|itself)$/.test(items[i]?.lower ?? '') &&
      items[i]?.text !== items[i]?.text.toUpperCase()
    )
      return false;
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
  return (
    traits !== undefined &&
    !traits.some((trait) => /^(?:startup|private|unit|investor|researcher|publisher|authority|consultancy)$/.test(trait))
  );
}

/** `The price range values Aramco at $1.7 trillion`: a value that an offer implies, before the market has had its say. */
function isOfferedAt(choice: MeasureChoice, { text }: ReadSentence): boolean {
  return (
    /^valu/.test(choice.cue ?? '') &&
    /\b(?:IPO|initial public offering|listing|flotation|price range|share sale|fundraising|funding round)\b/i.test(text)
  );
}

const SUBJECT_ROLES = ['acquirer', 'customer', 'investor', 'investee', 'seller', 'partner', 'supplier'] as const;

function subjectOf(
  sentence: ReadSentence,
  at: number,
  choice: MeasureChoice,
  deal: DealDraft | null,
  previous: FigureDraft | undefined,
  around: Surroundings,
): SubjectChoice | null {
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
  const found = chooseSubject(sentence.items, at, choice.anchor, sentence.focus, choice.measure === 'stake');
  if (found !== null) return found;
  const phrase = sentence.headline ? null : nounPhraseSubject(sentence.text);
  return phrase === null ? null : { entity: phrase, rule: 'noun phrase', index: null };
}

/** Inside quotation marks the last speaker goes on. */
function quotedSpeaker(sentence: ReadSentence, quantity: Quantity, speaker: string | null): string | null {
  if (speaker === null) return null;
  const before = sentence.text.slice(0, quantity.start - sentence.start);
  if (/[,”"’] ?(?:he|she) (?:said|says|added)\b/.test(sentence.text.slice(quantity.end - sentence.start))) return speaker;
  const open = (before.match(/[“]/g) ?? []).length > (before.match(/[”]/g) ?? []).length || (before.match(/"/g) ?? []).length % 2 === 1;
  return open ? speaker : null;
}
