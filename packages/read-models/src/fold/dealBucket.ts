import type { Deal, DealRole, DealType } from '@newsledger/events';

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

/** Days without a report after which the same parties' next deal is another one. Takeovers take longest from rumour to completion. */
const GAP_DAYS: Readonly<Record<string, number>> = { takeover: 540, contract: 270, ipo: 365 };
const OTHER_GAP_DAYS = 120;

/** What reports of one deal share, whenever they were written: family of types and core parties. */
export function dealBucketOf(deal: Deal, resolve: (name: string) => string): string {
  const family = FAMILIES[deal.type];
  return [family, ...corePartiesOf(deal, resolve)].join('\n');
}

/** Canonical names of the parties that tell a deal from others of its family, sorted. */
export function corePartiesOf(deal: Deal, resolve: (name: string) => string): string[] {
  const roles = CORE_ROLES[FAMILIES[deal.type]];
  const core = roles === undefined ? deal.parties : deal.parties.filter(({ role }) => roles.includes(role));
  const parties = core.length > 0 ? core : deal.parties;
  return [...new Set(parties.map(({ entity }) => resolve(entity)))].sort();
}

export function gapDaysOf(bucket: string): number {
  return GAP_DAYS[bucket.slice(0, bucket.indexOf('\n'))] ?? OTHER_GAP_DAYS;
}
