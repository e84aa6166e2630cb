import { groundAt } from '../explain/ground.ts';
import { isBoundary, isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { isVerbOrBase } from '../text/verbs.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** What whole markets have that single companies are seldom said to have without a possessor. */
const OF_MARKETS = new Set(
  'shipments demand prices consumption supply market output production exports imports emissions inflation rents generation'.split(' '),
);

/** With one of these in front, also what companies have. */
const WORLDWIDE = new Set(
  'global worldwide world world-wide worldwide nationwide industry national u.s. us european chinese american uk british german french indian japanese venture vc private-equity early-stage late-stage'.split(
    ' ',
  ),
);
const OF_ALL = new Set([
  ...OF_MARKETS,
  ...'sales revenue revenues spending investment investments funding capital capacity use deliveries trade'.split(' '),
]);

/** These in front say nothing of which market it is. */
const PLAIN = new Set(
  'the a an this that these those its their his her our total overall net gross such more less higher lower weak strong rising falling robust new other and annual daily monthly quarterly average projected expected'.split(
    ' ',
  ),
);

/** `Worldwide PC shipments fell 5 %`, `oil demand is seen at 104 million barrels`: what is told of a whole market, by the nouns in front of the verb. */
export function aggregateSubject(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity - 1; i >= 0 && !isBoundary(items, i); i--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mention' && item.mention.kind !== 'place')) return null;
    if (item.kind !== 'word' || !OF_ALL.has(item.lower)) continue;
    const from = startOf(items, i);
    const to = from === null ? endOfField(items, i, quantity) : i + 1;
    if (to === null || !tells(items, to - 1, quantity)) return null;
    const name = items
      .slice(from ?? i, to)
      .map(({ text }) => text)
      .join(' ');
    return {
      entity: name.charAt(0).toUpperCase() + name.slice(1),
      index: null,
      because: groundAt('whole market', items, from ?? i, to),
    };
  }
  return null;
}

/** Where the nouns begin that say which market it is; null when none does, or somebody possesses it. */
function startOf(items: readonly Item[], head: number): number | null {
  let from = head;
  let isNamed = false;
  let isWide = false;
  while (from > 0) {
    const item = items[from - 1];
    if (item === undefined || item.kind === 'mark' || item.kind === 'quantity' || item.kind === 'period' || isVerbOrBase(item.lower)) break;
    if (from < head && item.lower === 'to') return null;
    if (/^(?:of|in|for|that|to|from|by|with|as|at|on|than|because|while|when|but|or|said|says)$/.test(item.lower)) break;
    if (isPossessive(items, from - 1) || /^['’]s?$/.test(item.text) || (item.kind === 'mention' && item.mention.kind !== 'place'))
      return null;
    if (/^(?:its|their|his|her|our|my|whose)$/.test(item.lower)) return null;
    if (PLAIN.has(item.lower)) break;
    if (item.kind === 'mention' || WORLDWIDE.has(item.lower)) isWide = true;
    else isNamed = true;
    from--;
  }
  if (from === head) return null;
  const noun = items[head]?.lower ?? '';
  return isWide || (isNamed && OF_MARKETS.has(noun)) ? from : null;
}

/** `Investment in British fintech rose`: where the words end that say which market's it is, when the noun opens the sentence. */
function endOfField(items: readonly Item[], head: number, quantity: number): number | null {
  if (head > 0 && items[head - 1]?.kind !== 'mark' && items[head - 1]?.kind !== 'period') return null;
  if (!/^(?:in|on|for|of)$/.test(items[head + 1]?.lower ?? '')) return null;
  for (let i = head + 2; i < Math.min(head + 8, quantity); i++) {
    const item = items[i];
    if (item === undefined || item.kind === 'mark' || /^(?:quantity|period)$/.test(item.kind) || OF_SOMEBODY.test(item.lower)) return null;
    if (item.kind === 'mention' && item.mention.kind !== 'place' && item.mention.kind !== 'market') return null;
    if (isVerbItem(item)) return i > head + 2 && !items.slice(i, quantity).some(({ text }) => text === ',') ? i : null;
  }
  return null;
}

/** `Sales in the period`, `investment in its plants`: somebody's, whom the text before is about. */
const OF_SOMEBODY = /^(?:the|its|their|his|her|our|this|that|these|those|such|which|who)$/;

/** A verb stands between the noun and the amount, or "at", "of" or "to" alone. */
function tells(items: readonly Item[], head: number, quantity: number): boolean {
  if (quantity - head === 2 && /^(?:at|of|to|by)$/.test(items[head + 1]?.lower ?? '')) return true;
  for (let i = head + 1; i < Math.min(quantity, head + 7); i++) {
    if (/^(?:as|that|which|who|when|while|and|after|because|to)$/.test(items[i]?.lower ?? '')) return false;
    if (isVerbItem(items[i])) return true;
  }
  return items[head + 1]?.lower === 'growth' && /^(?:at|of)$/.test(items[quantity - 1]?.lower ?? '');
}
