import type { NounPhrase } from '@newsledger/language';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { sketchOf } from './sketchOf.ts';

/** Who tells something in a sentence: `analysts at Nomura said`, `according to IDC`, `a survey by Halden Research`. */
export interface Telling {
  /** The item of the word that says so. */
  readonly at: number;
  readonly manner: 'verb' | 'according' | 'document';
  readonly teller: NounPhrase;
}

/** Verbs of saying, reckoning and finding. */
export const TELLS =
  /^(?:said|says|say|saying|told|telling|tells|adds|added|wrote|writes|noted|notes|argued|argues|estimates?|estimated|estimating|expects?|expected|forecasts?|predicts?|predicted|projects?|projected|reckons?|believes?|thinks?|reported|reports|claims?|claimed|showed|shows|found|finds|warned|warns|sees|announced|revealed|disclosed|polled|surveyed|put|puts|calculates?|calculated|suggests?|suggested|indicates?|indicated|recommended|quoted|cited|explained|calling|asked|posited)$/;

/** What figures are taken from. */
const DOCUMENT =
  /^(?:surveys?|polls?|data|reports?|stud(?:y|ies)|estimates?|forecasts?|figures|statistics|index|research|analysis|projections?|calculations?|filings?)$/;

const tellings = new WeakMap<ReadSentence, readonly Telling[]>();

/** All tellings of a sentence in order; worked out once. */
export function tellingsOf(sentence: ReadSentence): readonly Telling[] {
  const known = tellings.get(sentence);
  if (known !== undefined) return known;
  const { items } = sentence;
  const { phrases, phraseAt, verbs, subjects } = sketchOf(sentence);
  const found: Telling[] = [];
  const add = (at: number, manner: Telling['manner'], phrase: number): void => {
    const teller = phrases[phrase];
    if (teller !== undefined) found.push({ at, manner, teller });
  };
  for (const [verb, { main }] of verbs.entries()) if (TELLS.test(items[main]?.lower ?? '')) add(main, 'verb', subjects[verb] ?? -1);
  for (const [at, item] of items.entries()) {
    if (item.lower === 'according' && items[at + 1]?.lower === 'to') add(at, 'according', phraseAt[at + 2] ?? -1);
    else if (DOCUMENT.test(item.lower)) add(at, 'document', phraseAt[sourceBehind(items, at)] ?? -1);
  }
  found.sort((a, b) => a.at - b.at);
  tellings.set(sentence, found);
  return found;
}

/** `data compiled by Bloomberg`: where the maker of a document stands behind it; -1 when none does. */
function sourceBehind(items: readonly Item[], at: number): number {
  const link = /ed$/.test(items[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  return /^(?:by|from)$/.test(items[link]?.lower ?? '') ? link + 1 : -1;
}
