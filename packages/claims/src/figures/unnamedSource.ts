import { type Chosen, groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import { SOURCES } from './creditWords.ts';

/** What such people are said to know. */
const KNOWING = new Set('familiar knowledge briefed close'.split(' '));

/** Goes on with who they are. */
const WITHIN =
  /^(?:with|of|on|to|the|direct|first-hand|firsthand|knowledge|familiar|briefed|close|matter|situation|deal|talks|discussions|plans?|transaction|thinking|process|negotiations|company|who|are|is|were|was|an?|its|their|this|that)$/;

/** What such a phrase ends with. */
const ENDS = /^(?:matter|situation|deal|talks|discussions|plans?|transaction|thinking|process|negotiations|company|knowledge)$/;

/** `people familiar with the matter`: who speaks without a name, in the article's own words; null where nobody is cited so. */
export function unnamedSource(items: readonly Item[]): Chosen<string> | null {
  for (let i = 0; i < items.length; i++) {
    if (items[i]?.kind !== 'word' || !SOURCES.has(items[i]?.lower ?? '')) continue;
    let to = i + 1;
    let knows = false;
    let end = i;
    for (; to < items.length && to < i + 10; to++) {
      const item = items[to];
      if (item?.kind === 'mention' && knows) {
        end = to + 1;
        break;
      }
      if (item?.kind !== 'word' || !WITHIN.test(item.lower)) break;
      if (KNOWING.has(item.lower)) knows = true;
      if (ENDS.test(item.lower)) end = to + 1;
    }
    if (!knows || end === i) continue;
    const words = items
      .slice(i, end)
      .map(({ text }) => text)
      .join(' ');
    return { value: words.charAt(0).toLowerCase() + words.slice(1), because: groundAt('source without a name', items, i, end) };
  }
  return null;
}
