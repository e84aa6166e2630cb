import { type Ground, groundAt } from '../explain/ground.ts';
import { dealStatusFeatures } from '../features/dealStatusFeatures.ts';
import { partyFeatures } from '../features/partyFeatures.ts';
import { type SentenceOfText, tellingFeatures } from '../features/tellingFeatures.ts';
import { valueFeatures } from '../features/valueFeatures.ts';
import type { ChoiceModel } from '../scores/choiceModel.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { chances, type DealModels, dealStatuses, whichRole, whichStatus, whichType } from './dealModels.ts';
import type { DealReading } from './dealReading.ts';
import { dealTypes, rolesOf } from './dealTypes.ts';
import { candidatesNear } from './findTellings.ts';
import type { FoundDeal, FoundParty } from './foundDeal.ts';
import { amountsIn } from './worthOfDeal.ts';

/** How many features, and how many of the candidates that lost, are told. */
const LOUDEST = 3;
const LOSERS = 3;

/** Why each field of a deal is what it is: what else was considered, and the three features that spoke loudest for it. */
export function explainDeal(deal: FoundDeal, reading: DealReading, models: DealModels): Readonly<Record<string, Ground | null>> {
  const place = reading.sentences[deal.evidence.sentence.index];
  if (place === undefined) return {};
  const { items } = deal.evidence.sentence;
  const places = reading.sentences.filter(({ sentence }) => deal.tellings.includes(sentence));
  return {
    type: groundAt(whyType(deal, place, models), items, deal.evidence.at),
    status: groundAt(whyStatus(deal, places, models), items, deal.evidence.at),
    ...Object.fromEntries(
      deal.parties.map((party, index) => [
        `parties.${index}`,
        groundAt(whyParty(deal, party, place, reading, models), party.place.sentence.items, party.place.at),
      ]),
    ),
    value: deal.value === null ? null : groundAt(whyValue(deal, places, models), deal.value.sentence.items, deal.value.at),
    termYears: deal.term === null ? null : groundAt('how long a telling says that it runs', deal.term.sentence.items, deal.term.at),
    announcedOn: deal.announcedOn?.because ?? null,
  };
}

function whyType({ type }: FoundDeal, place: SentenceOfText, { telling }: DealModels): string {
  const bag = new FeatureBag(true);
  tellingFeatures(place, bag);
  const question = whichType(bag);
  return told(
    ['no deal', ...dealTypes],
    chances(telling, question),
    dealTypes.indexOf(type) + 1,
    loudest(bag, question.answers()[dealTypes.indexOf(type) + 1] ?? [], telling),
  );
}

function whyStatus({ type, status }: FoundDeal, places: readonly SentenceOfText[], { status: model }: DealModels): string {
  if (status === 'denied') return 'words of denial';
  const bag = new FeatureBag(true);
  dealStatusFeatures(places, type, bag);
  const question = whichStatus(bag);
  const index = dealStatuses.indexOf(status);
  return told(dealStatuses, chances(model, question), index, loudest(bag, question.answers()[index] ?? [], model));
}

function whyParty(deal: FoundDeal, party: FoundParty, place: SentenceOfText, reading: DealReading, { party: model }: DealModels): string {
  const told = { sentence: place.sentence, signs: place.signs, names: place.keys.size };
  const role = rolesOf[deal.type].indexOf(party.role) + 1;
  const others: { readonly entity: string; readonly chance: number }[] = [];
  let words: readonly string[] = [];
  for (const candidate of candidatesNear(reading, place)) {
    const bag = new FeatureBag(true);
    const syntax = partyFeatures(candidate, told, deal.type, bag);
    const question = whichRole(bag, syntax, deal.type);
    if (candidate.key === party.key) words = loudestOfPairs(bag, question.answers()[role] ?? [], model);
    else others.push({ entity: candidate.entity, chance: chances(model, question)[role] ?? 0 });
  }
  others.sort((a, b) => b.chance - a.chance);
  const losers = others.slice(0, LOSERS).map(({ entity, chance }) => `${entity} ${chance.toFixed(2)}`);
  return reason(`${party.role} ${party.chance.toFixed(2)}`, losers, words);
}

function whyValue({ type, value }: FoundDeal, places: readonly SentenceOfText[], { value: model }: DealModels): string {
  const amounts = amountsIn(places);
  const chosen = amounts.find(({ place, at }) => place.sentence === value?.sentence && at === value.at);
  if (chosen === undefined) return 'amount of the deal';
  const bag = new FeatureBag(true);
  valueFeatures(chosen, type, amounts, bag);
  const losers = amounts.filter((amount) => amount !== chosen).slice(0, LOSERS);
  return reason(
    'value',
    losers.map(({ place, at }) => place.sentence.items[at]?.text ?? ''),
    loudest(bag, bag.ids, model),
  );
}

/** `agreed .71, likelier than announced .2: words in clause: agreed; …`. */
function told(names: readonly string[], each: readonly number[], winner: number, words: readonly string[]): string {
  const losers = names
    .map((name, index) => ({ name, chance: each[index] ?? 0, index }))
    .filter(({ index }) => index !== winner)
    .sort((a, b) => b.chance - a.chance)
    .slice(0, LOSERS)
    .map(({ name, chance }) => `${name} ${chance.toFixed(2)}`);
  return reason(`${names[winner] ?? ''} ${(each[winner] ?? 0).toFixed(2)}`, losers, words);
}

function reason(winner: string, losers: readonly string[], words: readonly string[]): string {
  return `${winner}${losers.length === 0 ? '' : `, likelier than ${losers.join(', ')}`}${words.length === 0 ? '' : `: ${words.join('; ')}`}`;
}

/** The features that add most to an answer whose ids are those of the bag, one by one. */
function loudest({ names }: FeatureBag, ids: ArrayLike<number>, { weightOf }: ChoiceModel): string[] {
  return loudestOf((names ?? []).map((name, index) => ({ name, weight: weightOf(ids[index] ?? 0) })));
}

/** The same for answers that hold two ids for each feature, behind one of their own. */
function loudestOfPairs({ names }: FeatureBag, ids: ArrayLike<number>, { weightOf }: ChoiceModel): string[] {
  return loudestOf(
    (names ?? []).map((name, index) => ({ name, weight: weightOf(ids[1 + 2 * index] ?? 0) + weightOf(ids[2 + 2 * index] ?? 0) })),
  );
}

function loudestOf(features: readonly { readonly name: string; readonly weight: number }[]): string[] {
  return features
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, LOUDEST)
    .map(({ name }) => name);
}
