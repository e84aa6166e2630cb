import type { FigurePlace } from '../candidates/reading.ts';
import { chooseStatus } from '../figures/chooseStatus.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import { tellingsOf } from '../grammar/tellingsOf.ts';
import { dayPeriod } from '../periods/calendar.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { coreClause, wordsOf } from '../text/itemQueries.ts';
import type { ReadDocument } from '../text/readDocument.ts';
import { stemOf, symbolOf } from './words.ts';

/** `is expected to reach $5 billion`: the verb and its helpers, words of the status tables, times to come and gone. */
export function statusFeatures({ today, sentences }: ReadDocument, { sentence, at }: FigurePlace, bag: FeatureBag): void {
  const { items, hints, lower } = sentence;
  const [from, to] = coreClause(items, at);
  bag.add('any');
  const clause = chooseStatus(wordsOf(items, from, to), hints);
  bag.add('clause says', clause?.status ?? 'nothing');
  bag.add('sentence says', chooseStatus(lower, hints)?.status ?? 'nothing');
  bag.add('clause word', clause?.match[0] ?? '');
  const { verbs, verbBefore, verbAfter, tags } = sketchOf(sentence);
  for (const [name, index] of [
    ['verb before', verbBefore[at] ?? -1],
    ['verb behind', verbAfter[at] ?? -1],
  ] as const) {
    const verb = verbs[index];
    if (verb === undefined) {
      bag.add(name, 'none');
      continue;
    }
    bag.add(name, stemOf(items[verb.main]?.lower ?? ''));
    bag.add(`${name}, its form`, `${tags[verb.main]} ${verb.passive} ${verb.finite}`);
    for (let i = verb.from; i < verb.main; i++) bag.add(`${name}, helper`, items[i]?.lower ?? '');
  }
  for (let i = Math.max(0, at - 5); i <= Math.min(items.length - 1, at + 4); i++)
    if (i !== at) bag.add(i < at ? 'word before' : 'word behind', symbolOf(items[i]));
  for (let i = from; i < to; i++) if (i !== at && items[i]?.kind === 'word') bag.add('clause has', stemOf(items[i]?.lower ?? ''));
  bag.add('word right before', symbolOf(items[at - 1]));
  for (const item of items)
    if (
      item.kind === 'word' &&
      /^(?:will|would|could|may|might|expect\w*|forecast\w*|analysts?|plan\w*|earlier|previous\w*|year-ago|ago|last)$/.test(item.lower)
    )
      bag.add('sentence has', item.lower);
  bag.add('headline', sentence.headline);
  const now = today === null ? null : dayPeriod(today).from;
  for (const [i, { period }] of items.entries())
    if (period != null && now !== null) {
      const { from: opens, to: ends } = period.period;
      const when = opens !== null && opens > now ? 'to come' : ends !== null && ends < now ? 'over' : 'running';
      bag.add('time', i < at ? 'before' : 'behind', when);
    }
  const tellings = tellingsOf(sentence);
  for (const [side, telling] of [
    ['before', tellings.findLast((telling) => telling.at < at)],
    ['behind', tellings.find((telling) => telling.at > at)],
  ] as const) {
    if (telling === undefined) continue;
    bag.add('told', side, telling.manner, stemOf(items[telling.at]?.lower ?? ''));
    bag.add('teller', side, symbolOf(items[telling.teller.head]));
  }
  const earlier = sentences[sentence.index - 1];
  if (earlier !== undefined) bag.add('sentence before says', chooseStatus(earlier.lower, earlier.hints)?.status ?? 'nothing');
}
