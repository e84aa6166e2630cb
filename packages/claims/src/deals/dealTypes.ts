import type { DealRole, DealType } from '@newsledger/events';

/** The roles that each type of deal has, the one that the text mostly turns on first. */
export const rolesOf: Readonly<Record<DealType, readonly DealRole[]>> = {
  acquisition: ['acquirer', 'target', 'seller'],
  merger: ['partner'],
  investment: ['investor', 'investee', 'seller'],
  funding_round: ['investee', 'investor'],
  supply_contract: ['customer', 'supplier'],
  partnership: ['partner'],
  joint_venture: ['partner'],
  divestiture: ['seller', 'target', 'acquirer'],
  ipo: ['seller'],
  financing: ['investee', 'investor'],
  settlement: ['partner'],
};

export const dealTypes: readonly DealType[] = [
  'acquisition',
  'merger',
  'investment',
  'funding_round',
  'supply_contract',
  'partnership',
  'joint_venture',
  'divestiture',
  'ipo',
  'financing',
  'settlement',
];

/** Types by which texts call one and the same deal, now one and now the other. */
const ALIKE: readonly (readonly [DealType, DealType])[] = [
  ['partnership', 'supply_contract'],
  ['partnership', 'investment'],
  ['partnership', 'joint_venture'],
  ['acquisition', 'merger'],
  ['acquisition', 'investment'],
  ['acquisition', 'divestiture'],
  ['investment', 'funding_round'],
  ['investment', 'divestiture'],
  ['funding_round', 'financing'],
  ['funding_round', 'ipo'],
];

/** Whether two tellings of these types may be of one deal. */
export function mayBeSameType(a: DealType, b: DealType): boolean {
  return a === b || ALIKE.some(([x, y]) => (a === x && b === y) || (a === y && b === x));
}
