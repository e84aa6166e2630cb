import type { DealRole } from '@newsledger/events';
import { suitorsOf } from '../deals/castDeal.ts';
import { possibleSets } from '../deals/castSets.ts';
import { type DealModels, dealStatuses, type Question, whether, whichRole, whichStatus, whichType } from '../deals/dealModels.ts';
import { dealTypes, mayBeSameType, rolesOf } from '../deals/dealTypes.ts';
import { chooseWhole, type DealCandidate } from '../deals/findDeals.ts';
import { candidatesNear, mayTell, type Telling } from '../deals/findTellings.ts';
import { amountsIn, whichWorth } from '../deals/worthOfDeal.ts';
import { castFeatures } from '../features/castFeatures.ts';
import { certaintyFeatures } from '../features/certaintyFeatures.ts';
import { dealStatusFeatures } from '../features/dealStatusFeatures.ts';
import { joinFeatures } from '../features/joinFeatures.ts';
import { partyFeatures } from '../features/partyFeatures.ts';
import { type SentenceOfText, tellingFeatures } from '../features/tellingFeatures.ts';
import type { Suitor } from '../features/togetherFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { Decision } from './choices.ts';
import { eitherType, isWorth, namesAll } from './dealMatch.ts';
import type { LabelledDealReading } from './labelledDeals.ts';
import type { LabelledDeal } from './labelledText.ts';
import { sameName } from './sameName.ts';

/** A text with what models that never saw it found there. */
interface HeldOut {
  readonly text: LabelledDealReading;
  readonly models: DealModels;
  readonly candidates: readonly DealCandidate[];
}

/** Of the deals that a text tells there are few: none of them counts several times. */
export function countsOf({ text }: LabelledDealReading): number {
  return Math.min(1, text.counts ?? 1);
}

export function counting(decisions: readonly Decision[], times: number): Decision[] {
  return decisions.map((one) => ({ ...one, weight: (one.weight ?? 1) * times }));
}

/** Each sentence that the models look at, and the types of what it tells. */
export function tellingDecisions({ reading, told }: LabelledDealReading): Decision[] {
  return reading.sentences.flatMap((place, index) => {
    if (!mayTell(place)) return [];
    const types = new Set((told[index] ?? []).map(({ type }) => type));
    const bag = new FeatureBag();
    tellingFeatures(place, bag);
    const [none = [], ...answers] = whichType(bag).answers();
    return [
      {
        candidates: [
          { ids: none, right: types.size === 0 },
          ...answers.map((ids, of) => ({ ids, right: types.has(dealTypes[of] ?? 'partnership') })),
        ],
      },
    ];
  });
}

/** Everybody around each telling of each labelled deal. */
export function partyDecisions(text: LabelledDealReading): Decision[] {
  return text.text.deals.flatMap((deal) => {
    const tellings = tellingsOf(text, deal);
    return tellings.flatMap((telling) => rolesIn(text, deal, telling, 1 / Math.sqrt(tellings.length)));
  });
}

function tellingsOf({ reading, told }: LabelledDealReading, deal: LabelledDeal): SentenceOfText[] {
  return reading.sentences.filter(({ sentence }) => told[sentence.index]?.includes(deal) === true);
}

function rolesIn({ reading }: LabelledDealReading, deal: LabelledDeal, place: SentenceOfText, weight: number): Decision[] {
  const told = { sentence: place.sentence, signs: place.signs, names: place.keys.size };
  const { type } = deal;
  return candidatesNear(reading, place).map((candidate) => {
    const role = roleIn(deal, candidate.entity);
    const bag = new FeatureBag();
    const syntax = partyFeatures(candidate, told, type, bag);
    const [none = [], ...answers] = whichRole(bag, syntax, type).answers();
    return {
      candidates: [{ ids: none, right: role === null }, ...answers.map((ids, of) => ({ ids, right: rolesOf[type][of] === role }))],
      weight,
    };
  });
}

/** The role that a label gives somebody; null for none, or one that its type doesn't have. */
function roleIn({ type, parties }: LabelledDeal, entity: string): DealRole | null {
  const role = parties.find(({ name }) => sameName(name, entity))?.role ?? null;
  return role !== null && rolesOf[type].includes(role) ? role : null;
}

export function valueDecisions(text: LabelledDealReading): Decision[] {
  return text.text.deals.flatMap((deal) => {
    const amounts = amountsIn(tellingsOf(text, deal));
    if (amounts.length === 0) return [];
    const [none = [], ...answers] = whichWorth(amounts, deal.type).answers();
    return [
      {
        candidates: [
          { ids: none, right: isWorth(deal, null) },
          ...answers.map((ids, index) => ({ ids, right: isWorth(deal, amounts[index]?.quantity ?? null) })),
        ],
      },
    ];
  });
}

export function statusDecisions(text: LabelledDealReading): Decision[] {
  return text.text.deals.flatMap((deal) => {
    const tellings = tellingsOf(text, deal);
    if (tellings.length === 0) return [];
    const bag = new FeatureBag();
    dealStatusFeatures(tellings, deal.type, bag);
    return [
      {
        candidates: whichStatus(bag)
          .answers()
          .map((ids, of) => ({ ids, right: dealStatuses[of] === deal.status })),
      },
    ];
  });
}

/** Pairs of tellings that labels have: are they of one deal. */
export function joinDecisions({
  text,
  tellings,
}: {
  readonly text: LabelledDealReading;
  readonly tellings: readonly Telling[];
}): Decision[] {
  const labelled = tellings.filter(({ place, type }) => text.told[place.sentence.index]?.some((deal) => eitherType(deal.type, type)));
  const decisions = labelled.flatMap((later, index) =>
    labelled.slice(0, index).flatMap((earlier) => {
      if (!mayBeSameType(earlier.type, later.type)) return [];
      const bag = new FeatureBag();
      joinFeatures(earlier, later, tellings.length, bag);
      const theirs = text.told[later.place.sentence.index] ?? [];
      return [yesOrNo(whether(bag), text.told[earlier.place.sentence.index]?.some((deal) => theirs.includes(deal)) === true)];
    }),
  );
  return counting(decisions, countsOf(text));
}

/** Of each deal that was found, and that a label has: who of those that may be its parties are. */
export function castDecisions({ text, models, candidates }: HeldOut): Decision[] {
  const decisions = candidates.flatMap(({ type, places, parties }) => {
    const label = labelOf(text, type, places);
    if (label === null) return [];
    return suitorsOf(parties, type, models).map(({ party, role }) => {
      const bag = new FeatureBag();
      castFeatures(parties, party, role, type, bag);
      const isIn = label.parties.some(({ name }) => sameName(name, party.candidate.entity));
      return yesOrNo(whether(bag), isIn);
    });
  });
  return counting(decisions, countsOf(text));
}

/** Of each deal that was found, and that a label has: which set of those that may be its parties names most of them, and fewest others. */
export function setDecisions({ text, models, candidates }: HeldOut): Decision[] {
  const decisions = candidates.flatMap(({ type, places, parties }) => {
    const label = labelOf(text, type, places);
    if (label === null) return [];
    const sets = possibleSets(suitorsOf(parties, type, models), parties, places, type);
    const fits = sets.map(({ suitors }) => howWellItFits(label, suitors));
    const best = Math.max(0, ...fits);
    return best === 0
      ? []
      : [{ candidates: sets.map(({ bags }, index) => ({ ids: bags.flatMap(({ ids }) => ids), right: fits[index] === best })) }];
  });
  return counting(decisions, countsOf(text));
}

/** Each party that is named counts more than all who are none; 0 and less when none is. */
function howWellItFits({ parties }: LabelledDeal, suitors: readonly Suitor[]): number {
  const isOne = ({ party }: Suitor, name: string): boolean => sameName(name, party.candidate.entity);
  const named = parties.filter(({ name }) => suitors.some((suitor) => isOne(suitor, name))).length;
  const others = suitors.filter((suitor) => !parties.some(({ name }) => isOne(suitor, name))).length;
  return named === 0 ? 0 : named * 100 - others;
}

/** The labelled deal that shares most tellings with what was found. */
function labelOf({ text, told }: LabelledDealReading, type: DealCandidate['type'], places: readonly SentenceOfText[]): LabelledDeal | null {
  let best: LabelledDeal | null = null;
  let most = 0;
  for (const deal of text.deals) {
    if (!eitherType(deal.type, type)) continue;
    const shared = places.filter(({ sentence }) => told[sentence.index]?.includes(deal) === true).length;
    if (shared > most) [best, most] = [deal, shared];
  }
  return best;
}

/** Of each deal that was found, with all who may be its parties and with the likeliest: is it right in type, parties and value. A label is found once. */
export function certaintyDecisions({ text, models, candidates }: HeldOut): Decision[] {
  const choices = candidates.flatMap((candidate) => chooseWhole(candidate, candidates.length, text.reading, models));
  const judged = (by: 'wide' | 'likeliest'): Decision[] => {
    const open = new Set(text.text.deals);
    return choices.flatMap(({ worth, [by]: { members, whole } }) => {
      if (members.length === 0) return [];
      const names = members.map(({ party }) => party.candidate.entity);
      const item = worth?.sentence.items[worth.at];
      const quantity = item?.kind === 'quantity' ? item.quantity : null;
      const label = [...open].find((deal) => eitherType(deal.type, whole.type) && namesAll(deal, names) && isWorth(deal, quantity));
      if (label !== undefined) open.delete(label);
      const bag = new FeatureBag();
      certaintyFeatures(whole, bag);
      return [yesOrNo(whether(bag), label !== undefined)];
    });
  };
  return counting([...judged('wide'), ...judged('likeliest')], countsOf(text) / 2);
}

function yesOrNo(question: Question, isRight: boolean): Decision {
  const [no = [], yes = []] = question.answers();
  return {
    candidates: [
      { ids: no, right: !isRight },
      { ids: yes, right: isRight },
    ],
  };
}
