import { groundAt } from '../explain/ground.ts';
import { clauseSubject } from '../figures/chooseSubject.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type Party } from './dealDraft.ts';
import { modifiersOf, namedAfter, possessorOf } from './findParties.ts';
import { makerOfPlane } from './planes.ts';
import { isMakerOfPlanes } from './supplyDeals.ts';

/** So far from the word `order` stand the planes that are ordered. */
const REACH = 14;

/** `an order from DHL for 14 777 freighters`, `a Qatar Airways order for five 777s`: whose model it is supplies, and the other who is named buys. */
export function planeOrder(sentence: ReadSentence, at: number): Party[] | null {
  const { items } = sentence;
  if (!/^orders?$/.test(items[at]?.lower ?? '')) return null;
  const [firm] = modifiersOf(items, at);
  const plane = items.findIndex((item, index) => Math.abs(index - at) < REACH && makerOfPlane(item) !== null);
  const maker = makerOfPlane(items[plane]) ?? (firm !== undefined && isMakerOfPlanes(firm.entity) ? firm.entity : null);
  if (maker === null) return null;
  const candidates = [
    ...namedAfter(items, at, 'from by', REACH),
    ...modifiersOf(items, at),
    possessorOf(items, at),
    clauseSubject(items, at),
  ];
  const customer = candidates.find((named) => named !== null && !isMakerOfPlanes(named.entity));
  const parties: Party[] = [];
  add(parties, 'customer', customer);
  add(parties, 'supplier', { entity: maker, index: null, because: groundAt('maker of the planes', items, Math.max(0, plane), plane + 1) });
  return parties.length < 2 ? null : parties;
}
