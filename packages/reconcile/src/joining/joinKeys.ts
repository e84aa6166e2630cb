import { gapDaysOf } from '../deals/dealTime.ts';
import type { FigureKey } from '../figureKey.ts';
import { isTimeless } from '../sameness.ts';
import { isOfDeal, isOfOneParty, isOpen, isSettledByAgreement } from './dealFigures.ts';
import { indexTellings, ofSameAmount, type TellingIndex } from './indexTellings.ts';
import type { Joined, LackingField } from './joined.ts';
import { joinInvestors } from './joinInvestors.ts';
import { orientPairs } from './orientPairs.ts';
import type { IsPinned } from './rankNames.ts';
import { tellDealsApart } from './tellDealsApart.ts';
import { daysBetween, homeIdOf, isWithin, type Telling } from './telling.ts';

/** The figure that a telling stands with. */
export interface Placement {
  readonly figureId: string;
  readonly key: FigureKey;
  /** Null when it is the figure of its own words. */
  readonly joined: Joined | null;
}

/** What lacks a field is the figure that says more only when both are told within so many days. */
const NEAR_DAYS = 90;

/** A share falls by 5 % more often than once in a quarter. */
const NEAR_DAYS_OF_MOVES = 7;

/** A rumour may still be told so many days after the agreement that it was about. */
const LATE_RUMOUR_DAYS = 7;

/**
 * Chooses the figure of every telling, among all tellings that share a party, a measure and a unit (docs: keys that forgive). A key's own
 * words make its figure, except that
 * - the parties of a deal are a set: whoever a text makes the subject, it tells one figure; and whichever investor of a round it names;
 * - what lacks a field stands with the figure that agrees with it in all others and in the value that most sources give, if just one does
 *   within ninety days;
 * - what was open (rumoured, in talks, planned) stands with what was agreed.
 * Pure: depends on the set of tellings alone. Pinned figures join nothing. Its work grows with the tellings, not with the claims.
 */
export function joinKeys(tellings: readonly Telling[], isPinned: IsPinned = () => false): Map<string, Placement> {
  const homes = joinInvestors(tellDealsApart(orientPairs(tellings, isPinned)), NEAR_DAYS, isPinned);
  const index = indexTellings(homes);
  const placed = new Map<Telling, Placement>();
  for (const [telling, home] of homes) place(telling, home, { homes, index, isPinned, placed });
  return new Map([...placed].map(([{ id }, placement]) => [id, placement]));
}

interface Joining {
  readonly homes: ReadonlyMap<Telling, FigureKey>;
  readonly index: TellingIndex;
  readonly isPinned: IsPinned;
  readonly placed: Map<Telling, Placement>;
}

/** Targets say more than what joins them, or are agreed where it is open: following them ends. */
function place(telling: Telling, home: FigureKey, joining: Joining): Placement {
  const known = joining.placed.get(telling);
  if (known !== undefined) return known;
  const own = { figureId: homeIdOf(telling, home), key: home };
  const { figureId, key } = joining.isPinned(own.figureId) ? own : (targetOf(telling, home, joining) ?? own);
  const placement = { figureId, key, joined: joinedTo(telling, key) };
  joining.placed.set(telling, placement);
  return placement;
}

function targetOf(telling: Telling, home: FigureKey, joining: Joining): Placement | null {
  const { index } = joining;
  const agreed = isOpen(home.status) && isOfDeal(home.measure, telling.family) ? agreedWith(telling, home, joining) : null;
  if (agreed !== null) return agreed;
  const nearDays = home.measure === 'share_price_change' || home.measure === 'market_cap_change' ? NEAR_DAYS_OF_MOVES : NEAR_DAYS;
  return onlyFigure(ofSameAmount(index.fullerThan(home), telling.amount), ({ day }) => isWithin(nearDays, telling.day, day), joining);
}

/** What an open deal became: the only agreement on the same amount, else the only one of the same parties that came after it. */
function agreedWith(telling: Telling, home: FigureKey, joining: Joining): Placement | null {
  const agreed = joining.index.agreedOn(home);
  const mayBeDeal = (other: Telling) => isSameDeal(home, joining.homes.get(other));
  const same = [...ofSameAmount(agreed, telling.amount)].filter((other) => mayBeDeal(other) && isWithinDeal(telling, other, NEAR_DAYS));
  if (same.length > 0) return onlyFigure(same, () => true, joining);
  if (!isSettledByAgreement(home.measure)) return null;
  const ofParties = (other: Telling) => {
    const key = joining.homes.get(other);
    if (key?.subject !== home.subject) return false;
    return isOfOneParty(telling.family)
      ? telling.family === other.family
      : home.counterparty !== null && key.counterparty === home.counterparty;
  };
  return onlyFigure(
    [...agreed.values()].flat(),
    (other) => mayBeDeal(other) && ofParties(other) && isWithinDeal(telling, other, LATE_RUMOUR_DAYS),
    joining,
  );
}

/** Two parties' deals are told apart by the period of what holds for the deal as a whole. */
function isSameDeal(home: FigureKey, other: FigureKey | undefined): boolean {
  return !isTimeless(home.measure) || home.counterparty === null || home.period === other?.period;
}

/** Whether an agreement comes after a rumour as soon as it does in deals of its type; a late rumour is forgiven some days. */
function isWithinDeal(rumour: Telling, agreement: Telling, lateDays: number): boolean {
  const days = daysBetween(rumour.day, agreement.day);
  return days === null || (days >= -lateDays && days <= gapDaysOf(agreement.family ?? rumour.family ?? ''));
}

/** Where all that may be it stand, if that is one figure. */
function onlyFigure(targets: Iterable<Telling>, mayBe: (target: Telling) => boolean, joining: Joining): Placement | null {
  let only: Placement | null = null;
  for (const target of targets) {
    const home = mayBe(target) ? joining.homes.get(target) : undefined;
    if (home === undefined) continue;
    const placement = place(target, home, joining);
    if (only !== null && only.figureId !== placement.figureId) return null;
    only = placement;
  }
  return only;
}

function joinedTo({ key: own }: Telling, key: FigureKey): Joined | null {
  const lacks: LackingField[] = [];
  if (own.counterparty === null && key.counterparty !== null) lacks.push('counterparty');
  if (own.definition === null && key.definition !== null) lacks.push('definition');
  if (own.status === key.status && own.period !== key.period && key.period !== null) {
    if (own.period !== null) lacks.push('day');
    // What holds for a deal has a period only to tell it from an earlier deal, which is no word of its texts.
    else if (!isTimeless(key.measure)) lacks.push('period');
  }
  const swapped = own.counterparty !== null && own.subject !== key.subject;
  const otherInvestor = own.counterparty !== null && !swapped && own.counterparty !== key.counterparty;
  const before = own.status === key.status ? null : own.status;
  return lacks.length === 0 && !swapped && !otherInvestor && before === null ? null : { lacks, swapped, otherInvestor, before };
}
