import type { FigureKey } from '../figureKey.ts';
import { isOfOneCompany } from './dealFigures.ts';
import { type IsPinned, rankNames } from './rankNames.ts';
import { meanSameAmount } from './sameAmount.ts';
import { counts, isWithin, type Telling } from './telling.ts';

/**
 * The keys of rounds with one investor for each: texts name one or the other of them beside the company, and the same amount at the same
 * time is one round. The investor whom more sources name is shown.
 * @param nearDays how far apart two texts may tell one round.
 */
export function joinInvestors(homes: ReadonlyMap<Telling, FigureKey>, nearDays: number, isPinned: IsPinned): Map<Telling, FigureKey> {
  const joined = new Map(homes);
  const rounds = new Map<string, Telling[]>();
  for (const [telling, { subject, counterparty, measure, definition, unit, period, status }] of homes) {
    if (counterparty === null || !isOfOneCompany(measure)) continue;
    const round = JSON.stringify([subject, measure, definition, unit, period, status]);
    const told = rounds.get(round);
    if (told === undefined) rounds.set(round, [telling]);
    else told.push(telling);
  }
  for (const told of rounds.values()) {
    const shown: Telling[] = [];
    for (const investor of rankNames(told, ({ counterparty }) => counterparty, isPinned)) {
      const own = told.filter(({ key }) => key.counterparty === investor);
      for (const telling of own) {
        const other = isPinned(telling.figureId) ? undefined : shown.find((known) => isSameRound(telling, known, nearDays));
        const key = other && joined.get(other);
        if (key !== undefined) joined.set(telling, key);
      }
      shown.push(...own.filter(counts));
    }
  }
  return joined;
}

function isSameRound(a: Telling, b: Telling, nearDays: number): boolean {
  return isWithin(nearDays, a.day, b.day) && meanSameAmount(a.amount, b.amount);
}
