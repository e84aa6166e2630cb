import type { DealRole, DealType } from '@newsledger/events';
import { castFeatures } from '../features/castFeatures.ts';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import type { Suitor } from '../features/togetherFeatures.ts';
import { probabilities } from '../scores/choiceModel.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { possibleSets } from './castSets.ts';
import { chanceOf, type DealModels } from './dealModels.ts';
import { rolesOf } from './dealTypes.ts';
import type { PartyChances } from './findTellings.ts';

/** Somebody in a role, with the chance of taking part. */
export interface CastMember {
  readonly party: PartyChances;
  readonly role: DealRole;
  readonly chance: number;
}

/** Who may take part in a deal. */
export interface Cast {
  /** Likeliest first. */
  readonly members: readonly CastMember[];
  /** Who takes part most probably: these and nobody else. */
  readonly likeliest: ChosenSet;
  /** Enough of them that all who take part are probably among them. */
  readonly wide: ChosenSet;
}

/** Some of those who may take part. */
interface ChosenSet {
  readonly members: readonly CastMember[];
  /** The chance that they take part and nobody else does. */
  readonly chance: number;
  /** The chance that all who take part are among them. */
  readonly allNamed: number;
}

/** What each further name must add to the chance that all parties are named. Chosen by cross-validation. */
const COST_OF_NAME = 0.15;

/** Everybody in their likeliest role, each beside the others; likeliest first. */
export function suitorsOf(parties: readonly PartyChances[], type: DealType, models: DealModels): Suitor[] {
  return parties
    .map((party) => {
      const best = party.roles.reduce((a, b) => (b.chance > a.chance ? b : a));
      const bag = new FeatureBag();
      castFeatures(parties, party, best.role, type, bag);
      return { party, role: best.role, chance: chanceOf(models.cast, bag) };
    })
    .sort((a, b) => b.chance - a.chance);
}

/** Who takes part in a deal, all considered together: the chance of each possible set of them. */
export function castOf(parties: readonly PartyChances[], type: DealType, places: readonly SentenceOfText[], models: DealModels): Cast {
  const suitors = suitorsOf(parties, type, models);
  const sets = possibleSets(suitors, parties, places, type);
  const chances = probabilities(
    sets.map(({ bags }) => bags.reduce((sum, bag) => sum + bag.scoreBy(models.together, null), 0)),
    models.together.scale,
  );
  const inSets = new Map<Suitor, number>();
  for (const [index, { suitors: own }] of sets.entries())
    for (const suitor of own) inSets.set(suitor, (inSets.get(suitor) ?? 0) + (chances[index] ?? 0));
  const memberOf = (suitor: Suitor): CastMember => ({ ...suitor, chance: Math.min(inSets.get(suitor) ?? 0, 1) });
  const allNamed = sets.map(({ mask }) => sets.reduce((sum, other, i) => ((other.mask & ~mask) === 0 ? sum + (chances[i] ?? 0) : sum), 0));
  const chosen = (index: number): ChosenSet => ({
    members: onBothSides((sets[index]?.suitors ?? []).map(memberOf).sort(byChance), type),
    chance: chances[index] ?? 0,
    allNamed: allNamed[index] ?? 0,
  });
  return {
    members: suitors.map(memberOf).sort(byChance),
    likeliest: chosen(indexOfMost(chances)),
    wide: chosen(indexOfMost(allNamed.map((chance, index) => chance - COST_OF_NAME * (sets[index]?.suitors.length ?? 0)))),
  };
}

function byChance(a: CastMember, b: CastMember): number {
  return b.chance - a.chance;
}

/** -1 of none. */
function indexOfMost(values: readonly number[]): number {
  let best = -1;
  for (const [index, value] of values.entries()) if (best < 0 || value > (values[best] ?? 0)) best = index;
  return best;
}

/** How likely somebody must be in the other part, beside how likely in the one that all play. */
const LEAST_LEANING = 0.1;

/** A contract of two customers is none: where all play one part, whoever is likeliest in the other part plays that, unless nobody is. */
function onBothSides(chosen: readonly CastMember[], type: DealType): CastMember[] {
  const [one, other] = rolesOf[type];
  const [first] = chosen;
  if (one === undefined || other === undefined || first === undefined || chosen.length < 2) return [...chosen];
  if (chosen.some(({ role }) => role !== first.role)) return [...chosen];
  const missing = first.role === one ? other : first.role === other ? one : null;
  if (missing === null) return [...chosen];
  const leaning = ({ party }: CastMember): number => chanceIn(party, missing) / (chanceIn(party, first.role) || 1);
  const changed = chosen.reduce((a, b) => (leaning(b) > leaning(a) ? b : a));
  if (leaning(changed) < LEAST_LEANING) return [...chosen];
  return chosen.map((member) => (member === changed ? { ...member, role: missing } : member));
}

function chanceIn({ roles }: PartyChances, role: DealRole): number {
  return roles.find((answer) => answer.role === role)?.chance ?? 0;
}
