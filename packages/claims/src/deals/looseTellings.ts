import type { DealRole, DealType } from '@newsledger/events';
import { isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';

/** Words that tell of putting or raising money without naming a second organisation: `they invest in original content`. */
export interface LooseTrigger {
  readonly type: DealType;
  readonly words: RegExp;
  readonly agent: DealRole;
  readonly other: DealRole;
  /** Prepositions before what gets the money or takes part. */
  readonly prepositions: RegExp;
  readonly example: string;
}

export const looseTriggers: readonly LooseTrigger[] = [
  {
    type: 'investment',
    words: /^(?:invest|invests|invested|investing|investments?|betting|bankroll(?:ing|s|ed)?)$/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:in|into|on|at)$/,
    example: 'Carmakers are investing in electric vehicles.',
  },
  {
    type: 'financing',
    words: /^(?:financing|financed|finance|funded|funding|lent|lend|lending|backing)$/,
    agent: 'investor',
    other: 'investee',
    prepositions: /^(?:for|to|of)$/,
    example: 'The bank arranges financing for the pipeline.',
  },
  {
    type: 'partnership',
    words:
      /^(?:deals?|agreements?|contracts?|partnerships?|collaborations?|partnering|partnered|leases?|leasing|licen[cs]e|licensing|alliances?|settlements?|teaming|negotiations)$/,
    agent: 'partner',
    other: 'partner',
    prepositions: /^(?:with|between|from)$/,
    example: 'The bank is partnering with dealerships.',
  },
];

/** A stretch of items that stands for a party, named or not. */
export interface LooseParty {
  readonly role: DealRole;
  readonly from: number;
  readonly to: number;
}

/** The telling at item `at` with whoever stands before it and whatever its preposition governs; null when it is no such word. */
export function looseTelling(items: readonly Item[], at: number): { readonly type: DealType; readonly parties: LooseParty[] } | null {
  const lower = items[at]?.lower ?? '';
  const trigger = looseTriggers.find(({ words }) => words.test(lower));
  if (trigger === undefined || items[at]?.kind !== 'word') return null;
  const parties: LooseParty[] = [];
  const agent = agentBefore(items, at);
  if (agent !== null) parties.push({ role: trigger.agent, from: agent, to: agent + 1 });
  const other = phraseAfter(items, at, trigger.prepositions);
  if (other !== null) parties.push({ role: trigger.other, ...other });
  return { type: trigger.type, parties };
}

/** The nearest pronoun or name on the left that no preposition governs. */
function agentBefore(items: readonly Item[], at: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:]$/.test(item.text))) return null;
    const party =
      item.kind === 'mention'
        ? item.mention.kind !== 'place' && item.mention.kind !== 'index'
        : /^(?:we|they|it|he|she|companies|investors|management)$/.test(item.lower);
    if (party && !/^(?:of|by|with|from|to|for|in|on|at|and|as|than)$/.test(items[i - 1]?.lower ?? '')) return i;
  }
  return null;
}

/** What stands behind the first of the prepositions, up to the next verb, mark or clause. */
function phraseAfter(items: readonly Item[], at: number, prepositions: RegExp): { readonly from: number; readonly to: number } | null {
  let from = at + 1;
  while (from < Math.min(at + 6, items.length) && !prepositions.test(items[from]?.lower ?? '')) {
    if (isVerbItem(items[from]) || (items[from]?.kind === 'mark' && items[from]?.text !== '$')) return null;
    from++;
  }
  if (!prepositions.test(items[from]?.lower ?? '')) return null;
  from++;
  let to = from;
  while (to < Math.min(from + 7, items.length)) {
    const item = items[to];
    if (item === undefined || item.kind === 'quantity' || item.kind === 'period' || (item.kind === 'mark' && !/^['’&-]$/.test(item.text)))
      break;
    if (to > from && (isVerbItem(item) || /^(?:to|that|which|who|by|while|as|with|for|in|on|at|from|over)$/.test(item.lower))) break;
    to++;
  }
  return to > from && /\p{L}/u.test(wordsOf(items, from, to)) ? { from, to } : null;
}
