import { type MoneyNoun, moneyNouns } from './moneyNouns.ts';
import { type NounTrigger, nounTriggers } from './nounTriggers.ts';
import { type VerbTrigger, verbTriggers } from './verbTriggers.ts';

/** The rows of verbs, by each form. */
export const verbs: ReadonlyMap<string, VerbTrigger> = new Map(
  verbTriggers.flatMap((trigger) => trigger.forms.split(' ').map((form): [string, VerbTrigger] => [form, trigger])),
);

/** The rows of nouns, by singular and plural. */
export const nouns: ReadonlyMap<string, NounTrigger> = new Map(
  nounTriggers.flatMap((trigger) =>
    trigger.nouns.split(' ').flatMap((noun): [string, NounTrigger][] => [
      [noun, trigger],
      [`${noun}s`, trigger],
    ]),
  ),
);

/** The rows of nouns for money, by each noun. */
export const moneyNounOf: ReadonlyMap<string, MoneyNoun> = new Map(
  moneyNouns.flatMap((row) => row.nouns.split(' ').map((noun): [string, MoneyNoun] => [noun, row])),
);

/** Words by which somebody settles a dispute. */
export const settlementWords: ReadonlySet<string> = new Set('settle settles settled settling resolve resolves resolved'.split(' '));

/** Every word at which a rule begins to look. */
const openers = new Set([
  ...verbs.keys(),
  ...nouns.keys(),
  ...moneyNounOf.keys(),
  ...settlementWords,
  ...(
    'raise raises raised raising secured secures landed lands bagged bags nabbed nabs ipo listing flotation float offering debut financing loan loans funding ' +
    'stake share interest holding shareholding ownership led backed helmed participated venture public'
  ).split(' '),
]);

/** Further words that can tell of a deal together with others. */
const others = new Set('round sell sold selling bond bonds finance financed funded lent'.split(' '));

/** Whether a rule begins to look at the word. */
export function opensTelling(lower: string): boolean {
  return openers.has(lower);
}

/** Whether a word can tell of a deal; sentences without one, and without a quantity, need no closer look. */
export function isDealWord(lower: string): boolean {
  return openers.has(lower) || others.has(lower);
}
