import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { rememberingLast } from '../text/rememberingLast.ts';
import { bitOf } from '../text/wordHints.ts';

/** `beat estimates of $4.9 billion`, `the consensus forecast was for $5 billion`. */
const EXPECTED =
  /\b(?:estimates?|expectations?|consensus|forecasts?|predictions?)(?: (?:was|were|had been))? (?:of|for|at)(?: (?:an?|the|about|around|roughly|some|only|just))*$/;

/** `the 443,919 analysts had expected`, `$4.9 billion that Wall Street expected`. */
const EXPECTED_BEHIND =
  /^(?:(?!while|but|and|whereas)\S+ ){0,2}?(?:(?:that|which) )?(?:analysts|wall street|economists|investors|markets)(?: (?:surveyed|polled) by \S+)? (?:had )?(?:been )?(?:expected|expecting|forecast|predicted|estimated|anticipated)\b/;

/** `topping the $34.93 billion estimate`, `$178 billion estimated`. */
const EXPECTED_RIGHT_BEHIND =
  /^(?:analyst |analysts' |consensus )?(?:estimates?|estimated|expected|consensus|forecasted|anticipated)\b(?! to\b)/;
const PASSED =
  /\b(?:beat|beating|topp(?:ed|ing)|tops|missed|missing|exceeded|exceeding|surpassed|surpassing|above|below|ahead of|short of|shy of|versus|vs|than|against|compared (?:with|to))(?: \.)?(?: (?:the|an?|its|their|average|street|wall street|analysts?|consensus|estimated|about|around))*$/;

/** A word of it stands in both patterns; few amounts have one near. */
const EXPECTATION = bitOf('expectation');

/** Whether a sentence speaks of expectations at all. */
const expects = rememberingLast((items: readonly Item[]): boolean => {
  for (const item of items) if (isExpecting(item)) return true;
  return false;
});

function speaksOfExpectations(items: readonly Item[], at: number): boolean {
  if (!expects(items)) return false;
  for (let i = Math.max(0, at - 8); i < Math.min(at + 10, items.length); i++) {
    const item = items[i];
    if (item !== undefined && isExpecting(item)) return true;
  }
  return false;
}

/** `expected`, `the Zacks Consensus Estimate`: a name has several words. */
function isExpecting({ kind, lower, hints }: Item): boolean {
  return kind === 'mention' ? EXPECTATIONS.test(lower) : (hints & EXPECTATION) !== 0;
}

/** Whether an amount of a clause about results is what others had expected of them. */
export function isExpected(items: readonly Item[], at: number): boolean {
  if (!speaksOfExpectations(items, at)) return false;
  return EXPECTED.test(wordsOf(items, at - 8, at)) || EXPECTED_BEHIND.test(wordsOf(items, at + 1, at + 10)) || isPassedEstimate(items, at);
}

function isPassedEstimate(items: readonly Item[], at: number): boolean {
  return EXPECTED_RIGHT_BEHIND.test(wordsOf(items, at + 1, at + 3)) && PASSED.test(wordsOf(items, at - 7, at));
}

/** What results did to expectations; a result itself is no forecast for it. */
const BEATEN =
  /\b(?:beat(?:s|ing)?|topp(?:ed|ing)|tops|miss(?:ed|es|ing)?|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|outpac(?:ed|ing)|above|below|ahead of|short of|in line with|better than|worse than|compared with|compared to|versus|against|shy of|vs)(?: (?!and\b|but\b)[^ ,;]+){0,4} (?:estimates?|expectations?|consensus|forecasts?|predictions?|expected|forecasted|predicted|anticipated|projected|targets?|guidance)\b/g;

const EXPECTATIONS = /(?:estimate|expect|consensus|forecast|predict|anticipated|projected|target|guidance)/;

/** The words of a clause with what is said there of beaten or missed expectations blanked out, at the same places. */
export function withoutExpectations(clause: string): string {
  return EXPECTATIONS.test(clause) ? clause.replace(BEATEN, (words) => ' '.repeat(words.length)) : clause;
}
