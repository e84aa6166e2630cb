import type { FigureStatus } from '@newsledger/events';
import type { DealDraft } from '../deals/dealDraft.ts';
import { type Chosen, groundAt } from '../explain/ground.ts';
import { isoDay } from '../periods/calendar.ts';
import { coreClause, hasVerb, isPossessive, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { bitOf } from '../text/wordHints.ts';
import { isExpected } from './expectedAmount.ts';
import type { MeasureChoice } from './measureChoice.ts';
import { isPriceTarget } from './priceTarget.ts';
import type { Reading } from './refineMeasure.ts';
import { isMarket } from './settleMeasure.ts';
import { statusOf } from './statusOfFigure.ts';
import type { SubjectChoice } from './subjectChoice.ts';
import { tellsOfPast } from './tellsOfPast.ts';

/** How sure a figure is: by what it is compared with and what was expected, else by the words of its clause, its deal and its sentence. */
export function statusInContext(
  { items, at, sentence, comparison, around, reached }: Reading,
  choice: MeasureChoice,
  subject: SubjectChoice,
  deal: DealDraft | null,
): Chosen<FigureStatus> {
  if (comparison === 'guidance') return { value: 'historic', because: groundAt('compared with guidance', items, at) };
  if (comparison === 'expectation' || isExpected(items, at))
    return { value: 'forecast', because: groundAt('what was expected', items, Math.max(0, at - 4), at + 1) };
  if (isPriceTarget(choice.cue)) return { value: 'forecast', because: groundAt('price that is aimed at', items, choice.anchor, at + 1) };
  const [from, end] = coreClause(items, at);
  const to = causeBehind(items, at, end);
  const clause = { from, words: wordsOf(items, from, Math.min(to, at + 8)) };
  const told = statusOf(clause, sentence, choice, deal, comparison !== null, around.agreed);
  if (told.value === 'forecast' && (isPastStart(items, at, around.document.today) || tellsOfPast(items, at, from)))
    return { value: 'actual', because: groundAt('told of the past', items, Math.max(from, at - 3), at + 1) };
  if (told.value === 'forecast' && MOVES.test(choice.measure) && !isHoped(items, at))
    return { value: 'actual', because: groundAt('move of shares', items, choice.anchor, at + 1) };
  if (told.value !== 'actual' && HAD.test(choice.measure) && isHad(items, at))
    return { value: 'actual', because: groundAt('what its owner has', items, at - 1, at + 1) };
  // A market makes no promises: what it "will spend" is somebody's forecast.
  if (told.value === 'planned' && isMarket(subject, items))
    return { value: 'forecast', because: { ...told.because, rule: `${told.because.rule}, of a market` } };
  return told.value === 'actual' && reached !== null ? { value: 'historic', because: reached.because } : told;
}

const CAUSE = bitOf('cause');

/** `fell 2% after it said that it would buy …`: what came before or caused it, up to which the clause tells of the figure. */
function causeBehind(items: readonly Item[], at: number, end: number): number {
  for (let i = at + 1; i < end; i++) if (((items[i]?.hints ?? 0) & CAUSE) !== 0 && hasVerb(items, i, end)) return i;
  return end;
}

/** `is expected to grow from 200 TWh in 2022`: where it starts from is known. */
function isPastStart(items: readonly Item[], at: number, today: Parameters<typeof isoDay>[0] | null): boolean {
  const when = items[at + 2];
  if (today === null || items[at - 1]?.lower !== 'from' || when?.kind !== 'period' || items[at + 1]?.lower !== 'in') return false;
  return (when.period.period.to ?? '9') < isoDay(today);
}

const MOVES = /^(?:share_price_change|market_cap_change)$/;

/** `could fall 10 %`; `sending its shares up 10 %` has happened whatever else the sentence expects. */
function isHoped(items: readonly Item[], at: number): boolean {
  return items
    .slice(Math.max(0, at - 6), at)
    .some(({ lower }) => /^(?:will|would|could|may|might|should|expected|likely|predicts?)$/.test(lower));
}

const HAD = /^(?:users|customers|employees|sites)$/;

/** `bring advertising to ChatGPT's 700 million users`: whoever has them has them now. */
function isHad(items: readonly Item[], at: number): boolean {
  return isPossessive(items, at - 1) || isPossessive(items, at - 2);
}
