/** `jan` to `december`, each as a group of its own would be. */
export const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
/** A number that can be a year. */
export const YEAR = '((?:19|20)\\d\\d)';

/**
 * What a word in small letters may tell of time. A rule of time needs some of these in a sentence and is not tried where one is missing;
 * words repeat, so that looking at each of them is cheaper than at the sentence.
 */
const hints: readonly RegExp[] = [
  new RegExp(YEAR),
  new RegExp(`\\b${MONTH}(?!\\w)`),
  /year/,
  /quarter|q[1-4]|month|decade/,
  /(?:sun|mon|tues|wednes|thurs|fri|satur)day|today|yesterday|tomorrow/,
  /fiscal|fy|financial/,
  /same|ago|earlier|before|prior|previous/,
];

/** How many bits the hints of time take. */
export const TIME_HINTS: number = hints.length;
/** All hints of time. */
export const ANY_TIME: number = (1 << hints.length) - 1;

/** The hints that a text in small letters gives, one bit each. */
export function timeHints(lower: string): number {
  let found = 0;
  for (const [bit, pattern] of hints.entries()) if (pattern.test(lower)) found |= 1 << bit;
  return found;
}

/** The hints that stand in all of the texts. */
export function sharedHints(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : texts.map(timeHints).reduce((shared, found) => shared & found);
}
