import type { Quantity } from '@newsledger/quantities';
import type { FigurePlace } from '../candidates/reading.ts';
import { cueFeatures } from './cueFeatures.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { clauseAround, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { stemOf, symbolOf } from './words.ts';

export function measureFeatures({ sentence, at, quantity }: FigurePlace, bag: FeatureBag): void {
  const { items } = sentence;
  amountFeatures(quantity, items, at, bag);
  closeFeatures(items, at, bag);
  clauseFeatures(items, at, bag);
  neighbourFeatures(items, at, bag);
  layoutFeatures(sentence, at, bag);
  cueFeatures(items, at, quantity.kind, bag);
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
  bag.add('fine size', `${unit} ${size === 0 ? 'zero' : Math.floor(Math.log10(size) * 2)}`);
  bag.add('size and word behind', `${size === 0 ? 'zero' : Math.floor(Math.log10(size))} ${symbolOf(items[at + 1])}`);
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

function closeFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  for (let i = Math.max(0, at - 3); i <= Math.min(items.length - 1, at + 3); i++)
    if (i !== at) bag.add(i < at ? 'close before' : 'close after', symbolOf(items[i]));
}

const STOP = /^(?:the|a|an|of|in|for|on|at|to|by|with|and|or|from|as|than|that|which|its|their|his|her|this|these|it|he|she|they|we|i|about|nearly|over|up|some|all|our|said|more|less|into|per|worth|around|almost|'s|’s)$/;

function clauseFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  const [from, to] = clauseAround(items, at);
  let verb = '';
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item === undefined || i === at || item.kind !== 'word') continue;
    if (i < at && isVerbItem(item)) verb = stemOf(item.lower);
  }
  bag.add('verb before', verb);
  let noun = '';
  for (let i = at - 1; i >= Math.max(from, at - 6) && noun === ''; i--) { const it = items[i]; if (it?.kind === 'word' && !STOP.test(it.lower) && !isVerbItem(it)) noun = stemOf(it.lower); }
  let next = '';
  for (let i = at + 1; i < Math.min(to, at + 6) && next === ''; i++) { const it = items[i]; if (it?.kind === 'word' && !STOP.test(it.lower) && !isVerbItem(it)) next = stemOf(it.lower); }
  bag.add('noun before', noun);
  bag.add('noun behind', next);
  bag.add('verb and word before', `${verb} ${symbolOf(items[at - 1])}`);
  bag.add('noun and word before', `${noun} ${symbolOf(items[at - 1])}`);
  let verbBehind = '';
  for (let i = at + 1; i < to && verbBehind === ''; i++) if (isVerbItem(items[i])) verbBehind = stemOf(items[i]?.lower ?? '');
  bag.add('verb behind', verbBehind);
  let verbNear = verb;
  for (let i = from; i < at; i++) if (isVerbItem(items[i])) { verbNear = stemOf(items[i]?.lower ?? ''); break; }
  bag.add('first verb', verbNear);
  for (let i = Math.max(0, at - 10); i <= Math.min(items.length - 1, at + 10); i++) { const it = items[i]; if (it?.kind === 'word' && !STOP.test(it.lower)) bag.add('content near', stemOf(it.lower)); }
  if (items[from]?.kind !== 'quantity') bag.add('clause opens', symbolOf(items[from]));

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

