import type { Figure } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { DealDraft } from '../deals/dealDraft.ts';
import { nounPhraseSubject } from '../entities/nounPhraseSubject.ts';
import { byDefault, type Chosen } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { amountOf, growthAmount } from './amountOf.ts';
import { besideName } from './besideName.ts';
import { counterpartyOf, suppliedBy } from './chooseCounterparty.ts';
import { definitionOf } from './chooseDefinition.ts';
import { chooseMeasure } from './chooseMeasure.ts';
import { choosePeriod, yearBefore } from './choosePeriod.ts';
import { chooseSpeaker } from './chooseSpeaker.ts';
import { chooseSubject } from './chooseSubject.ts';
import type { FigureDraft } from './figureDraft.ts';
import { asDealMeasure, dealFor, linksToDeal, meansOtherDeal, OF_DEALS, type Surroundings } from './linkDeal.ts';
import { type MeasureChoice, wordsAround } from './measureChoice.ts';
import { offeredFor, offeredIn, offerOf } from './offers.ts';
import { goesOnWithParticiple } from './participle.ts';
import { passedAmount } from './passedAmount.ts';
import { priceTargetSubject } from './priceTarget.ts';
import { type Reading, readContext, refineMeasure } from './refineMeasure.ts';
import { isRetracted } from './retracted.ts';
import { followedMove, settleMeasure } from './settleMeasure.ts';
import { shareSubject } from './shareSubject.ts';
import { speakingReport } from './speakingReport.ts';
import { statusInContext } from './statusInContext.ts';
import { choice, type SubjectChoice } from './subjectChoice.ts';
import { valuedTarget } from './valuedTarget.ts';
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
  const { leftOut } = around.document;
  const cued = chooseMeasure(items, at, leftOut);
  if (
    cued === null ||
    isTable(sentence) ||
    (!sentence.headline && items.length <= 2) ||
    (!leftOut.has('retractions') && isRetracted(items, at))
  )
    return null;
  const reading = readContext(sentence, at, quantity, around, before, cued);
  const { previous, comparison, reached } = reading;
  const refined = leftOut.has('measure refinements') ? cued : refineMeasure(cued, reading);
  const deal = leftOut.has('deal links') ? null : dealOf(reading, refined);
  const dealt = asDealMeasure(
    deal === null && meansOtherDeal(sentence, refined, around)
      ? { ...refined, measure: 'other_money', noun: refined.cue, because: { ...refined.because, rule: 'amount of a deal told of nobody' } }
      : refined,
    deal,
    quantity,
  );
  const moved = followedMove(dealt, items, at, around);
  const movedOn: MeasureChoice =
    moved === null
      ? dealt
      : {
          ...dealt,
          measure: moved.measure === 'market_cap_change' ? 'share_price_change' : moved.measure,
          because: { ...dealt.because, rule: 'goes on with the move told before' },
        };
  const subject: SubjectChoice | null =
    moved === null
      ? (reached ?? subjectOf(reading, movedOn, deal))
      : { entity: moved.subject, index: null, because: byDefault('whose shares moved before') };
  if (subject === null) return null;
  const status = statusInContext(reading, movedOn, subject, deal);
  const choice = leftOut.has('measure settling') ? movedOn : settleMeasure(movedOn, subject, sentence, around);
  const definition = definitionOf(choice, items, at, sentence);
  const speaker =
    chooseSpeaker(items, at) ??
    quotedSpeaker(sentence, quantity, around.speaker) ??
    speakingReport(items, at, around.speaker, sentence.focus);
  const period =
    comparison === 'year before' && previous !== undefined
      ? yearBefore(previous.figure.period, around.document.today)
      : choosePeriod(items, at, choice.measure, definition, {
          today: around.document.today,
          reported: around.reported,
          move: around.lastMove?.period ?? null,
          past: status.value === 'actual' || status.value === 'historic',
          isToCome: status.value === 'forecast' && speaker?.value === subject.entity,
          ahead: status.value === 'forecast' ? yearAhead(around.document, sentence) : null,
        });
  const counterparty =
    offeredFor(items, at, choice, around) ??
    counterpartyOf(items, at, choice, deal, subject, sentence.focus) ??
    suppliedBy(choice, subject, around.deals);
  const figure: Figure = {
    subject: subject.entity,
    counterparty: counterparty?.value ?? null,
    measure: choice.measure,
    definition,
    noun: choice.noun ?? (choice.measure.startsWith('other_') ? wordsAround(items, at) : null),
    period: period?.value ?? null,
    status: status.value,
    unit: choice.unit.slice(0, 60),
    amount:
      isMultiple(quantity) && choice.measure === 'growth'
        ? growthAmount(quantity)
        : passedAmount(items, at, choice.measure, amountOf(quantity, choice.sign)),
    speaker: speaker?.value ?? null,
  };
  return {
    figure,
    sentence,
    at,
    start: quantity.start,
    end: quantity.end,
    deal: deal !== null && OF_DEALS.has(choice.measure) && linksToDeal(choice.measure, definition) ? deal : null,
    because: {
      subject: subject.because,
      measure: choice.because,
      counterparty: counterparty?.because ?? null,
      period: period?.because ?? null,
      status: status.because,
      speaker: speaker?.because ?? null,
    },
  };
}

/** Cells of a table lose their heads when the page becomes text; what they say of whom is not to be guessed. */
function isTable(sentence: ReadSentence): boolean {
  const bar = sentence.text.indexOf('|');
  return bar >= 0 && sentence.text.includes('|', bar + 1);
}

function isMultiple(quantity: Quantity): boolean {
  return quantity.unit === 'x';
}

const SUBJECT_ROLES = ['acquirer', 'customer', 'investor', 'investee', 'seller', 'partner', 'supplier'] as const;

/** The deal whose value, price or term a quantity is; null when it is none's. */
function dealOf({ sentence, items, at, around, previous, restated, listed }: Reading, choice: MeasureChoice): DealDraft | null {
  if (restated?.deal != null) return restated.deal;
  const { measure, unit } = restated?.figure ?? {};
  const offered = measure !== undefined && unit?.includes('/') === true ? offeredIn(items, at, { ...choice, measure, unit }, around) : null;
  const goesOn = choice.measure === 'deal_term' && previous !== undefined && at - previous.at <= 3 ? previous.deal : null;
  return offered ?? goesOn ?? listed ?? dealFor(sentence, at, choice, around);
}

function subjectOf(
  { sentence, at, around, reckoned, likeBefore, previous: before }: Reading,
  choice: MeasureChoice,
  deal: DealDraft | null,
): SubjectChoice | null {
  const previous = reckoned ?? likeBefore;
  if (previous !== undefined)
    return { entity: previous.figure.subject, index: null, because: { ...previous.because.subject, rule: 'as the figure before' } };
  const aimed = priceTargetSubject(sentence.items, choice);
  if (aimed !== null) return aimed;
  const offer = offerOf(sentence.items, at, choice, around);
  if (offer !== null) return offer;
  const investor = choice.measure === 'investment' ? investorBehind(sentence.items, at) : null;
  if (investor !== null && deal === null) return investor;
  const beside = before === undefined || before.figure.unit !== choice.unit ? null : besideName(sentence.items, before.at, at);
  if (beside !== null) return beside;
  if (before !== undefined && goesOnWithParticiple(sentence.items, before.at, at))
    return {
      entity: before.figure.subject,
      index: null,
      because: { ...before.because.subject, rule: 'as the figure before the participle' },
    };
  const valued = /^(?:valuation|market_cap)$/.test(choice.measure) ? valuedTarget(sentence.items, at, around) : null;
  if (valued !== null) return valued;
  if (deal !== null && choice.measure !== 'stake') {
    const roles = choice.measure === 'funding_raised' ? (['investee', 'seller'] as const) : SUBJECT_ROLES;
    for (const role of roles) {
      const party = deal.parties.find((candidate) => candidate.role === role);
      if (party !== undefined)
        return {
          entity: party.entity,
          index: party.index,
          because: { ...party.because, rule: `${role} of the deal: ${party.because.rule}` },
        };
    }
  }
  const customer = choice.measure === 'units_sold' ? whoOrders(around.deals) : null;
  if (customer !== null) return customer;
  const share = choice.measure === 'other_percent' && choice.cue === null ? shareSubject(sentence.items, at) : null;
  if (share !== null) return share;
  const found = chooseSubject(sentence.items, at, choice.anchor, sentence.focus, choice.measure === 'stake', around.document.leftOut);
  if (found !== null) return found;
  const phrase = sentence.headline ? null : nounPhraseSubject(sentence.text);
  return phrase === null ? null : { entity: phrase, index: null, because: byDefault('noun phrase that opens the sentence') };
}

/** `an order from DHL for 14 freighters`: what is ordered is counted for whoever orders it. */
function whoOrders(deals: readonly DealDraft[]): SubjectChoice | null {
  const order = deals.find(({ sentence, trigger }) => /^orders?$/.test(sentence.items[trigger]?.lower ?? ''));
  const customer = order?.parties.find(({ role }) => role === 'customer');
  return customer === undefined
    ? null
    : { ...customer, because: { ...customer.because, rule: `customer of the order: ${customer.because.rule}` } };
}

/** `a potential $100 billion investment from Nvidia`: who invests. */
function investorBehind(items: readonly Item[], at: number): SubjectChoice | null {
  const investor = /^investments?$/.test(items[at + 1]?.lower ?? '') && items[at + 2]?.lower === 'from' ? items[at + 3] : undefined;
  return investor?.kind === 'mention' && investor.mention.kind === 'organisation'
    ? choice(investor.mention, 'investor behind “from”', at + 3)
    : null;
}

/** Speech stands in quotation marks, or is reported of somebody named before. */
const SPEECH = /["“]|\b(?:he|she) (?:said|says|added)\b/;

/** Inside quotation marks the last speaker goes on. */
function quotedSpeaker(sentence: ReadSentence, quantity: Quantity, speaker: Chosen<string> | null): Chosen<string> | null {
  if (speaker === null || !SPEECH.test(sentence.lower)) return null;
  const before = sentence.text.slice(0, quantity.start - sentence.start);
  if (/[,”"’] ?(?:he|she) (?:said|says|added)\b/.test(sentence.text.slice(quantity.end - sentence.start)))
    return { ...speaker, because: { ...speaker.because, rule: 'who spoke last' } };
  const open = (before.match(/[“]/g) ?? []).length > (before.match(/[”]/g) ?? []).length || (before.match(/"/g) ?? []).length % 2 === 1;
  return open ? { ...speaker, because: { ...speaker.because, rule: 'who spoke last, inside quotation marks' } } : null;
}
