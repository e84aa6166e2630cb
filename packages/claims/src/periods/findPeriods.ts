import type { Period } from '@newsledger/events';
import { type Day, lastDayOfMonth } from './calendar.ts';
import { type PeriodRule, periodRules } from './periodRules.ts';
import { ANY_TIME, timeHints } from './timeHints.ts';

/** An expression of time and the period that it names. Offsets are into the reading text. */
export interface PeriodSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly period: Period;
  readonly rule: string;
}

/** All expressions of time in a sentence that starts at `offset`, in order, none overlapping another; `hints` are those of its words. */
export function findPeriods(sentence: string, offset: number, today: Day | null, hints = timeHints(sentence.toLowerCase())): PeriodSpan[] {
  const rules = rulesFor(hints & ANY_TIME);
  if (rules.length === 0) return [];
  const spans: PeriodSpan[] = [];
  const lower = sentence.toLowerCase();
  for (const { name, pattern, needs, resolve } of rules) {
    if (!standsThere(needs.words, lower)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence)) {
      const start = offset + match.index;
      const end = start + match[0].length;
      if (match[0] === '') break;
      if (spans.some((span) => span.start < end && start < span.end)) continue;
      const period = resolve(match, today);
      if (period !== null && isSound(period)) spans.push({ start, end, text: match[0], period, rule: name });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The rules that find all they need among the hints, of which news has few combinations. */
function rulesFor(hints: number): readonly PeriodRule[] {
  const rules = rulesByHints[hints] ?? periodRules.filter(({ needs }) => (needs.hints & ~hints) === 0);
  rulesByHints[hints] = rules;
  return rules;
}

const rulesByHints: (readonly PeriodRule[])[] = [];

/** One of the words stands in the text, or none has to. */
function standsThere(words: readonly string[], lower: string): boolean {
  for (const word of words) if (lower.includes(word)) return true;
  return words.length === 0;
}

/** `31 February` and the like name no period. */
function isSound({ from, to }: Period): boolean {
  return isDay(from) && (to === from || isDay(to));
}

function isDay(date: string | null): boolean {
  if (date === null) return true;
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(Number(date.slice(0, 4)), month);
}
