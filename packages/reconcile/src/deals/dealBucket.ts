import type { Deal, DealRole, DealType } from '@newsledger/events';
import { parentOf } from './parentOf.ts';

type Resolve = (name: string) => string;

/** Types that reports of one deal confuse with each other are one family. */
const FAMILIES: Readonly<Record<DealType, string>> = {
  acquisition: 'takeover',
  merger: 'takeover',
  divestiture: 'takeover',
  investment: 'investment',
  funding_round: 'funding_round',
  supply_contract: 'contract',
  partnership: 'contract',
  joint_venture: 'joint_venture',
  ipo: 'ipo',
  financing: 'financing',
  settlement: 'settlement',
};

/** Roles that tell deals of a family apart. Reports disagree on the others: who else sold, advised or joined a round. */
const CORE_ROLES: Readonly<Record<string, readonly DealRole[]>> = {
  takeover: ['acquirer', 'target', 'partner'],
  investment: ['investor', 'investee'],
  funding_round: ['investee'],
};

/**
 * What reports of one deal share, whenever they were written and whether they name a company or its part: the family of types and the core
 * parties. `matchDeals` tells the deals of a bucket apart.
 */
export function dealBucketOf(deal: Deal, resolve: Resolve): string {
  const bought = new Set(deal.parties.flatMap(({ role, entity }) => (BOUGHT_ROLES.has(role) ? [resolve(entity)] : [])));
  const parties = corePartiesOf(deal, resolve);
  const wholes = [...new Set(parties.map((name) => (bought.has(name) ? name : wholeOf(name, resolve))))];
  // A company and its own part are two parties.
  return [FAMILIES[deal.type], ...(wholes.length < parties.length ? parties : wholes.sort())].join('\n');
}

/** Who buys a part does not buy its company. */
const BOUGHT_ROLES: ReadonlySet<DealRole> = new Set(['target', 'investee']);

/** Canonical names of the parties that tell a deal from others of its family, sorted. */
export function corePartiesOf(deal: Deal, resolve: Resolve): string[] {
  const roles = CORE_ROLES[FAMILIES[deal.type]];
  const core = roles === undefined ? deal.parties : deal.parties.filter(({ role }) => roles.includes(role));
  const parties = core.length > 0 ? core : deal.parties;
  return [...new Set(parties.map(({ entity }) => resolve(entity)))].sort();
}

/** The company that a party is a part of, or itself. */
export function wholeOf(name: string, resolve: Resolve): string {
  const parent = parentOf(name);
  return parent === null ? name : resolve(parent);
}

export function familyOf(deal: Deal): string {
  return FAMILIES[deal.type];
}
