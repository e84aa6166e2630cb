import type { DealType } from '@newsledger/events';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import { besideFeatures, memberFeatures, type Suitor, setFeatures, standing } from '../features/togetherFeatures.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import type { PartyChances } from './findTellings.ts';

/** Whoever is less likely to take part is in no set. */
const LEAST = 0.03;
/** Of so many, likeliest first, every set is considered. */
const MOST = 6;
/** Whoever comes behind them, as in a long list of investors, is in all sets or in none. */
const LEAST_BEHIND = 0.5;

/** Some of those who may take part in a deal, and what speaks for its being all of them. */
export interface PossibleSet {
  readonly suitors: readonly Suitor[];
  /** Of the likeliest, who is in it: a bit for each. */
  readonly mask: number;
  readonly bags: readonly FeatureBag[];
}

/** Every set of those who may take part in a deal, the likeliest of them alone first. @param suitors likeliest first. */
export function possibleSets(
  suitors: readonly Suitor[],
  parties: readonly PartyChances[],
  places: readonly SentenceOfText[],
  type: DealType,
): PossibleSet[] {
  const considered = suitors.filter(({ chance }) => chance >= LEAST);
  const top = considered.slice(0, MOST);
  const behind = considered.slice(MOST).filter(({ chance }) => chance >= LEAST_BEHIND);
  const members = top.map((suitor) => filled((bag) => memberFeatures(parties, suitor, type, bag)));
  const pairs = top.flatMap((a, i) =>
    top.slice(0, i).map((b, j) => {
      const stand = standing(a.party.candidate, b.party.candidate, places);
      return {
        either: (1 << i) | (1 << j),
        both: filled((bag) => besideFeatures(a, b, stand, true, type, bag)),
        one: filled((bag) => besideFeatures(a, b, stand, false, type, bag)),
      };
    }),
  );
  return Array.from({ length: (1 << top.length) - 1 }, (_, index) => {
    const mask = index + 1;
    const set = [...top.filter((_suitor, i) => (mask & (1 << i)) !== 0), ...behind];
    return {
      suitors: set,
      mask,
      bags: [
        ...members.filter((_bag, i) => (mask & (1 << i)) !== 0),
        ...pairs.flatMap(({ either, both, one }) => ((mask & either) === either ? [both] : (mask & either) === 0 ? [] : [one])),
        filled((bag) => setFeatures(set, considered, places, type, bag)),
      ],
    };
  });
}

function filled(fill: (bag: FeatureBag) => void): FeatureBag {
  const bag = new FeatureBag();
  fill(bag);
  return bag;
}
