import type { DealRole, DealType } from '@newsledger/events';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { furtherWords } from './furtherWords.ts';
import { looseTriggers } from './looseTriggers.ts';
import { moneyNouns } from './moneyNouns.ts';
import { nounTriggers } from './nounTriggers.ts';
import { verbTriggers } from './verbTriggers.ts';

/** A word that may tell of a deal, as a row of the tables has it. */
export interface DealSign {
  readonly at: number;
  readonly type: DealType;
  /** The row's name. */
  readonly row: string;
  readonly part: 'verb' | 'noun';
  /** Role of who acts or owns, and of the party behind the word. */
  readonly agent: DealRole;
  readonly other: DealRole;
}

type Row = Omit<DealSign, 'at'> & { readonly holds: (items: readonly Item[], at: number) => boolean };

const rows = new Map<string, Row[]>();
function list(word: string, row: Row): void {
  rows.set(word, [...(rows.get(word) ?? []), row]);
}

const always = (): boolean => true;
for (const { name, type, forms, agent, other, particles } of verbTriggers)
  for (const word of forms.split(' '))
    list(word, {
      type,
      row: name,
      part: 'verb',
      agent,
      other,
      // `took over as head` is about a post.
      holds:
        particles === undefined ? always : (items, at) => particles.includes(items[at + 1]?.lower ?? '') && items[at + 2]?.lower !== 'as',
    });
for (const { name, type, nouns, agent, other } of nounTriggers)
  for (const noun of nouns.split(' '))
    for (const word of [noun, `${noun}s`]) list(word, { type, row: name, part: 'noun', agent, other, holds: always });
for (const { name, type, nouns } of moneyNouns)
  for (const word of nouns.split(' ')) list(word, { type, row: name, part: 'noun', agent: 'investee', other: 'investor', holds: always });
for (const [index, { type, words, next, unless, when, agent, other }] of looseTriggers.entries())
  for (const word of words.split(' '))
    list(word, {
      type,
      row: `loose ${index} “${words.split(' ')[0]}”`,
      part: /ed$|ing$|s$/.test(word) ? 'verb' : 'noun',
      agent,
      other,
      holds: (items, at) => {
        if (next !== undefined && !next.test(`${wordsOf(items, at + 1, at + 4)} `)) return false;
        if (unless === undefined && when === undefined) return true;
        const around = `${wordsOf(items, at - 4, at)} _ ${wordsOf(items, at + 1, at + 5)}`;
        return unless?.test(around) !== true && when?.test(around) !== false;
      },
    });
for (const { type, words, part, agent, other } of furtherWords)
  for (const word of words.split(' ')) list(word, { type, row: `word of ${type}`, part, agent, other, holds: always });

/** All signs of a sentence, by place. */
export function signsOf(items: readonly Item[]): DealSign[] {
  const signs: DealSign[] = [];
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'word') continue;
    const found = rows.get(item.lower);
    if (found === undefined) continue;
    for (const { holds, ...row } of found) if (holds(items, at)) signs.push({ at, ...row });
  }
  return signs;
}
