import type { DealRole, DealType } from '@newsledger/events';
import { type PartyCandidate, partyFeatures } from '../features/partyFeatures.ts';
import { type SentenceOfText, tellingFeatures } from '../features/tellingFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { chances, type DealModels, whichRole, whichType } from './dealModels.ts';
import type { DealReading } from './dealReading.ts';
import { dealTypes, rolesOf } from './dealTypes.ts';

/** How likely somebody plays each role in a deal, in the order of `rolesOf` its type. */
export interface PartyChances {
  readonly candidate: PartyCandidate;
  readonly roles: readonly { readonly role: DealRole; readonly chance: number }[];
  /** Of playing any. */
  readonly chance: number;
  /** The share of the tellings that name or mean this one. */
  readonly inside: number;
}

/** A sentence that may tell a deal. */
export interface Telling {
  readonly place: SentenceOfText;
  readonly type: DealType;
  /** Of telling one of this type. */
  readonly chance: number;
  /** Of telling one of any type. */
  readonly anyChance: number;
  readonly typeChances: readonly number[];
  /** Whoever may be its party, likeliest first. */
  readonly parties: readonly PartyChances[];
}

/** Sentences less likely to tell a deal are looked at no further. */
const LEAST_CHANCE = 0.12;
/** A second type of the same sentence must be this likely. */
const LEAST_SECOND = 0.25;
/** Who is less likely a party is left out of account. */
const LEAST_PARTY = 0.05;

/** Whether the models look at a sentence: one with a sign of a deal, and the title. */
export function mayTell({ sentence, signs }: SentenceOfText): boolean {
  return !sentence.boilerplate && sentence.items.length > 0 && (signs.length > 0 || sentence.headline);
}

/** Sentences that may tell a deal, with the types that they may tell and whoever may take part. */
export function findTellings(reading: DealReading, models: DealModels): Telling[] {
  return reading.sentences.flatMap((place) => {
    if (!mayTell(place)) return [];
    const bag = new FeatureBag();
    tellingFeatures(place, bag);
    const [none = 1, ...typeChances] = chances(models.telling, whichType(bag));
    if (1 - none < LEAST_CHANCE) return [];
    const top = Math.max(...typeChances);
    return dealTypes.flatMap((type, index) => {
      const chance = typeChances[index] ?? 0;
      if (chance < top && chance < LEAST_SECOND) return [];
      return [{ place, type, chance, anyChance: 1 - none, typeChances, parties: partiesOf(reading, place, type, models) }];
    });
  });
}

/** Whoever may be a party of a deal that a sentence tells, likeliest first. */
function partiesOf(reading: DealReading, place: SentenceOfText, type: DealType, models: DealModels): PartyChances[] {
  const told = { sentence: place.sentence, signs: place.signs, names: place.keys.size };
  const found: PartyChances[] = [];
  for (const candidate of candidatesNear(reading, place)) {
    const bag = new FeatureBag();
    const syntax = partyFeatures(candidate, told, type, bag);
    const [none = 1, ...of] = chances(models.party, whichRole(bag, syntax, type));
    if (1 - none < LEAST_PARTY) continue;
    found.push({
      candidate,
      roles: rolesOf[type].map((role, index) => ({ role, chance: of[index] ?? 0 })),
      chance: 1 - none,
      inside: place.keys.has(candidate.key) ? 1 : 0,
    });
  }
  return found.sort((a, b) => b.chance - a.chance);
}

/** How far from a telling its parties are looked for, besides those that the text names most. */
const REACH = 4;
const MOST_NAMED = 4;

/** Everybody who may be a party of a deal that a sentence tells: of the sentence and those around, of the title, and whom the text is about. */
export function candidatesNear({ candidates, namedIn, document }: DealReading, { sentence: { index } }: SentenceOfText): PartyCandidate[] {
  const near = new Set<PartyCandidate>();
  const title = document.sentences[0]?.headline === true ? (namedIn[0] ?? []) : [];
  for (const candidate of title) near.add(candidate);
  for (const named of namedIn.slice(Math.max(0, index - REACH), index + REACH + 1)) for (const candidate of named) near.add(candidate);
  for (const candidate of candidates) if (candidate.rank < MOST_NAMED) near.add(candidate);
  return [...near];
}

/** The parties of all tellings of a deal together: who is a likely party in one is one, whoever stands in none less so. */
export function partiesOfAll(tellings: readonly Telling[], type: DealType): PartyChances[] {
  const own = tellings.filter((telling) => telling.type === type);
  const among = own.length > 0 ? own : tellings;
  const byKey = new Map<string, PartyChances[]>();
  for (const { parties } of among)
    for (const party of parties) byKey.set(party.candidate.key, [...(byKey.get(party.candidate.key) ?? []), party]);
  return [...byKey.values()]
    .flatMap((places) => {
      const [first] = places;
      if (first === undefined) return [];
      const inside = places.filter((place) => place.inside > 0);
      const of = inside.length > 0 ? inside : places;
      const roles = rolesOf[type].map((role) => ({
        role,
        chance: Math.max(...of.map((place) => place.roles.find((one) => one.role === role)?.chance ?? 0)),
      }));
      return [
        { candidate: first.candidate, roles, chance: Math.max(...of.map(({ chance }) => chance)), inside: inside.length / among.length },
      ];
    })
    .sort((a, b) => b.chance - a.chance);
}
