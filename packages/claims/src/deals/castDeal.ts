import type { DealRole, DealType } from '@newsledger/events';
import { castFeatures } from '../features/castFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { chanceOf, type DealModels } from './dealModels.ts';
import { rolesOf } from './dealTypes.ts';
import type { PartyChances } from './findTellings.ts';

/** Somebody in a role, with the chance that this is right when everybody else is considered. */
export interface CastMember {
  readonly party: PartyChances;
  readonly role: DealRole;
  readonly chance: number;
}

/** Who is less likely in a deal is no party of it. */
const LEAST = 0.25;
/** The second side of a deal may be less sure: a deal has two. */
const LEAST_SECOND_SIDE = 0.15;

/** Everybody in their likeliest role, likeliest first. */
export function castOf(parties: readonly PartyChances[], type: DealType, models: DealModels): CastMember[] {
  return parties
    .map((party) => {
      const best = party.roles.reduce((a, b) => (b.chance > a.chance ? b : a));
      const bag = new FeatureBag();
      castFeatures(parties, party, best.role, type, bag);
      return { party, role: best.role, chance: chanceOf(models.cast, bag) };
    })
    .sort((a, b) => b.chance - a.chance);
}

/** Those that take part: whoever is likely, and the likeliest of another role beside a lone party. */
export function chosenCast(cast: readonly CastMember[], type: DealType): CastMember[] {
  return onBothSides(likelyCast(cast), type);
}

function likelyCast(cast: readonly CastMember[]): CastMember[] {
  const chosen = cast.filter(({ chance }) => chance >= LEAST);
  const [only] = chosen;
  if (chosen.length !== 1 || only === undefined) return chosen;
  const second = cast.find(
    (member) => member !== only && member.chance >= LEAST_SECOND_SIDE && (member.role !== only.role || member.role === 'partner'),
  );
  return second === undefined ? chosen : [only, second];
}

/** A contract of two customers is none: where all play one part, whoever is likeliest in the other part plays that. */
function onBothSides(chosen: readonly CastMember[], type: DealType): CastMember[] {
  const [one, other] = rolesOf[type];
  const [first] = chosen;
  if (one === undefined || other === undefined || first === undefined || chosen.length < 2) return [...chosen];
  if (chosen.some(({ role }) => role !== first.role)) return [...chosen];
  const missing = first.role === one ? other : first.role === other ? one : null;
  if (missing === null) return [...chosen];
  const leaning = ({ party }: CastMember): number => chanceIn(party, missing) / (chanceIn(party, first.role) || 1);
  const changed = chosen.reduce((a, b) => (leaning(b) > leaning(a) ? b : a));
  return chosen.map((member) => (member === changed ? { ...member, role: missing } : member));
}

function chanceIn({ roles }: PartyChances, role: DealRole): number {
  return roles.find((answer) => answer.role === role)?.chance ?? 0;
}
