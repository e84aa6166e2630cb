import type { DealSign } from '../deals/dealSigns.ts';
import { dealStatusRules } from '../deals/dealStatusRules.ts';
import { agreementKinds } from '../deals/nounTriggers.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { plainSymbol } from './plainWords.ts';

/** A sentence with its signs of deals, in its text. */
export interface SentenceOfText {
  readonly sentence: ReadSentence;
  readonly signs: readonly DealSign[];
  readonly title: { readonly signs: readonly DealSign[]; readonly keys: ReadonlySet<string> } | null;
  readonly keys: ReadonlySet<string>;
  /** Types that signs of the sentence before speak of. */
  readonly before: ReadonlySet<string>;
  readonly sentences: number;
}

/** What speaks for a sentence's telling a deal of some type, and of which. */
export function tellingFeatures(place: SentenceOfText, bag: FeatureBag): void {
  wordFeatures(place, bag);
  signFeatures(place, bag);
  namesAndAmounts(place, bag);
  placeFeatures(place, bag);
}

const few = (n: number): string => (n <= 3 ? String(n) : '4+');

/** `Brindle Stores agreed to buy the bakery` has the words `agre`, `buy`, `bakery`, and `buy the` beside each other. */
function wordFeatures({ sentence: { items } }: SentenceOfText, bag: FeatureBag): void {
  let symbol = plainSymbol(items[0]);
  for (const [at, item] of items.entries()) {
    if (item.kind === 'word') bag.addOnce('word', symbol);
    const next = plainSymbol(items[at + 1]);
    if (item.kind === 'word' || items[at + 1]?.kind === 'word') bag.addOnce('words', `${symbol} ${next}`);
    symbol = next;
  }
}

/** `agreed to buy Oxbow Foods for $3 billion`: a verb of acquisitions behind `to`, before a name, with money behind. */
function signFeatures({ sentence, signs }: SentenceOfText, bag: FeatureBag): void {
  const { items } = sentence;
  const addOnce = (name: string, value: string): void => bag.addOnce(name, value);
  for (const { at, type, row, part } of signs) {
    const money = items.slice(Math.max(0, at - 10), at + 14).some((item) => item.kind === 'quantity' && item.quantity.kind === 'money');
    const left = leftOf(sentence, at);
    const right = rightOf(sentence, at);
    addOnce('sign', row);
    addOnce('sign of', type);
    addOnce('sign with money', `${type} ${money}`);
    addOnce('sign, who acts', `${row} ${left}`);
    addOnce('sign, what follows', `${row} ${right}`);
    addOnce('sign between', `${type} ${part} ${left} ${right} ${money}`);
    addOnce('before sign', `${type} ${plainSymbol(items[at - 1])}`);
    addOnce('behind sign', `${type} ${plainSymbol(items[at + 1])}`);
    addOnce('before sign, two', `${plainSymbol(items[at - 2])} ${plainSymbol(items[at - 1])} ${plainSymbol(items[at])}`);
    addOnce('behind sign, two', `${plainSymbol(items[at])} ${plainSymbol(items[at + 1])} ${plainSymbol(items[at + 2])}`);
    addOnce('around sign', `${plainSymbol(items[at - 1])} ${plainSymbol(items[at])} ${plainSymbol(items[at + 1])}`);
  }
  for (const { type, words } of agreementKinds) if (words.test(sentence.lower)) addOnce('agreement on', type);
  for (const { status, words } of dealStatusRules) if (words.test(sentence.lower)) addOnce('words of status', status);
  if (signs.length === 0) bag.add('no sign');
}

/** Who stands before the sign: a name that owns it, acts in it, or nobody. */
function leftOf({ items }: ReadSentence, at: number): string {
  let verbs = 0;
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    const item = items[i];
    if (item === undefined) break;
    if (item.kind === 'mention')
      return `${plainSymbol(item)}${isPossessive(items, i) ? "'s" : ''} ${verbs > 0 ? 'verb' : at - i > 4 ? 'far' : ''}`;
    if (isVerbItem(item)) verbs++;
    if (item.kind === 'mark' && /^[;:]$/.test(item.text)) break;
  }
  return 'nobody';
}

/** What stands behind it: the first name with the preposition before. */
function rightOf({ items }: ReadSentence, at: number): string {
  let preposition = '';
  for (let i = at + 1; i < Math.min(items.length, at + 12); i++) {
    const item = items[i];
    if (item === undefined) break;
    if (item.kind === 'mention') return `${preposition} ${plainSymbol(item)}`;
    if (item.kind === 'word' && PREPOSITION.test(item.lower)) preposition = item.lower;
    if (item.kind === 'mark' && /^[;:]$/.test(item.text)) break;
  }
  return 'nobody';
}

const PREPOSITION = /^(?:of|by|with|from|to|for|in|on|at|into|between|and)$/;

/** Two organisations, money and a share in percent make a deal more likely. */
function namesAndAmounts({ sentence: { items } }: SentenceOfText, bag: FeatureBag): void {
  const kinds = new Set<string>();
  const amounts = new Map<string, number>();
  const names = new Set<string>();
  let references = 0;
  for (const item of items) {
    if (item.kind === 'quantity') amounts.set(item.quantity.kind, (amounts.get(item.quantity.kind) ?? 0) + 1);
    if (item.kind !== 'mention') continue;
    if (item.mention.form === 'pronoun' || item.mention.form === 'description') references++;
    else if (item.mention.kind === 'organisation') names.add(item.mention.entity);
    else kinds.add(item.mention.kind);
  }
  bag.add('organisations', few(names.size));
  bag.add('references', few(references));
  bag.add('parties there', few(names.size + references));
  for (const kind of kinds) bag.add('names a', kind);
  for (const [kind, count] of amounts) bag.add('amounts', `${kind} ${few(count)}`);
  bag.add('names and money', `${few(names.size)} ${few(amounts.get('money') ?? 0)}`);
}

/** Titles and first sentences tell the news; later ones that share names and signs with the title tell it again. */
function placeFeatures({ sentence, signs, title, keys, before, sentences }: SentenceOfText, bag: FeatureBag): void {
  const { index, headline, items } = sentence;
  bag.add('place', headline ? 'title' : index <= 2 ? 'opening' : index <= 5 ? 'early' : 'later');
  bag.add('length', Math.min(8, items.length >> 3));
  bag.add('of', sentences <= 4 ? 'few sentences' : sentences <= 12 ? 'some' : 'many');
  if (sentence.filed !== null) bag.add('filed', sentence.filed);
  const types = new Set(signs.map(({ type }) => type));
  for (const type of types) if (before.has(type)) bag.add('sign in sentence before', type);
  if (title === null || headline) return;
  let shared = 0;
  for (const key of keys) if (title.keys.has(key)) shared++;
  bag.add('names shared with title', Math.min(2, shared));
  for (const type of new Set(title.signs.map((sign) => sign.type))) {
    bag.add('title has sign', type);
    bag.add('title has sign, names shared', `${type} ${Math.min(2, shared)} ${types.has(type)}`);
  }
}
