import type { DealType } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { FeatureBag } from '../scores/featureBag.ts';
import { isBoundary, wordsOf } from '../text/itemQueries.ts';
import { plainSymbol } from './plainWords.ts';
import type { SentenceOfText } from './tellingFeatures.ts';

/** An amount of money in a sentence that tells a deal. */
export interface Worth {
  readonly place: SentenceOfText;
  readonly at: number;
  readonly quantity: Quantity;
}

/** What speaks for an amount's being what the deal is worth: `raised $40 million`, but not `valued at $2 billion` or `$40 a share`. */
export function valueFeatures({ place, at, quantity }: Worth, type: DealType, among: readonly Worth[], bag: FeatureBag): void {
  const { sentence, signs } = place;
  const { items } = sentence;
  for (let step = 1; step <= 5; step++) {
    bag.add(step <= 2 ? `word ${step} before` : 'word before', plainSymbol(items[at - step]));
    bag.add(step <= 2 ? `word ${step} behind` : 'word behind', plainSymbol(items[at + step]));
  }
  bag.add('before', `${plainSymbol(items[at - 2])} ${plainSymbol(items[at - 1])}`);
  bag.add('behind', `${plainSymbol(items[at + 1])} ${plainSymbol(items[at + 2])}`);
  bag.add('beside', `${plainSymbol(items[at - 1])} ${plainSymbol(items[at + 1])}`);
  bag.add('per', quantity.per ?? 'none');
  bag.add('hedge', quantity.hedge);
  const size = Math.abs(Number(quantity.value ?? quantity.high ?? quantity.low ?? 0));
  bag.add(
    'size',
    size < 1000
      ? 'small'
      : size < 1e6
        ? 'thousands'
        : size < 1e8
          ? 'millions'
          : size < 1e9
            ? '100 millions'
            : size < 1e11
              ? 'billions'
              : 'huge',
  );
  let least = 99;
  let word = '';
  let side = '';
  for (const sign of signs) {
    if (sign.type !== type) continue;
    const distance = Math.abs(sign.at - at);
    if (distance < least) [least, word, side] = [distance, plainSymbol(items[sign.at]), sign.at < at ? 'behind' : 'before'];
  }
  bag.add('sign near', `${side} ${least > 20 ? 'far' : least > 8 ? '9-20' : least > 4 ? '5-8' : least}`);
  bag.add('sign word', `${side} ${word}`);
  if (side !== '') {
    const [left, right] = side === 'behind' ? [at - least, at] : [at, at + least];
    let edges = 0;
    for (let i = left + 1; i < right; i++) if (isBoundary(items, i)) edges++;
    bag.add('clause between', `${side} ${Math.min(edges, 1)}`);
  }
  const words = wordsOf(items, at - 8, at + 6);
  for (const [cue, pattern] of CUES) if (pattern.test(words)) bag.add('cue', cue);
  const here = among.filter((other) => other.place === place);
  bag.add('of amounts in sentence', `${here.findIndex((other) => other.at === at)} of ${Math.min(4, here.length)}`);
  bag.add('alone', among.length === 1);
  const again = among.filter(
    (other) => other.place !== place && other.quantity.value !== null && other.quantity.value === quantity.value,
  ).length;
  bag.add('told again', Math.min(2, again));
  bag.add('in title', sentence.headline);
  bag.add('largest', !among.some((other) => Number(other.quantity.value ?? 0) > size));
  bag.across(0, type);
}

/** What speaks for a deal's having no value in the text. */
export function noValueFeatures(type: DealType, among: readonly Worth[], bag: FeatureBag): void {
  bag.add('no value', Math.min(4, among.length));
  bag.across(0, type);
}

const CUES: readonly (readonly [string, RegExp])[] = [
  ['worth', /\bworth\b|\bvalued at\b|\bdeal valued\b/],
  ['valuation', /\bvaluation\b|\bvalu(?:es|ing|ed) (?:it|the (?:company|firm|start-?up|business)|\S+) at\b|\bpost-money\b/],
  ['total', /\btotal\b|\bto date\b|\bso far\b|\baltogether\b/],
  ['results', /\brevenues?\b|\bsales of\b|\bprofits?\b|\bearnings\b|\bincome\b/],
  ['debt', /\bincluding debt\b|\bdebt\b/],
  ['share', /\bper share\b|\ba share\b|\bshare price\b/],
  ['market', /\bmarket (?:cap\w*|value)\b/],
  ['cash', /\bin cash\b|\bcash and stock\b/],
  ['stake', /\bstake\b|\b% (?:stake|interest)\b/],
  ['raised', /\brais\w+\b|\bround\b|\bfunding\b/],
  ['paid', /\bpa(?:y|id|ys)\b|\bfor\b|\bspen[dt]\b/],
  ['under', /\bassets under management\b|\bfunds? of\b/],
];
