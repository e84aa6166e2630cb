import type { Amount } from '@newsledger/events';
import { compareText } from '../compareText.ts';
import { DISPUTE_DAYS, gapDaysOf, isRepeatable } from '../deals/dealTime.ts';
import type { FigureKey } from '../figureKey.ts';
import { isTimeless } from '../sameness.ts';
import { excludeEachOther } from './sameAmount.ts';
import { counts, daysBetween, type Telling } from './telling.ts';

interface ToldDeal {
  readonly told: Telling[];
  /** Each amount once. */
  readonly amounts: Map<string, Amount>;
  readonly first: string | null;
  last: string | null;
  family: string | null;
}

/** Without a family, two parties' deals are told apart as slowly as takeovers, which take longest. */
const UNKNOWN_FAMILY = 'takeover';

/**
 * Tells the deals of the same two parties apart, where one key would make them rivals: other amounts are those of another deal when the
 * texts tell deals of other types, or when so much time lies between as between two deals of that type. The first deal keeps the plain key;
 * a later one has the month of its first report for a period.
 * @param oriented keys with the parties of a deal in one order.
 */
export function tellDealsApart(oriented: ReadonlyMap<Telling, FigureKey>): Map<Telling, FigureKey> {
  const homes = new Map(oriented);
  const groups = new Map<string, Telling[]>();
  for (const [telling, { subject, counterparty, measure, unit, definition }] of oriented) {
    if (counterparty === null || !isTimeless(measure)) continue;
    const group = JSON.stringify([subject, counterparty, measure, unit, definition]);
    const told = groups.get(group);
    if (told === undefined) groups.set(group, [telling]);
    else told.push(telling);
  }
  for (const told of groups.values()) {
    const [, ...later] = dealsOf(told);
    const taken = new Set<string>();
    for (const deal of later) {
      const period = periodOf(deal, taken);
      for (const telling of deal.told) {
        const key = oriented.get(telling);
        if (key !== undefined) homes.set(telling, { ...key, period });
      }
    }
  }
  return homes;
}

function periodOf({ first }: ToldDeal, taken: Set<string>): string | null {
  const month = first?.slice(0, 7) ?? null;
  const period = month !== null && taken.has(month) ? first : month;
  if (period !== null) taken.add(period);
  return period;
}

/** From the first to the last; what has no date comes last, and finds its deal by the amount. */
function dealsOf(told: readonly Telling[]): ToldDeal[] {
  const ordered = [...told].sort(
    (a, b) => compareText(a.about ?? '9', b.about ?? '9') || compareText(a.family ?? '', b.family ?? '') || compareText(a.id, b.id),
  );
  const deals: ToldDeal[] = [];
  // What no longer counts stays with the deal that it told, and never gives another one its place.
  for (const telling of [...ordered.filter(counts), ...ordered.filter((one) => !counts(one))]) {
    const deal = dealFor(telling, deals);
    if (deal === undefined) deals.push(newDeal(telling));
    else {
      deal.told.push(telling);
      if (!counts(telling)) continue;
      deal.amounts.set(amountOf(telling), telling.amount);
      deal.last = telling.about ?? deal.last;
      deal.family ??= telling.family;
    }
  }
  return deals;
}

function newDeal(telling: Telling): ToldDeal {
  const { about, family, amount } = telling;
  return { told: [telling], amounts: new Map([[amountOf(telling), amount]]), first: about, last: about, family };
}

function amountOf({ amount: { value, low, high } }: Telling): string {
  return `${value} ${low} ${high}`;
}

/** The deal with an amount that this one allows, else the latest that it doesn't contradict. */
function dealFor(telling: Telling, deals: readonly ToldDeal[]): ToldDeal | undefined {
  const latestFirst = [...deals].reverse();
  return (
    latestFirst.find(({ amounts }) => amounts.values().some((amount) => !excludeEachOther(amount, telling.amount))) ??
    latestFirst.find((deal) => !isAnother(telling, deal))
  );
}

/** Whether another amount is that of another deal. */
function isAnother(telling: Telling, deal: ToldDeal): boolean {
  if (telling.about === deal.first) return false;
  if (telling.family !== null && deal.family !== null && telling.family !== deal.family) return true;
  const family = telling.family ?? deal.family ?? UNKNOWN_FAMILY;
  if ((daysBetween(deal.last, telling.about) ?? 0) > gapDaysOf(family)) return true;
  return isRepeatable(family) && (daysBetween(deal.first, telling.about) ?? 0) > DISPUTE_DAYS;
}
