import type { DealStatus, DealType } from '@newsledger/events';
import { organisationNamed } from '../entities/organisations.ts';
import { type DealDraft, OF_OLD, type Party } from './dealDraft.ts';

/** One deal as the whole article tells it. */
export interface ToldDeal {
  type: DealType;
  status: DealStatus;
  readonly parties: Party[];
  /** The telling that its evidence is taken from: the first with all its parties. */
  evidence: DealDraft;
  readonly tellings: DealDraft[];
  because: DealDraft['because'];
}

/** What a telling says that its deal is worth; amounts of different currencies can't be compared. */
export interface RoughValue {
  readonly unit: string;
  readonly value: number;
}

/** Types that articles use for one and the same deal. */
const SAME: readonly (readonly [DealType, DealType])[] = [
  ['partnership', 'supply_contract'],
  ['acquisition', 'merger'],
  ['investment', 'funding_round'],
  ['ipo', 'funding_round'],
  ['acquisition', 'investment'],
  ['acquisition', 'divestiture'],
  ['investment', 'divestiture'],
  ['funding_round', 'financing'],
  ['partnership', 'joint_venture'],
];

/** How far along a deal is; an article's furthest status counts. */
const PROGRESS: Readonly<Record<DealStatus, number>> = {
  rumoured: 1,
  talks: 2,
  denied: 3,
  announced: 4,
  agreed: 5,
  completed: 6,
  blocked: 7,
  terminated: 8,
};

/**
 * Joins the tellings of one article into deals: same kind, and the parties of one among those of the other. "The deal" without parties
 * means the last deal told. Returns the deals and, for each draft, which deal it tells of.
 */
export function mergeDeals(
  drafts: readonly DealDraft[],
  roughValues: ReadonlyMap<DealDraft, RoughValue>,
  joins = true,
): { readonly deals: readonly ToldDeal[]; readonly dealOf: ReadonlyMap<DealDraft, ToldDeal> } {
  const deals: ToldDeal[] = [];
  const dealOf = new Map<DealDraft, ToldDeal>();
  for (const draft of drafts) {
    let deal = draft.anaphoric
      ? meantBy(deals, draft)
      : deals.find((candidate) => joins && sameDeal(candidate, draft) && !otherValue(candidate, draft, roughValues));
    if (deal === undefined) {
      if (draft.anaphoric) continue;
      deal = { type: draft.type, status: draft.status, parties: [...draft.parties], evidence: draft, tellings: [], because: draft.because };
      deals.push(deal);
    } else join(deal, draft);
    deal.tellings.push(draft);
    dealOf.set(draft, deal);
  }
  return { deals, dealOf };
}

/** The deal that "the deal" means: the last one told that is still news, else the last one. */
function meantBy(deals: readonly ToldDeal[], draft: DealDraft): ToldDeal | undefined {
  const candidates = deals.filter(({ type }) => compatible(type, draft.type) || /^(?:partnership|supply_contract)$/.test(draft.type));
  return candidates.findLast((deal) => !isOfOld(deal)) ?? candidates.at(-1);
}

/** Told of only in passing, as a thing of the past: `its previous record acquisition (Scientific Atlanta, in 2005)`. */
function isOfOld({ tellings }: ToldDeal): boolean {
  return tellings.every((telling) => telling.because.status.rule === OF_OLD);
}

function join(deal: ToldDeal, draft: DealDraft): void {
  if (deal.type === 'partnership' && draft.type === 'joint_venture') {
    deal.type = draft.type;
    deal.because = { ...deal.because, type: draft.because.type };
  }
  if (deal.type === 'partnership' && draft.type === 'supply_contract' && draft.parties.length > 0) {
    deal.type = draft.type;
    deal.because = { ...deal.because, type: draft.because.type };
    deal.parties.splice(0, deal.parties.length, ...draft.parties);
  }
  if (deal.type === 'supply_contract' && draft.type === 'acquisition') {
    deal.type = draft.type;
    deal.because = { ...deal.because, type: draft.because.type };
    deal.parties.splice(0, deal.parties.length, ...draft.parties);
  }
  // A title names only whose contract it is; the body tells who supplies.
  const [only] = deal.parties;
  if (
    draft.type === 'supply_contract' &&
    deal.parties.length === 1 &&
    only !== undefined &&
    draft.parties.some(({ entity, role }) => entity === only.entity && role !== only.role)
  )
    deal.parties.splice(0, 1, ...draft.parties);
  for (const party of draft.parties) {
    const known = deal.parties.findIndex((other) => sameParty(other.entity, party.entity));
    if (known < 0) {
      if (deal.type === draft.type || party.role === 'seller' || party.role === 'target') deal.parties.push(party);
    }
    // The unit is the closer name: `Amazon` in one sentence is `Amazon Web Services` in the next.
    else if (isUnitOf(party.entity, deal.parties[known]?.entity ?? '')) deal.parties[known] = party;
  }
  if (draft.parties.length > deal.evidence.parties.length) deal.evidence = draft;
  if (!draft.statusIsTold) return;
  const onlyPresumed = deal.tellings.every((telling) => !telling.statusIsTold);
  if ((onlyPresumed || PROGRESS[draft.status] > PROGRESS[deal.status]) && draft.status !== 'denied') {
    deal.status = draft.status;
    deal.because = { ...deal.because, status: draft.because.status };
  }
}

function sameDeal(deal: ToldDeal, draft: DealDraft): boolean {
  if (!(compatible(deal.type, draft.type) || isOnlyCalledDeal(deal, draft)) || (deal.status === 'denied') !== (draft.status === 'denied'))
    return false;
  const shared = draft.parties.filter((party) => deal.parties.some((other) => sameParty(other.entity, party.entity)));
  if (shared.length === 0 || shared.some((party) => isOnOtherSide(deal, party))) return false;
  if (shared.length === draft.parties.length || shared.length === deal.parties.length) return true;
  return TRANSFERS.has(deal.type) && TRANSFERS.has(draft.type) && rolesAgree(deal.parties, draft.parties);
}

/** `terminate their $5.4 billion deal`: that it is a contract was only guessed where another telling says who buys whom. */
function isOnlyCalledDeal(deal: ToldDeal, draft: DealDraft): boolean {
  const [told, other] = deal.type === 'acquisition' ? [deal, draft] : [draft, deal];
  return (
    told.type === 'acquisition' &&
    other.type === 'supply_contract' &&
    other.because.type.rule.startsWith('noun “contract”') &&
    other.parties.length === 2 &&
    other.parties.every(({ entity }) => told.parties.some((party) => sameParty(party.entity, entity)))
  );
}

/** Deals by which something changes hands, told now with the buyer, now with what is bought. */
const TRANSFERS: ReadonlySet<DealType> = new Set<DealType>(['acquisition', 'divestiture']);

const BUYS = /^(?:acquirer|investor)$/;

/** Who buys in one telling doesn't sell in another of the same deal: Walmart bought Asda, and sold it years later. */
function isOnOtherSide(deal: ToldDeal, { entity, role }: Party): boolean {
  const known = deal.parties.find((other) => sameParty(other.entity, entity))?.role ?? role;
  return (BUYS.test(known) && role === 'seller') || (known === 'seller' && BUYS.test(role));
}

/** Of the same seller, one telling names the buyer and the other what is sold. */
function rolesAgree(a: readonly Party[], b: readonly Party[]): boolean {
  const differ = (role: Party['role']) => {
    const [x, y] = [a.find((party) => party.role === role), b.find((party) => party.role === role)];
    return x !== undefined && y !== undefined && !sameParty(x.entity, y.entity);
  };
  return a.some((party) => party.role === 'seller') && !differ('seller') && !differ('acquirer') && !differ('target');
}

/** A company raises money more than once: rounds and listings of clearly different amounts are different deals. */
function otherValue(deal: ToldDeal, draft: DealDraft, roughValues: ReadonlyMap<DealDraft, RoughValue>): boolean {
  if (!/^(?:ipo|funding_round|financing)$/.test(draft.type)) return false;
  const value = roughValues.get(draft);
  const known = deal.tellings.map((telling) => roughValues.get(telling)).filter((other) => other !== undefined);
  // What is done and what is still sought may be of nearly the same size.
  const tolerance = deal.type !== draft.type ? 0.1 : (deal.status === 'completed') === (draft.status === 'completed') ? 0.35 : 0.15;
  return (
    value !== undefined &&
    known.length > 0 &&
    !known.some(
      (other) => other.unit !== value.unit || Math.abs(other.value - value.value) <= tolerance * Math.max(other.value, value.value),
    )
  );
}

/** The same entity, a parent and its listed unit, or a name and its first words, as titles shorten it. */
export function sameParty(a: string, b: string): boolean {
  return a === b || isShortFor(a, b) || isShortFor(b, a) || isUnitOf(a, b) || isUnitOf(b, a);
}

/** `Pioneer` is Pioneer Natural Resources, but no subsidiary is its parent. */
function isShortFor(short: string, long: string): boolean {
  return short.length > 3 && long.startsWith(`${short} `) && organisationNamed(long)?.parent !== short;
}

/** A unit is its parent's own business, such as Amazon Web Services; a company that was bought is not. */
function isUnitOf(unit: string, parent: string): boolean {
  const listed = organisationNamed(unit);
  return listed?.parent === parent && listed.traits.includes('unit');
}

function compatible(a: DealType, b: DealType): boolean {
  return a === b || SAME.some(([x, y]) => (a === x && b === y) || (a === y && b === x));
}
