import type { Item } from '../text/items.ts';
import { isVerb } from '../text/verbs.ts';

/** A run of words that may name a thing: `US retail sales`, `data centres`. Items of its sentence, `to` exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const NO_PART = new Set(
  (
    'the a an of in on at by to for with from as than and or but nor so if that which who whom whose what when where while because since until after before ' +
    'is are was were be been being am has have had having do does did will would could can may might shall should must not no n\'t ' +
    "it its he she they them their his her him we our us i you your this these those there here 's ' s all both each every some any many much more most less few " +
    'about around nearly almost over under between among against into onto out up down off per via during through across within without upon amid despite like ' +
    'also just only still even already yet again too very then now ago later earlier ever never far well however although though instead rather ' +
    'said says say told added according such other another same own one two three first second last next ' +
    'year years month months week weeks day days quarter today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday'
  ).split(/\s+/),
);

const isWord = (item: Item | undefined): boolean =>
  item !== undefined &&
  (item.kind === 'mention' ? item.mention?.form !== 'pronoun' && item.mention?.form !== 'description' : item.kind === 'word' && !NO_PART.has(item.lower) && /^\p{L}/u.test(item.text));

/** Noun phrases without their articles, from the left, at most five items long; names alone are none. */
export function phrasesOf(items: readonly Item[]): Phrase[] {
  const phrases: Phrase[] = [];
  let i = 0;
  while (i < items.length) {
    let to = i;
    while (to < items.length && isWord(items[to]) && !(to > i && isVerb(items[to]?.lower ?? '') && !/ing$/.test(items[to]?.lower ?? ''))) to++;
    if (to === i) {
      i++;
      continue;
    }
    const from = Math.max(i, to - 5);
    const last = items[to - 1];
    if (last?.kind === 'word' && !/ly$/.test(last.lower) && last.lower.length > 2) phrases.push({ from, to });
    i = to;
  }
  return phrases;
}
