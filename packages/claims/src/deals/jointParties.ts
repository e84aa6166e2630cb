import type { DealType } from '@newsledger/events';
import { isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { isVerbOrBase } from '../text/verbs.ts';
import type { DealDraft, Party } from './dealDraft.ts';
import { withCoordinated } from './findAgents.ts';
import { type Named, namedAt } from './named.ts';

/** Types whose parties may all stand before the noun: `Toyota and Waymo formed a joint venture`. */
export const JOINT: ReadonlySet<DealType> = new Set<DealType>(['merger', 'joint_venture', 'partnership', 'settlement']);

/** `Oxbow and The Harbour Enter $650 Million Settlement`: who opens a heading in front of a verb in its bare form. */
export function leading(items: readonly Item[], at: number): Named | null {
  for (let i = 1; i < Math.min(at, 8); i++)
    if (items[i]?.kind === 'word' && isVerbOrBase(items[i]?.lower ?? '')) return namedAt(items, i - 1, 'who opens the heading');
  return null;
}

/** Everybody who acts together before the noun; nobody where no verb says that they join. */
export function jointParties(items: readonly Item[], at: number, subject: Named): Named[] {
  return determiner(items, at) === 'their' || JOINS.test(wordsOf(items, at - 9, at)) ? withCoordinated(items, subject) : [];
}

const JOINS =
  /\b(?:form(?:s|ed|ing)?|creat(?:e|es|ed|ing)|set(?:s|ting)? up|establish\w*|launch\w*|plan\w*|abandon\w*|call(?:ed|s|ing)? off|scrap\w*|terminat\w*|end(?:ed|s|ing)?|complet\w*|clos(?:e|es|ed)|expand\w*|extend\w*|deepen\w*|unveil\w*|discuss\w*|in talks|enter\w*|reach\w*|sign\w*|announc\w*)\b/;

/** `the two companies also form a partnership`: those of the deal told before. */
export function lastTwo({ items }: ReadSentence, at: number, lastDeal: DealDraft | null): Party[] | null {
  if (lastDeal === null || lastDeal.parties.length < 2 || /^(?:the|this|that)$/.test(determiner(items, at))) return null;
  if (!/\b(?:two|both|the) (?:companies|firms|groups|partners|sides|carmakers|airlines|banks)\b/.test(wordsOf(items, at - 14, at)))
    return null;
  return lastDeal.parties
    .filter(({ role }) => !/^(?:target|investee)$/.test(role) || lastDeal.parties.length === 2)
    .map(
      ({ entity, because }): Party => ({
        role: 'partner',
        entity,
        index: null,
        because: { ...because, rule: 'parties of the deal told before' },
      }),
    );
}

/** The article or possessive that opens the noun phrase of `at`; empty without one. */
export function determiner(items: readonly Item[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const lower = items[i]?.lower ?? '';
    if (/^(?:the|this|that|its|their|a|an)$/.test(lower)) return lower;
    if (isVerbItem(items[i]) || items[i]?.kind === 'mark') return '';
  }
  return '';
}
