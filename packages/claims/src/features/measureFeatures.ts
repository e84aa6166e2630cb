import type { Quantity } from '@newsledger/quantities';
import type { FigurePlace } from '../candidates/reading.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { clauseAround, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { type CuesNear, cueFeatures } from './cueFeatures.ts';
import { stemOf, symbolOf, wordSymbol } from './words.ts';

export function measureFeatures({ sentence, at, quantity }: FigurePlace, cues: CuesNear, bag: FeatureBag): void {
  const { items } = sentence;
  amountFeatures(quantity, items, at, bag);
  closeFeatures(items, at, bag);
  clauseFeatures(items, at, bag);
  syntaxFeatures(sentence, at, bag);
  neighbourFeatures(items, at, bag);
  layoutFeatures(sentence, at, bag);
  cueFeatures(cues, bag);
}

function amountFeatures(quantity: Quantity, items: readonly Item[], at: number, bag: FeatureBag): void {
  const { kind, unit, per, hedge, change, noun } = quantity;
  bag.add('kind', kind);
  bag.add('unit', unit);
  bag.add('hedge', hedge);
  bag.add('change', change ?? 'none');
  bag.add('per', per ?? 'none');
  const size = Math.abs(Number(quantity.value ?? quantity.high ?? quantity.low ?? 0));
  bag.add('size', kind, size === 0 ? 'zero' : Math.floor(Math.log10(size)));
  bag.add('fine size', unit, size === 0 ? 'zero' : Math.floor(Math.log10(size) * 2));
  bag.add('size and word behind', size === 0 ? 'zero' : Math.floor(Math.log10(size)), symbolOf(items[at + 1]));
  bag.add('digits', quantity.significantDigits);
  bag.add('written', /\d/.test(quantity.text) ? 'digits' : 'words', quantity.written.unit);
  bag.add('has decimals', /\d[.,]\d{1,2}(?!\d)/.test(quantity.text));
  if (noun !== null) {
    const words = noun.phrase.split(/[\s-]+/);
    for (const word of words) bag.add('counted', wordSymbol(word, word.toLowerCase()));
    bag.add('counted head', wordSymbol(words.at(-1) ?? '', (words.at(-1) ?? '').toLowerCase()));
  }
  if (!/\d/.test(quantity.text)) bag.add('amount in words', quantity.text.toLowerCase().slice(0, 20));
  bag.add('year-like', /^(?:19|20)\d\d$/.test(quantity.text));
  bag.add('word before', symbolOf(items[at - 1]));
  bag.add('word after', symbolOf(items[at + 1]));
  bag.add('words before', symbolOf(items[at - 2]), symbolOf(items[at - 1]));
  bag.add('words after', symbolOf(items[at + 1]), symbolOf(items[at + 2]));
  bag.add('words around', symbolOf(items[at - 1]), symbolOf(items[at + 1]));
}

function closeFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  for (let i = Math.max(0, at - 3); i <= Math.min(items.length - 1, at + 3); i++)
    if (i !== at) bag.add(i < at ? 'close before' : 'close after', symbolOf(items[i]));
}

const STOP =
  /^(?:the|a|an|of|in|for|on|at|to|by|with|and|or|from|as|than|that|which|its|their|his|her|this|these|it|he|she|they|we|i|about|nearly|over|up|some|all|our|said|more|less|into|per|worth|around|almost|'s|’s)$/;

/** `spent a record $5 billion on chips`: the verbs and nouns that frame the amount, and the words around it. */
function clauseFeatures(items: readonly Item[], at: number, bag: FeatureBag): void {
  const [from, to] = clauseAround(items, at);
  const verbs = items.slice(from, at).filter(isVerbItem);
  const verb = stemOf(verbs.at(-1)?.lower ?? '');
  const noun = symbolOfFirst(contentWords(items.slice(Math.max(from, at - FRAME), at)).toReversed());
  bag.add('verb before', verb);
  bag.add('noun before', noun);
  bag.add('noun behind', symbolOfFirst(contentWords(items.slice(at + 1, Math.min(to, at + FRAME)))));
  bag.add('verb and word before', verb, symbolOf(items[at - 1]));
  bag.add('noun and word before', noun, symbolOf(items[at - 1]));
  bag.add('verb behind', stemOf(items.slice(at + 1, to).find(isVerbItem)?.lower ?? ''));
  bag.add('first verb', stemOf(verbs[0]?.lower ?? ''));
  for (const item of items.slice(Math.max(0, at - AROUND), at + AROUND + 1))
    if (item.kind === 'word' && !STOP.test(item.lower)) bag.add('content near', symbolOf(item));
  if (items[from]?.kind !== 'quantity') bag.add('clause opens', symbolOf(items[from]));
  for (const item of items) if (item.kind === 'word' && item.lower.length > 3) bag.add('sentence word', symbolOf(item));
}

/** So far a noun may stand from its amount, and so far words are looked at. */
const FRAME = 6;
const AROUND = 10;

function contentWords(items: readonly Item[]): Item[] {
  return items.filter((item) => item.kind === 'word' && !STOP.test(item.lower) && !isVerbItem(item));
}

function symbolOfFirst([first]: readonly Item[]): string {
  return first === undefined ? '' : symbolOf(first);
}

/** `Brent crude rose 5 %`: what the clause is about, what is done, and the phrase that the amount belongs to. */
function syntaxFeatures(sentence: ReadSentence, at: number, bag: FeatureBag): void {
  const { items } = sentence;
  const { phrases, phraseAt, verbs, verbBefore, verbAfter, subjects, prepositionOf, objectOf } = sketchOf(sentence);
  const headOf = (phrase: number): string => {
    const item = items[phrases[phrase]?.head ?? -1];
    return item === undefined ? 'none' : item.kind === 'mention' ? `NAME ${item.mention.kind}` : symbolOf(item);
  };
  const before = verbBefore[at] ?? -1;
  const verb = before >= 0 ? before : (verbAfter[at] ?? -1);
  const word = stemOf(items[verbs[verb]?.main ?? -1]?.lower ?? '');
  const about = headOf(subjects[verb] ?? -1);
  bag.add('clause is about', about);
  bag.add('clause is about, verb', about, word);
  const own = phraseAt[at] ?? -1;
  const head = phrases[own]?.head === at ? 'itself' : headOf(own);
  bag.add('head of its phrase', head);
  const preposition = items[prepositionOf[own] ?? -1]?.lower ?? '';
  bag.add('verb, preposition', word, preposition);
  bag.add('object of verb', (objectOf[own] ?? -1) >= 0 ? `${word} ${head}` : 'no');
  const left = own > 0 && preposition !== '' ? headOf(own - 1) : '';
  bag.add('phrase before, preposition', left, preposition);
  const next = phrases[own + 1];
  const link = items[prepositionOf[own + 1] ?? -1]?.lower ?? '';
  if (next !== undefined && link !== '' && next.from - at <= 4) bag.add('phrase behind, preposition', link, headOf(own + 1));
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
