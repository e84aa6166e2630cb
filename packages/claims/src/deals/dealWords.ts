import { furtherWords } from './furtherWords.ts';
import { looseTriggers } from './looseTriggers.ts';
import { moneyNouns } from './moneyNouns.ts';
import { nounTriggers } from './nounTriggers.ts';
import { verbTriggers } from './verbTriggers.ts';

const words: ReadonlySet<string> = new Set([
  ...verbTriggers.flatMap(({ forms }) => forms.split(' ')),
  ...nounTriggers.flatMap(({ nouns }) => nouns.split(' ').flatMap((noun) => [noun, `${noun}s`])),
  ...moneyNouns.flatMap(({ nouns }) => nouns.split(' ')),
  ...looseTriggers.flatMap((row) => row.words.split(' ')),
  ...furtherWords.flatMap((row) => row.words.split(' ')),
]);

/** Whether a word can tell of a deal; sentences without one, and without a quantity, need no closer look. */
export function isDealWord(lower: string): boolean {
  return words.has(lower);
}
