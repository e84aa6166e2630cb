import type { DealRole, DealType } from '@newsledger/events';
import type { PartyChances } from '../deals/findTellings.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { addChance } from './thermometer.ts';

/**
 * What speaks for somebody's having a role when it is known how likely everybody else has it: of two possible targets, one is; of five
 * investors in a list, all are.
 */
export function castFeatures(all: readonly PartyChances[], one: PartyChances, role: DealRole, type: DealType, bag: FeatureBag): void {
  const own = chanceOf(one, role);
  let better = 0;
  let bestOther = 0;
  let bestElsewhere = 0;
  for (const other of all) {
    if (other === one) continue;
    const chance = chanceOf(other, role);
    if (chance > own) better++;
    if (chance > bestOther) bestOther = chance;
    for (const { role: their, chance: elsewhere } of other.roles)
      if (their !== role && elsewhere > bestElsewhere) bestElsewhere = elsewhere;
  }
  let ownElsewhere = 0;
  for (const { role: their, chance } of one.roles) if (their !== role && chance > ownElsewhere) ownElsewhere = chance;
  const from = bag.ids.length;
  addChance(bag, 'role likely', own);
  addChance(bag, 'other role likely', ownElsewhere);
  bag.add('others likelier in role', Math.min(better, 4));
  bag.add('likelier, and how likely', `${Math.min(better, 3)} ${Math.round(own * 5)}`);
  addChance(bag, 'role likely of another', bestOther);
  addChance(bag, 'other roles taken', bestElsewhere);
  bag.add('in tellings', one.inside === 0 ? 'none' : one.inside < 0.5 ? 'few' : one.inside < 1 ? 'most' : 'all');
  bag.add('in tellings, likely', `${one.inside === 0 ? 'none' : one.inside < 0.5 ? 'few' : 'most'} ${Math.round(own * 4)}`);
  bag.add('candidates', all.filter(({ chance }) => chance > 0.3).length > 3 ? 'many' : 'few');
  bag.across(from, `${role} in ${type}`);
}

function chanceOf({ roles }: PartyChances, role: DealRole): number {
  return roles.find((one) => one.role === role)?.chance ?? 0;
}
