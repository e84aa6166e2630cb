import type { FigurePlace } from '../candidates/reading.ts';
import type { PeriodCandidate } from '../decisions/period.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { Day } from '../periods/calendar.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { isBoundary } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { stemOf, symbolOf } from './words.ts';

const near = (n: number): string => (n <= 2 ? String(n) : n <= 4 ? '3-4' : n <= 8 ? '5-8' : n <= 14 ? '9-14' : 'far');

/** `rose 5 % in the third quarter`: how the time is written, where it stands, and what stands between. */
export function periodFeatures(
  { sentence, at }: FigurePlace,
  { period, from, sentence: other, at: index, named }: PeriodCandidate,
  today: Day | null,
  bag: FeatureBag,
): void {
  bag.add('from', from);
  const shape = period === null ? 'none' : shapeOf(period.label);
  bag.add('shape', shape);
  bag.add('from, shape', from, shape);
  const times = sentence.items.filter(({ kind }) => kind === 'period').length;
  bag.add('times in sentence', from, Math.min(3, times));
  bag.add('times in sentence, shape', from, shape, Math.min(2, times));
  const { verbs, verbBefore, tags } = sketchOf(sentence);
  const verb = verbs[verbBefore[at] ?? -1];
  const tense =
    verb === undefined
      ? 'none'
      : `${sentence.items.slice(verb.from, verb.main).some(({ lower }) => /^(?:will|would|could|may)$/.test(lower)) ? 'future' : tags[verb.main]}`;
  bag.add('tense', from, shape, tense);
  bag.add('named', from, Math.min(4, named));
  if (period !== null) {
    const away = yearsAway(period.label, today);
    bag.add('years away', away);
    bag.add('years away, tense', from === 'published', away, tense);
    bag.add('years away, shape', from, away, shape);
  }
  if (other === null) {
    const stem = verb === undefined ? 'none' : stemOf(sentence.items[verb.main]?.lower ?? '');
    bag.add('nowhere, verb', shape, stem);
    bag.add('nowhere, word before', shape, symbolOf(sentence.items[at - 1]));
    bag.add('nowhere, word behind', shape, symbolOf(sentence.items[at + 1]));
    bag.add('nowhere, sentence', shape, sentence.headline ? 'title' : sentence.index < 4 ? 'early' : 'late');
    bag.add('nowhere, clause opens', shape, symbolOf(sentence.items[0]));
    return;
  }
  const { items } = other;
  const item = items[index];
  bag.add('rule', item?.period?.rule ?? '');
  bag.add('word before time', symbolOf(items[index - 1]));
  bag.add('word behind time', symbolOf(items[index + 1]));
  bag.add('time in words', stemOf((item?.lower ?? '').replace(/\d+/g, '#').slice(0, 24)));
  if (other !== sentence) {
    bag.add('back', sentence.index - other.index, sentence.paragraph === other.paragraph);
    return;
  }
  const [left, right] = index < at ? [index + 1, at] : [at + 1, index];
  let amounts = 0;
  let commas = 0;
  let edges = 0;
  let periods = 0;
  for (let i = left; i < right; i++) {
    const between = items[i];
    if (between?.kind === 'quantity') amounts++;
    if (between?.kind === 'period') periods++;
    if (between?.text === ',') commas++;
    if (isBoundary(items, i)) edges++;
    if (/^(?:from|compared|versus|than|but|after|while|against|since|and)$/.test(between?.lower ?? ''))
      bag.add('word between', index < at, between?.lower);
  }
  const side = index < at ? 'before' : 'behind';
  bag.add('distance', side, near(right - left));
  bag.add('amounts between', side, Math.min(2, amounts));
  bag.add('times between', side, Math.min(2, periods));
  bag.add('commas between', side, Math.min(2, commas));
  bag.add('edges between', side, Math.min(2, edges));
  bag.add('between', `${side} ${amounts > 0} ${periods > 0} ${commas > 0} ${edges > 0}`);
  bag.add('opens', index === 0 || index === 1, side);
  rivalFeatures(items, at, index, bag);
}

/** `from $5.1 billion last year to $6.3 billion`: whether another amount or another time stands nearer. */
function rivalFeatures(items: readonly Item[], at: number, time: number, bag: FeatureBag): void {
  const far = Math.abs(at - time);
  let amounts = 0;
  let times = 0;
  for (const [i, { kind }] of items.entries()) {
    if (kind === 'quantity' && i !== at && Math.abs(i - time) < far) amounts++;
    if (kind === 'period' && i !== time && Math.abs(i - at) < far) times++;
  }
  const side = time < at ? 'before' : 'behind';
  bag.add('nearer amounts', side, Math.min(3, amounts), Math.min(2, times));
  bag.add('word before amount', side, amounts === 0, times === 0, symbolOf(items[at - 1]));
  bag.add('words before amount and time', side, amounts === 0, symbolOf(items[at - 1]), symbolOf(items[time - 1]));
}

/** How many years after the article's own the period begins, as far as three. */
function yearsAway(label: string, today: Day | null): number | 'undated' {
  const [year] = /(?:19|20)\d\d/.exec(label) ?? [];
  return today === null || year === undefined ? 'undated' : Math.max(-3, Math.min(3, Number(year) - today.year));
}

function shapeOf(label: string): string {
  return label
    .replace(/^(?:19|20)\d\d/, 'Y')
    .replace(/(?:19|20)\d\d/g, 'Y')
    .replace(/-\d\d/g, '-n')
    .replace(/\d/g, 'n');
}
