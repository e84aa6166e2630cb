import type { Quantity } from '@newsledger/quantities';
import { chooseMeasure } from '../figures/chooseMeasure.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { clauseAround, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { stemOf, symbolOf } from './words.ts';

export interface FigurePlace {
  readonly sentence: ReadSentence;
  readonly at: number;
  readonly quantity: Quantity;
}

export function measureFeatures({ sentence, at, quantity }: FigurePlace, bag: FeatureBag): void {
  const { items } = sentence;
  amountFeatures(quantity, items, at, bag);
  windowFeatures(items, at, bag);
  clauseFeatures(items, at, bag);
  neighbourFeatures(items, at, bag);
  layoutFeatures(sentence, at, bag);
  cueFeatures(items, at, bag);
}

function amountFeatures(quantity: Quantity, items: readonly Item[], at: number, bag: FeatureBag): void {
  const { kind, unit, per, hedge, change, noun } = quantity;
  bag.add('kind', kind);
  bag.add('unit', unit);
  bag.add('hedge', hedge);
  bag.add('change', change ?? 'none');
  bag.add('per', per ?? 'none');
  const size = Math.abs(Number(quantity.value ?? quantity.high ?? quantity.low ?? 0));
  bag.add('size', `${kind} ${size === 0 ? 'zero' : Math.floor(Math.log10(size))}`);
  bag.add('digits', quantity.significantDigits);
  bag.add('written', `${/\d/.test(quantity.text) ? 'digits' : 'words'} ${quantity.written.unit}`);
  bag.add('has decimals', /\d[.,]\d{1,2}(?!\d)/.test(quantity.text));
  if (noun !== null) {
    const words = noun.phrase.toLowerCase().split(/[\s-]+/);
    for (const word of words) bag.add('counted', stemOf(word));
    bag.add('counted head', stemOf(words.at(-1) ?? ''));
  }
  if (!/\d/.test(quantity.text)) bag.add('amount in words', quantity.text.toLowerCase().slice(0, 20));
  bag.add('year-like', /^(?:19|20)\d\d$/.test(quantity.text));
  bag.add('word before', symbolOf(items[at - 1]));
  bag.add('word after', symbolOf(items[at + 1]));
  bag.add('words before', `${symbolOf(items[at - 2])} ${symbolOf(items[at - 1])}`);
  bag.add('words after', `${symbolOf(items[at + 1])} ${symbolOf(items[at + 2])}`);
  bag.add('words around', `${symbolOf(items[at - 1])} ${symbolOf(items[at + 1])}`);
}

function windowFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  for (let i = Math.max(0, at - 6); i <= Math.min(items.length - 1, at + 6); i++) {
    if (i === at) continue;
    const symbol = symbolOf(items[i]);
    bag.add(i < at ? 'near before' : 'near after', symbol);
    const distance = Math.abs(i - at);
    if (distance <= 3) bag.add(i < at ? 'close before' : 'close after', symbol);
  }
}

function clauseFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  const [from, to] = clauseAround(items, at);
  let verb = '';
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item === undefined || i === at || item.kind !== 'word') continue;
    bag.add(i < at ? 'clause before' : 'clause behind', stemOf(item.lower));
    if (i < at && isVerbItem(item)) verb = stemOf(item.lower);
  }
  bag.add('verb before', verb);
  for (const item of items) if (item.kind === 'word' && item.lower.length > 3) bag.add('sentence word', stemOf(item.lower));
}

function neighbourFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  const before = items.findLastIndex((item, i) => i < at && item.kind === 'quantity');
  const after = items.findIndex((item, i) => i > at && item.kind === 'quantity');
  for (const [name, index] of [
    ['amount before', before],
    ['amount behind', after],
  ] as const) {
    const quantity = items[index]?.quantity;
    if (quantity == null) {
      bag.add(name, 'none');
      continue;
    }
    const far = Math.min(6, Math.abs(index - at));
    bag.add(name, `${quantity.kind} ${quantity.unit.length <= 3 ? quantity.unit : 'noun'}`);
    bag.add(`${name}, near`, `${quantity.kind} ${far}`);
    if (far <= 3) {
      const between = items.slice(Math.min(index, at) + 1, Math.max(index, at)).map(symbolOf);
      bag.add(`${name}, between`, between.join(' '));
    }
  }
}

function layoutFeatures(sentence: ReadSentence, at: number, bag: FeatureBag): void {
  const { items, text } = sentence;
  bag.add('in headline', sentence.headline);
  bag.add('in table', text.includes('|'));
  bag.add('in brackets', items[at - 1]?.text === '(' || items[at + 1]?.text === ')');
  bag.add('opens sentence', at === 0);
  bag.add('ends sentence', at >= items.length - 2);
  bag.add('sentence has verb', items.some(isVerbItem));
  bag.add('long sentence', items.length > 60);
  bag.add('bullet', /^[-*•]/.test(text));
}

function cueFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  const choice = chooseMeasure(items, at);
  bag.add('rules say', choice?.measure ?? 'no figure');
  bag.add('rule', choice?.because.rule ?? 'none');
  bag.add('cue', choice?.cue ?? 'none');
}
