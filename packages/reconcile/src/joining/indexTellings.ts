import type { Amount } from '@newsledger/events';
import type { FigureKey } from '../figureKey.ts';
import { isState, isTimeless } from '../sameness.ts';
import { isOfDeal, isOfPair } from './dealFigures.ts';
import { meanSameAmount } from './sameAmount.ts';
import { counts, homeIdOf, type Telling } from './telling.ts';

/** Tellings by their amount, so that those of one amount are compared with another once. */
export type ByAmount = ReadonlyMap<string, readonly Telling[]>;

/** Finds tellings by what others may lack of them, without comparing any two that have nothing in common. */
export interface TellingIndex {
  /** Those that say all that a key says, and more. */
  readonly fullerThan: (key: FigureKey) => ByAmount;
  /** Those of an agreed deal that say all that an open one's key says, whatever their period. */
  readonly agreedOn: (key: FigureKey) => ByAmount;
}

/** Those of them that mean the number of an amount. */
export function* ofSameAmount(tellings: ByAmount, amount: Amount): Generator<Telling> {
  for (const alike of tellings.values()) if (alike[0] !== undefined && meanSameAmount(amount, alike[0].amount)) yield* alike;
}

/** @param homes tellings with their keys, the parties of deals in one order. */
export function indexTellings(homes: ReadonlyMap<Telling, FigureKey>): TellingIndex {
  const fuller: Index = new Map();
  const agreed: Index = new Map();
  const leading = leadingOf(homes);
  for (const [telling, key] of homes) {
    if (!leading.has(telling)) continue;
    const own = signature(key.status, periodIn(key), partiesOf(key), key);
    const ofDeal = isOfDeal(key.measure, telling.family);
    for (const parties of partiesToFind(key, ofDeal))
      for (const definition of new Set([key.definition, null])) {
        for (const period of periodsToFind(key, ofDeal)) {
          const found = signature(key.status, period, parties, { ...key, definition });
          if (found !== own) add(fuller, found, telling);
        }
        if (key.status === 'actual' && ofDeal) add(agreed, signature('open', ANY_PERIOD, parties, { ...key, definition }), telling);
      }
  }
  return {
    fullerThan: (key) => fuller.get(signature(key.status, periodIn(key), partiesOf(key), key)) ?? NONE,
    agreedOn: (key) => agreed.get(signature('open', ANY_PERIOD, partiesOf(key), key)) ?? NONE,
  };
}

/**
 * The tellings of each figure's best supported amount, or amounts: what agrees with a number that most sources of a figure contradict is
 * no witness of the figure.
 */
function leadingOf(homes: ReadonlyMap<Telling, FigureKey>): Set<Telling> {
  const figures = new Map<string, Map<string, { told: Telling[]; sources: Set<string> }>>();
  for (const [telling, home] of homes) {
    if (!counts(telling)) continue;
    const id = homeIdOf(telling, home);
    const amounts = figures.get(id) ?? new Map<string, { told: Telling[]; sources: Set<string> }>();
    figures.set(id, amounts);
    const amount = wordsOf(telling.amount);
    const known = amounts.get(amount);
    if (known === undefined) amounts.set(amount, { told: [telling], sources: new Set(telling.sources) });
    else {
      known.told.push(telling);
      for (const source of telling.sources) known.sources.add(source);
    }
  }
  const leading = new Set<Telling>();
  for (const amounts of figures.values()) {
    const most = amounts.values().reduce((max, { sources }) => Math.max(max, sources.size), 0);
    for (const { told, sources } of amounts.values()) if (sources.size === most) for (const telling of told) leading.add(telling);
  }
  return leading;
}

function wordsOf({ value, low, high, hedge }: Amount): string {
  return `${hedge} ${value} ${low} ${high}`;
}

type Index = Map<string, Map<string, Telling[]>>;

const NONE: ByAmount = new Map();

const ANY_PERIOD = '*';

type Keyed = Pick<FigureKey, 'measure' | 'unit' | 'noun' | 'definition'>;

function signature(status: string, period: string | null, parties: readonly string[], { measure, unit, noun, definition }: Keyed): string {
  return JSON.stringify([measure, unit, noun, status, definition, period, ...parties]);
}

/** A later deal's month is no word of its texts. */
function periodIn({ measure, period }: FigureKey): string | null {
  return isTimeless(measure) ? null : period;
}

function partiesOf({ subject, counterparty }: FigureKey): readonly string[] {
  return counterparty === null ? [subject] : [subject, counterparty];
}

/** Both parties; and either alone, though of what is no deal between two only the subject. */
function partiesToFind(key: FigureKey, ofDeal: boolean): (readonly string[])[] {
  const { subject, counterparty } = key;
  if (counterparty === null) return [[subject]];
  return ofDeal && isOfPair(key) ? [[subject, counterparty], [subject], [counterparty]] : [[subject, counterparty], [subject]];
}

/** A day, its month where a moment is meant, and none. */
function periodsToFind(key: FigureKey, ofDeal: boolean): Set<string | null> {
  const period = periodIn(key);
  const month = period !== null && DAY.test(period) && (ofDeal || isState(key.measure, key.definition)) ? period.slice(0, 7) : period;
  return new Set([period, month, null]);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function add(index: Index, signature: string, telling: Telling): void {
  const amount = wordsOf(telling.amount);
  const byAmount = index.get(signature) ?? new Map<string, Telling[]>();
  index.set(signature, byAmount);
  const alike = byAmount.get(amount);
  if (alike === undefined) byAmount.set(amount, [telling]);
  else alike.push(telling);
}
