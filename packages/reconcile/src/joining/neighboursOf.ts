import type { FigureKey } from '../figureKey.ts';
import { isOfOneCompany, isOfPair } from './dealFigures.ts';

/**
 * Where a key's figure is chosen: one name for each of its parties that a text may make the subject. All tellings that share such a name are
 * what `joinKeys` must see to place those of them that have no other party; those of two parties come out the same from either side. A
 * round's investors are no neighbours of its company, nor is what has no name.
 */
export function neighboursOf(key: FigureKey): string[] {
  const { subject, measure, unit } = key;
  const parties = isOfPair(key) ? [subject, key.counterparty] : [subject];
  return parties.map((party) => JSON.stringify([party, measure, unit]));
}

/**
 * What keeps together all keys whose figures depend on each other: keys of one group never have a neighbour in another one, over however many
 * parties. Deals tie any party to any other, so only what is of one company can be told apart by its name.
 */
export function joiningGroupOf({ subject, measure, unit }: FigureKey): string {
  return JSON.stringify(isOfOneCompany(measure) ? [measure, unit, subject] : [measure, unit]);
}
