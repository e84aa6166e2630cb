import type { Quantity } from '@newsledger/quantities';
import type { DealDraft } from '../deals/dealDraft.ts';
import { groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { type Comparison, comparisonAt } from './comparison.ts';
import { isExpected } from './expectedAmount.ts';
import type { FigureDraft } from './figureDraft.ts';
import { asPartOfDeal, isPriceOfDeal, isTerm, listedDeal, type Surroundings } from './linkDeal.ts';
import { reachesAmount, speaksOfWorth } from './marketWorth.ts';
import { chosen, type MeasureChoice } from './measureChoice.ts';
import { otherReckoning } from './otherReckoning.ts';
import { asBefore, restates, sameKind } from './restates.ts';
import { smallPrice } from './smallPrice.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** One quantity of a sentence, with what its context says of it. */
export interface Reading {
  readonly sentence: ReadSentence;
  readonly items: readonly Item[];
  /** The item of the quantity. */
  readonly at: number;
  readonly quantity: Quantity;
  readonly around: Surroundings;
  /** The figure before it in the sentence. */
  readonly previous: FigureDraft | undefined;
  /** `up from $18bn a year ago`: how it compares with the figure before. */
  readonly comparison: Comparison;
  /** `Nvidia passed $1 trillion`: whose market value reached this amount. */
  readonly reached: SubjectChoice | null;
  /** `our own reckoning was $1.3 trillion`: the figure that this is another reckoning of. */
  readonly reckoned: FigureDraft | null;
  /** `$21 a share, or $340 million`: the same amount, said just before. */
  readonly restated: FigureDraft | undefined;
  /** The figure before, where both have the same subject and measure. */
  readonly likeBefore: FigureDraft | undefined;
  /** `… with Oracle ($300 billion) and Microsoft ($250 billion)`: the deal of a list that it belongs to. */
  readonly listed: DealDraft | null;
}

/** Looks around a quantity whose nearest cue words made `choice`. */
export function readContext(
  sentence: ReadSentence,
  at: number,
  quantity: Quantity,
  around: Surroundings,
  before: readonly FigureDraft[],
  choice: MeasureChoice,
): Reading {
  const { items } = sentence;
  const previous = before.at(-1);
  const reached = choice.measure === 'other_money' && speaksOfWorth(around.document.sentences, sentence) ? reachesAmount(items, at) : null;
  const comparison = comparisonAt(items, at);
  const restated = previous !== undefined && restates(items, previous.at, at) ? previous : undefined;
  return {
    sentence,
    items,
    at,
    quantity,
    around,
    previous,
    comparison,
    reached,
    reckoned: reached === null ? otherReckoning(sentence, at, choice, around.last) : null,
    restated,
    likeBefore: restated ?? (comparison === null ? undefined : comparedWith(before, choice)),
    listed: quantity.kind === 'money' ? listedDeal(sentence, at, around) : null,
  };
}

/** The nearest figure before in the same unit; a duration may stand between. */
function comparedWith(before: readonly FigureDraft[], { unit }: MeasureChoice): FigureDraft | undefined {
  const last =
    before.findLast(({ figure }) => figure.unit === unit) ?? before.findLast(({ figure }) => !figure.measure.endsWith('_duration'));
  return last !== undefined && sameUnit(last.figure.unit, unit) ? last : undefined;
}

function sameUnit(a: string, b: string): boolean {
  return a.replace('/share', '') === b.replace('/share', '');
}

type Refinement = (choice: MeasureChoice, reading: Reading) => MeasureChoice;

/** What the context makes of the measure that the nearest cue words gave. Each looks at what the ones before it left. */
const refinements: readonly Refinement[] = [
  reachedWorth,
  anotherReckoning,
  grownRevenue,
  labelledValue,
  termOfDeal,
  sameAsBefore,
  expectedOfLast,
  valueInList,
  priceOfDeal,
  (choice, { items, at, quantity, around }) => asPartOfDeal(choice, items, at, quantity, around),
  (choice, { quantity }) => smallPrice(choice, quantity),
];

export function refineMeasure(choice: MeasureChoice, reading: Reading): MeasureChoice {
  return refinements.reduce((refined, refine) => refine(refined, reading), choice);
}

/** `Nvidia first passed $1 trillion in 2023`, where the text speaks of its market value. */
function reachedWorth(choice: MeasureChoice, { reached, items, at }: Reading): MeasureChoice {
  return reached === null
    ? choice
    : chosen('market_cap', at, {
        unit: choice.unit,
        cue: 'reached',
        because: groundAt('market value that a company reaches', items, at - 1),
      });
}

function anotherReckoning(choice: MeasureChoice, { reckoned }: Reading): MeasureChoice {
  return reckoned === null ? choice : asBefore(choice, reckoned);
}

/** `AWS gained 17 percent to $30.9 billion`, where the text before spoke of revenue. */
function grownRevenue(choice: MeasureChoice, { items, at, previous, around }: Reading): MeasureChoice {
  if (choice.measure !== 'other_money' || choice.cue !== null || items[at - 1]?.lower !== 'to') return choice;
  const speaksOfRevenue = around.last?.figure.measure === 'revenue' && around.last.figure.unit === choice.unit;
  return speaksOfRevenue && previous?.figure.measure === 'growth' ? asBefore(choice, around.last) : choice;
}

/** `Value: $38 billion`, in the terms of a deal. */
function labelledValue(choice: MeasureChoice, { items, at, around }: Reading): MeasureChoice {
  const isLabelled = /^(?:value|price|amount)$/.test(items[at - 2]?.lower ?? '') && items[at - 1]?.text === ':';
  return isLabelled && around.lastDeal !== null
    ? { ...choice, measure: 'deal_value', cue: 'value:', because: groundAt('labelled value', items, at - 2, at) }
    : choice;
}

/** `$38 billion over seven years`. */
function termOfDeal(choice: MeasureChoice, { items, at, around }: Reading): MeasureChoice {
  if (choice.measure !== 'other_duration' || !isTerm(items, at, around)) return choice;
  return { ...choice, measure: 'deal_term', noun: null, cue: 'over', because: groundAt('term of the deal', items, at - 1, at + 1) };
}

/** `Slack grew to 12 million users, while Teams grew to 115 million`. */
const COUNTED_ON = /^(?:users|customers|employees|sites)$/;

const CARRIED_ON = /^(?:market_cap|valuation|revenue|profit|price|deal_value|funding_raised)$/;

/** `revenue rose to $3 billion from $2 billion`, `a valuation of $2 billion, twice the $1 billion of last year`. */
function sameAsBefore(choice: MeasureChoice, { likeBefore, previous, quantity }: Reading): MeasureChoice {
  // `a loss of $47 million, down from a profit of $1.2 billion`
  const turned = /^(?:profit|loss)$/.test(choice.measure) && /^(?:profit|loss)$/.test(likeBefore?.figure.measure ?? '');
  if (turned) return choice;
  if (likeBefore !== undefined && sameKind(likeBefore.figure.unit, choice.unit)) return asBefore(choice, likeBefore);
  const goesOn = choice.cue === null && quantity.kind === 'money' && previous?.figure.unit === choice.unit;
  if (goesOn && CARRIED_ON.test(previous.figure.measure)) return asBefore(choice, previous);
  if (choice.measure === 'units_sold' && choice.unit === 'unit' && previous?.figure.measure === 'units_sold')
    return { ...choice, unit: previous.figure.unit };
  const counts = choice.cue === null && choice.measure === 'other_count' && quantity.unit === '' && previous !== undefined;
  return counts && COUNTED_ON.test(previous.figure.measure)
    ? { ...asBefore(choice, previous), unit: previous.figure.unit, noun: previous.figure.noun }
    : choice;
}

/** `earnings of 71 cents a share beat estimates of 65 cents`, `That beat expectations of $211.4 billion`: what was expected of the figure before. */
function expectedOfLast(choice: MeasureChoice, { previous, around, items, at, quantity }: Reading): MeasureChoice {
  const last = previous ?? around.last;
  if (last === null || quantity.kind !== 'money' || !sameUnit(last.figure.unit, choice.unit)) return choice;
  const isSmall = last.figure.unit.endsWith('/share') && Number(quantity.value ?? quantity.high ?? 1000) < 1000;
  if (!(isSmall || choice.cue === null || choice.measure === 'other_money') || !isExpected(items, at)) return choice;
  return CARRIED_ON.test(last.figure.measure) || last.figure.measure === 'loss'
    ? { ...asBefore(choice, last), unit: last.figure.unit }
    : choice;
}

/** `Oracle ($300 billion) and Microsoft ($250 billion)`. */
function valueInList(choice: MeasureChoice, { listed, items, at }: Reading): MeasureChoice {
  if (listed === null || choice.definition === 'cumulative') return choice;
  if (choice.cue !== null && !/^(?:deal_value|spending_commitment|other_money|cost)$/.test(choice.measure)) return choice;
  return {
    ...choice,
    measure: 'deal_value',
    noun: null,
    definition: null,
    cue: 'party and value',
    because: groundAt('value beside a party', items, at),
  };
}

/** `the price is above the $23 billion that the two had discussed`. */
function priceOfDeal(choice: MeasureChoice, { items, at, quantity, around }: Reading): MeasureChoice {
  if (quantity.kind !== 'money' || !isPriceOfDeal(choice, items, at, around)) return choice;
  return {
    ...choice,
    measure: 'deal_value',
    noun: null,
    definition: null,
    anchor: at,
    cue: choice.cue ?? 'price',
    because: { ...choice.because, rule: 'price of the deal' },
  };
}
