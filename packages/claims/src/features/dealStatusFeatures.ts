import type { DealType } from '@newsledger/events';
import { dealStatusRules } from '../deals/dealStatusRules.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { clauseAround, isVerbItem, wordsOf } from '../text/itemQueries.ts';
import { plainSymbol } from './plainWords.ts';
import type { SentenceOfText } from './tellingFeatures.ts';

/** What the tellings say of how far a deal is: `agreed to buy`, `has bought`, `could buy`, `last year's purchase`. */
export function dealStatusFeatures(tellings: readonly SentenceOfText[], type: DealType, bag: FeatureBag): void {
  const add = (name: string, value: string): void => bag.addOnce(name, value);
  for (const { sentence, signs } of tellings) {
    const { items, lower, headline, filed } = sentence;
    if (filed !== null) add('filed', filed);
    for (const { status, words } of dealStatusRules) if (words.test(lower)) add('words in sentence', status);
    for (const { at, type: of } of signs) {
      if (of !== type) continue;
      const word = items[at]?.lower ?? '';
      const [from, to] = clauseAround(items, at);
      const clause = wordsOf(items, from, to);
      for (const { status, words } of dealStatusRules) if (words.test(clause)) add('words in clause', status);
      add('sign', word);
      add(
        'before sign',
        `${items[at - 1]?.kind === 'word' ? items[at - 1]?.lower : plainSymbol(items[at - 1])} ${/ing$/.test(word) ? 'ing' : /ed$/.test(word) ? 'ed' : ''}`,
      );
      add('two before sign', `${plainSymbol(items[at - 2])} ${plainSymbol(items[at - 1])}`);
      add('behind sign', plainSymbol(items[at + 1]));
      let verb = '';
      for (let i = at - 1; i >= from && verb === ''; i--) if (isVerbItem(items[i])) verb = items[i]?.lower ?? '';
      add('verb before', verb);
      add('in', headline ? 'title' : 'text');
    }
    for (const [at, item] of items.entries()) {
      if (item.kind === 'period') add('time', tenseOf(item.lower));
      if (item.kind === 'word' && !headline) add('word', plainSymbol(items[at]));
    }
  }
  bag.across(0, type);
}

function tenseOf(words: string): string {
  if (/\b(?:ago|last|past|earlier|previous)\b/.test(words)) return 'past';
  if (/\b(?:next|end of|later|coming|by)\b/.test(words)) return 'to come';
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday/.test(words) ? 'day' : /\d{4}/.test(words) ? 'year' : 'other';
}
