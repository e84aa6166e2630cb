import type { FigureKey } from '../figureKey.ts';
import { isOfOneCompany } from './dealFigures.ts';

/**
 * Where a key's figure is chosen: one name for each of its parties. All tellings that share such a name are what `joinKeys` must see to
 * place those of them that have no other party; those of two parties come out the same from either side. A round's investors are no
 * neighbours of its company.
 */
export function neighboursOf({ subject, counterparty, measure, unit }: FigureKey): string[] {
  const isAlone = counterparty === null || counterparty === subject || isOfOneCompany(measure);
  const parties = isAlone ? [subject] : [subject, counterparty];
  return parties.map((party) => JSON.stringify([party, measure, unit]));
}

/**
 * What keeps together all keys whose figures depend on each other: keys of one group never have a neighbour in another one, over however many
 * parties. Deals tie any party to any other, so only what is of one company can be told apart by its name.
 */
export function joiningGroupOf({ subject, measure, unit }: FigureKey): string {
  return JSON.stringify(isOfOneCompany(measure) ? [measure, unit, subject] : [measure, unit]);
}
