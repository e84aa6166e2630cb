import type { DealRole, DealType } from '@newsledger/events';
import type { PartyChances } from '../deals/findTellings.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { castFeatures } from './castFeatures.ts';
import type { PartyCandidate } from './partyFeatures.ts';
import { plainSymbol } from './plainWords.ts';
import type { SentenceOfText } from './tellingFeatures.ts';
import { addChance } from './thermometer.ts';

/** Somebody who may take part in a deal, in the likeliest role, with the chance of taking part whoever else does. */
export interface Suitor {
  readonly party: PartyChances;
  readonly role: DealRole;
  readonly chance: number;
}

/** What speaks for one's being among those who take part. */
export function memberFeatures(all: readonly PartyChances[], { party, role, chance }: Suitor, type: DealType, bag: FeatureBag): void {
  castFeatures(all, party, role, type, bag);
  bag.add('takes part as', role, type);
  addChance(bag, 'takes part', chance);
}

/** What speaks for two's taking part both, or only one of them: of `Alpha, Beta and Gamma` mostly all do or none. */
export function besideFeatures(a: Suitor, b: Suitor, stand: string, both: boolean, type: DealType, bag: FeatureBag): void {
  const what = both ? 'both' : 'one of two';
  const roles = a.role === b.role ? 'same role' : 'other role';
  bag.add(what, stand, roles);
  bag.add(`${what} as`, stand, [a.role, b.role].sort().join(' '), type);
  bag.add(`${what} in`, roles, type);
  if (both) addChance(bag, `both in ${roles}`, Math.min(a.chance, b.chance));
}

/** How two stand to each other where a telling names both: listed, parted by one word, by a phrase with a preposition, or farther. */
export function standing(a: PartyCandidate, b: PartyCandidate, places: readonly SentenceOfText[]): string {
  let found = 'apart';
  for (const { sentence } of places)
    for (const one of a.places)
      for (const other of b.places) {
        if (one.sentence !== sentence || other.sentence !== sentence) continue;
        const [left, right] = one.from < other.from ? [one, other] : [other, one];
        const between = sentence.items.slice(left.to, right.from);
        const last = between.at(-1);
        if (between.every((item) => item.kind === 'mention' || JOINING.test(item.lower)))
          return between.length === 0 ? 'touching' : 'listed';
        if (found !== 'apart' && found !== 'same sentence') continue;
        found =
          between.length === 1
            ? `parted by ${plainSymbol(last)}`
            : last !== undefined && LINKING.test(last.lower)
              ? `behind ${last.lower}`
              : 'same sentence';
      }
  return found;
}

const JOINING = /^(?:,|and|&|or|the|;)$/;
const LINKING = /^(?:with|and|from|by|to|for|of|in)$/;

/** What speaks for a set as a whole: an acquisition has one target, and nobody likelier is left out. */
export function setFeatures(
  set: readonly Suitor[],
  all: readonly Suitor[],
  places: readonly SentenceOfText[],
  type: DealType,
  bag: FeatureBag,
): void {
  const roles = new Map<DealRole, number>();
  for (const { role } of set) roles.set(role, Math.min(3, (roles.get(role) ?? 0) + 1));
  const size = Math.min(6, set.length);
  const few = Math.min(3, size);
  bag.add('size', size);
  bag.add('size of type', type, Math.min(5, size));
  bag.add(
    'roles',
    type,
    [...roles]
      .map(([role, count]) => `${count} ${role}`)
      .sort()
      .join(' '),
  );
  let least = 1;
  for (const { chance } of set) if (chance < least) least = chance;
  let left: Suitor | null = null;
  for (const one of all) if (!set.includes(one) && one.chance > (left?.chance ?? 0)) left = one;
  const leftOut = left?.chance ?? 0;
  addChance(bag, 'least likely', least);
  addChance(bag, `least likely of ${few}`, least);
  addChance(bag, 'left out', leftOut);
  addChance(bag, `left out by ${few}`, leftOut);
  bag.add('role of who is left out', left !== null && roles.has(left.role) ? 'taken' : 'open', Math.round(leftOut * 5));
  const naming = Math.min(2, places.filter(({ sentence }) => set.every((one) => isNamedIn(one, sentence))).length);
  bag.add('tellings naming all', naming, Math.min(3, places.length));
  bag.add('size, tellings naming all', naming, Math.min(4, size));
  bag.add('named in no telling', Math.min(2, set.filter(({ party }) => party.inside === 0).length), few);
}

function isNamedIn({ party }: Suitor, sentence: SentenceOfText['sentence']): boolean {
  return party.candidate.places.some((place) => place.sentence === sentence && place.form !== 'reference');
}
