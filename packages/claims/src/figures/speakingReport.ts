import { type Chosen, groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';

const PAPERS = new Set('report study survey analysis paper forecast filing memo release letter statement'.split(' '));

const TELLING =
  /^(?:says?|said|states?|stated|finds?|found|shows?|showed|estimate[sd]?|forecasts?|expects?|predict(?:s|ed)|projects?|projected|puts?|notes?|noted|added|adds|reckons?|described|describes)$/;

/** `The report states that …`: the paper that the text spoke of before says it for its authors; null when no paper speaks in front of `quantity`. */
export function speakingReport(
  items: readonly Item[],
  quantity: number,
  speaker: Chosen<string> | null,
  focus: string | null,
): Chosen<string> | null {
  for (let i = 1; i < Math.min(quantity, 8); i++) {
    if (!PAPERS.has(items[i]?.lower ?? '') || !/^(?:the|its|their|this)$/.test(items[i - 1]?.lower ?? '')) continue;
    const verb = items[i + 1]?.lower === 'also' ? i + 2 : i + 1;
    if (verb >= quantity || !TELLING.test(items[verb]?.lower ?? '')) continue;
    const author = focus ?? speaker?.value ?? null;
    return author === null ? null : { value: author, because: groundAt('paper of whom the text before is about', items, i - 1, verb + 1) };
  }
  return null;
}
