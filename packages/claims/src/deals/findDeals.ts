import { certaintyFeatures, type WholeDeal } from '../features/certaintyFeatures.ts';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { type CastMember, castOf } from './castDeal.ts';
import { announcedOn, termOf } from './datesOfDeal.ts';
import { chanceOf, type DealModels } from './dealModels.ts';
import type { DealReading } from './dealReading.ts';
import { dealTypes } from './dealTypes.ts';
import { filedDeals } from './filedDeals.ts';
import { findTellings, type PartyChances, partiesOfAll, type Telling } from './findTellings.ts';
import type { FoundDeal, FoundParty, ItemPlace } from './foundDeal.ts';
import { joinTellings } from './joinTellings.ts';
import { partsOfTelling } from './partsOfTelling.ts';
import { specificParties } from './specificParties.ts';
import { statusOf } from './statusOfDeal.ts';
import { worthOf } from './worthOfDeal.ts';

/** Tellings of one deal, with its type and whoever may be its parties. */
export interface DealCandidate {
  readonly type: FoundDeal['type'];
  readonly tellings: readonly Telling[];
  readonly places: readonly SentenceOfText[];
  readonly parties: readonly PartyChances[];
}

/** Every deal of a text that is certain enough, by first telling. Pure. */
export function findDeals(reading: DealReading, models: DealModels, leastCertainty = LEAST_CERTAINTY): FoundDeal[] {
  const filed = filedDeals(reading);
  const open = { ...reading, sentences: reading.sentences.filter((place) => !filed.settled.has(place)) };
  const candidates = dealsOfTellings(findTellings(open, models), models);
  const learned = candidates
    .flatMap((candidate) => wholeDeals(candidate, candidates.length, reading, models))
    .filter((deal) => deal.parties.length > 0 && deal.certainty >= leastCertainty && !filed.deals.some((known) => isWithin(deal, known)));
  return [
    ...filed.deals,
    ...learned.filter((deal) => !learned.some((other) => other !== deal && tellsTheSame(other, deal) && outweighs(other, deal, learned))),
  ];
}

/** One sentence was read as two types of deal between the same parties; one of them is right. */
function tellsTheSame(a: FoundDeal, b: FoundDeal): boolean {
  return (
    a.parties.length === b.parties.length &&
    a.parties.every(({ key }) => b.parties.some((party) => party.key === key)) &&
    a.tellings.some((sentence) => b.tellings.includes(sentence))
  );
}

/** The more certain stays; of equals the first. */
function outweighs(a: FoundDeal, b: FoundDeal, all: readonly FoundDeal[]): boolean {
  return a.certainty > b.certainty || (a.certainty === b.certainty && all.indexOf(a) < all.indexOf(b));
}

/** What the rest of a filing says of a deal that it told in set words. */
function isWithin({ parties, tellings }: FoundDeal, known: FoundDeal): boolean {
  const last = known.tellings.at(-1);
  const isNear = last !== undefined && tellings.every(({ index }) => index > last.index);
  return isNear && parties.every(({ entity }) => known.parties.some((party) => party.entity === entity));
}

/** Chosen by cross-validation for the best F1 of type, parties and value. */
const LEAST_CERTAINTY = 0.2;

/** Deals that the text may tell, before anything but their type is chosen. */
export function dealsOfTellings(found: readonly Telling[], models: DealModels): DealCandidate[] {
  return joinTellings(found, models)
    .map((tellings) => {
      const type = typeOf(tellings);
      const places = [...new Set(tellings.map(({ place }) => place))].sort((a, b) => a.sentence.index - b.sentence.index);
      return { type, tellings, places, parties: partiesOfAll(tellings, type) };
    })
    .sort((a, b) => (a.places[0]?.sentence.index ?? 0) - (b.places[0]?.sentence.index ?? 0));
}

/** The type that is likeliest over all tellings. */
function typeOf(tellings: readonly Telling[]): FoundDeal['type'] {
  const seen = new Set<SentenceOfText>();
  const sums = dealTypes.map(() => 0);
  for (const { place, typeChances } of tellings) {
    if (seen.has(place)) continue;
    seen.add(place);
    for (const [index, chance] of typeChances.entries()) sums[index] = (sums[index] ?? 0) + chance;
  }
  const allowed = new Set(tellings.map(({ type }) => type));
  let best: FoundDeal['type'] | null = null;
  let most = -1;
  for (const [index, type] of dealTypes.entries())
    if (allowed.has(type) && (sums[index] ?? 0) > most) [best, most] = [type, sums[index] ?? 0];
  return best ?? 'partnership';
}

/** All that is chosen of the deals that some tellings tell; mostly they tell one. */
function wholeDeals(candidate: DealCandidate, deals: number, reading: DealReading, models: DealModels): FoundDeal[] {
  const { type, places } = candidate;
  const sentences = places.map(({ sentence }) => sentence);
  return chooseWhole(candidate, deals, reading, models).map(({ wide, likeliest, worth }) => {
    const certaintyOf = ({ whole }: ChosenParties): number => {
      const bag = new FeatureBag();
      certaintyFeatures(whole, bag);
      return chanceOf(models.certainty, bag);
    };
    const sure = certaintyOf(likeliest);
    const { members } = sure >= CERTAIN ? likeliest : wide;
    return {
      type,
      status: statusOf(places, type, models),
      parties: specificParties(
        members.map((member) => partyOf(member, places)),
        sentences,
      ),
      value: worth,
      term: termOf(sentences, type),
      announcedOn: announcedOn(sentences),
      evidence: evidenceOf(candidate, members),
      tellings: sentences,
      certainty: sure >= CERTAIN ? sure : Math.min(certaintyOf(wide), JUST_UNCERTAIN),
    };
  });
}

/**
 * So certain a deal takes part in the tables, where a party too many makes it another deal. So it must be as certain with those alone who take
 * part most probably; otherwise everybody is named who may, and it stays below.
 */
const CERTAIN = 0.65;
const JUST_UNCERTAIN = 0.64;

interface DealChoice {
  /** Those among whom all parties are, as far as can be told. */
  readonly wide: ChosenParties;
  /** Those who take part most probably. */
  readonly likeliest: ChosenParties;
  readonly worth: ItemPlace | null;
}

/** Some who may take part in a deal, and all that its certainty with them goes by. */
interface ChosenParties {
  readonly members: readonly CastMember[];
  readonly whole: WholeDeal;
}

/** Parties and value of each deal that some tellings tell, and all that certainty goes by. */
export function chooseWhole(
  { type, tellings, places, parties }: DealCandidate,
  deals: number,
  reading: DealReading,
  models: DealModels,
): DealChoice[] {
  const cast = castOf(parties, type, places, models);
  return partsOfTelling(cast.wide.members, type, places).map(({ members, amounts, isOneOfSeveral }) => {
    const { worth, chance } = worthOf(amounts, type, models);
    const chosen = (who: readonly CastMember[], allNamed: number): ChosenParties => ({
      members: who,
      whole: {
        type,
        tellings: places.map((place) => {
          const telling = tellings.find((one) => one.place === place);
          return {
            anyChance: telling?.anyChance ?? 0,
            chance: telling?.typeChances[dealTypes.indexOf(type)] ?? 0,
            headline: place.sentence.headline,
          };
        }),
        partyChances: who.map((member) => member.chance),
        leftOut: cast.members.find(({ party }) => who.every((member) => member.party !== party))?.chance ?? 0,
        allNamed,
        likeliest: cast.likeliest.chance,
        isOneOfSeveral,
        value: worth === null ? null : 1,
        valueChance: chance,
        deals,
        sentences: reading.document.sentences.length,
      },
    });
    const wide = chosen(members, isOneOfSeveral ? (members[0]?.chance ?? 0) : cast.wide.allNamed);
    return {
      worth: worth === null ? null : { sentence: worth.place.sentence, at: worth.at },
      wide,
      likeliest: isOneOfSeveral ? wide : chosen(cast.likeliest.members, cast.likeliest.allNamed),
    };
  });
}

function partyOf({ party: { candidate }, role, chance }: CastMember, places: readonly SentenceOfText[]): FoundParty {
  const told = candidate.places.find((place) => places.some(({ sentence }) => sentence === place.sentence)) ?? candidate.places[0];
  const fallback = places[0]?.sentence;
  const place =
    told !== undefined ? { sentence: told.sentence, at: told.from } : fallback === undefined ? null : { sentence: fallback, at: 0 };
  if (place === null) throw new Error('A deal has a telling.');
  return { role, entity: candidate.entity, key: candidate.key, place, chance };
}

/** The telling that names most of the parties, in the body rather than in the title. */
function evidenceOf({ places, type }: DealCandidate, chosen: readonly CastMember[]): ItemPlace {
  let best: SentenceOfText | undefined;
  let most = -1;
  for (const place of places) {
    const named = chosen.filter(({ party }) => place.keys.has(party.candidate.key)).length * 2 + (place.sentence.headline ? 0 : 1);
    if (named > most) [best, most] = [place, named];
  }
  if (best === undefined) throw new Error('A deal has a telling.');
  const sign = best.signs.find((one) => one.type === type) ?? best.signs[0];
  return { sentence: best.sentence, at: sign?.at ?? 0 };
}
