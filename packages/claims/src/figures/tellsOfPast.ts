import { isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';

/** Verbs in the past that say what an amount came to. */
const CAME_TO = new Set(
  (
    'reported posted rose fell gained lost jumped dropped climbed slid slumped soared surged rallied tumbled plunged sank slipped grew declined ' +
    'shrank doubled tripled reached hit totaled totalled earned made used accounted represented delivered sold shipped spent paid raised added ' +
    'employed generated was were had came stood closed ended finished ticked advanced'
  ).split(' '),
);

/** Words of what will be. Nouns of it leave the amounts alone that are told beside them: `fell 26% following the forecast`. */
const AHEAD =
  /^(?:will|would|could|may|might|should|shall|expect|expects|expecting|forecasts|projects|projected|predicts|predicted|anticipates|anticipated|sees|likely|poised|set|estimated|to)$/;

/** What such a verb can be said of without its having come to pass: `the target was 5 GW`. */
const HOPED = new Set(
  'target targets goal goals plan aim ambition forecast guidance outlook estimate estimates projection consensus range expectation'.split(
    ' ',
  ),
);

/** Whether a verb in the past reaches the amount at item `at`, in a clause from `from` on that says nothing of the future before it. */
export function tellsOfPast(items: readonly Item[], at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 9); i--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:]$/.test(item.text))) return false;
    if (AHEAD.test(item.lower) && !isMoveTo(items, i, at)) return false;
    if (/^(?:expected|expectations?|estimates?|forecast|guidance|outlook|consensus|projections?|guided)$/.test(item.lower)) return false;
    if (!isVerbItem(item)) continue;
    return CAME_TO.has(item.lower) && !HOPED.has(items[i - 1]?.lower ?? '') && !promisedBefore(items, i, from);
  }
  return false;
}

/** `rose to $5 billion`. */
function isMoveTo(items: readonly Item[], i: number, at: number): boolean {
  return items[i]?.lower === 'to' && at - i <= 3;
}

function promisedBefore(items: readonly Item[], verb: number, from: number): boolean {
  for (let i = verb - 1; i >= from; i--) {
    const lower = items[i]?.lower ?? '';
    if (lower === ',' || /^(?:and|after|as|when|because|following)$/.test(lower)) return false;
    if (lower === 'expected' || AHEAD.test(lower)) return true;
  }
  return false;
}
