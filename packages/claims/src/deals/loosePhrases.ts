import { isPossessive, isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { isVerbOrBase } from '../text/verbs.ts';

/** A stretch of items that stands for a party, named or not; `to` exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** Who acts, or whose the noun is. */
export interface Agent extends Phrase {
  readonly owns: boolean;
}

const PREPOSITION = /^(?:of|by|with|from|to|for|in|on|at|as|than|into|over|after|before|about|against|via|through|since|until)$/;
const PRONOUN = /^(?:we|they|it|he|she|i|us|who)$/;
/** Plain nouns that act. */
const AGENT_NOUN =
  /^(?:company|companies|firms?|group|investors?|management|banks?|lenders?|funds?|states|government|carmakers?|retailers?|startups?|start-ups?|giant|biotech|maker|team|carrier|unit|parent|foundation|university|board|owners?|bidders?)$/;

/** Who acts: the nearest name, pronoun or plain noun of an organisation left of the trigger that no preposition governs. */
export function agentBefore(items: readonly Item[], trigger: number): Agent | null {
  const owner = ownerOf(items, trigger);
  if (owner !== null) return { ...owner, owns: true };
  for (let i = trigger - 1; i >= Math.max(0, trigger - 16); i--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:]$/.test(item.text))) return null;
    if (!isParty(item) || isPossessive(items, i)) continue;
    // `the trend of companies issuing debt`: who is governed acts in the participle right behind.
    const acts = i === trigger - 1 && /ing$/.test(items[trigger]?.lower ?? '');
    if (!acts && isGoverned(items, i)) continue;
    if (isListed(items, i)) continue;
    return { from: i, to: i + 1, owns: false };
  }
  return null;
}

/** `Celgene's frenzy of pipeline investments`, `its purchase`: the possessor of the noun phrase that the trigger ends. */
function ownerOf(items: readonly Item[], trigger: number): Phrase | null {
  for (let i = trigger - 1; i >= Math.max(0, trigger - 8); i--) {
    const item = items[i];
    if (item === undefined || isVerbItem(item) || (item.kind === 'mark' && !/^['’$,-]$/.test(item.text))) return null;
    if (item.kind === 'mention' && isPossessive(items, i)) return { from: i, to: i + 1 };
    if (/^(?:our|its|their|his|her)$/.test(item.lower)) return { from: i, to: i + 1 };
    if (item.kind === 'word' && PREPOSITION.test(item.lower) && item.lower !== 'of') return null;
  }
  return null;
}

function isParty(item: Item): boolean {
  return item.kind === 'mention'
    ? !/^(?:index|market|place)$/.test(item.mention.kind)
    : item.kind === 'word' && (PRONOUN.test(item.lower) || AGENT_NOUN.test(item.lower));
}

/** A preposition governs it, other than one that joins the clause of which it is the subject: `after the company purchased bonds`. */
function isGoverned(items: readonly Item[], at: number): boolean {
  const word = before(items, at);
  return PREPOSITION.test(word) && !(/^(?:after|before|as|since|until|than)$/.test(word) && isVerbItem(items[at + 1]));
}

/** The word that governs item `at`, looking through articles and what stands between them and the noun. */
function before(items: readonly Item[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const item = items[i];
    if (item?.kind !== 'word' || isVerbItem(item)) return '';
    if (PREPOSITION.test(item.lower)) return item.lower;
    if (!/^(?:the|a|an|its|their|our|his|her|this|that|new|[a-z]+-[a-z]+|german|american|chinese)$/.test(item.lower)) return '';
  }
  return '';
}

/** `including Tsing Capital and Mitsui`: one of a list behind a preposition. */
function isListed(items: readonly Item[], at: number): boolean {
  return /^(?:and|or|,)$/.test(items[at - 1]?.text ?? '') && items[at - 2]?.kind === 'mention' && PREPOSITION.test(before(items, at - 2));
}

/** What stands behind the first of the prepositions within `reach` items. */
export function phraseAfter(items: readonly Item[], trigger: number, prepositions: RegExp, reach = 6): Phrase | null {
  let from = trigger + 1;
  while (from < Math.min(trigger + 1 + reach, items.length) && !prepositions.test(items[from]?.lower ?? '')) {
    if (isVerbItem(items[from]) || (items[from]?.kind === 'mark' && !/^[$(),'’]$/.test(items[from]?.text ?? ''))) return null;
    from++;
  }
  if (/^(?:related|according|due|up|prior|thanks)$/.test(items[from - 1]?.lower ?? '')) return null;
  return prepositions.test(items[from]?.lower ?? '') ? nounPhrase(items, from + 1) : null;
}

/** What money is for, by verbs that the list of verbs lacks. */
const PURPOSE = new Set('address refinance repay redeem retire plug prop shore beef tap avoid fix bail tackle meet save'.split(' '));

/** The noun phrase that begins at `from`: up to the next verb, mark or clause. */
export function nounPhrase(items: readonly Item[], from: number): Phrase | null {
  const first = items[from];
  if (first === undefined || PREPOSITION.test(first.lower) || (first.kind === 'quantity' && first.quantity.kind === 'money')) return null;
  // `to cover pensions`: a purpose, not a party.
  if (items[from - 1]?.lower === 'to' && first.kind === 'word' && (isVerbOrBase(first.lower) || PURPOSE.has(first.lower))) return null;
  let to = from;
  while (to < Math.min(from + 9, items.length)) {
    const item = items[to];
    if (item === undefined || item.kind === 'period' || (item.kind === 'mark' && !/^['’&"“-]$/.test(item.text))) break;
    if (item.kind === 'quantity' && item.quantity.kind === 'money' && to > from) break;
    const isVerb = isVerbItem(item) && !/^(?:an?|the|its|their)$/.test(items[to - 1]?.lower ?? '');
    if (to > from && (isVerb || /^(?:to|that|which|who|by|while|as|with|for|on|at|from|over|because|and)$/.test(item.lower))) break;
    to++;
  }
  return to > from && !isBare(items, from, to) ? { from, to } : null;
}

/** `the` of `the remaining $5bn`, `tax-related reasons`: nobody and nothing that money goes to. */
function isBare(items: readonly Item[], from: number, to: number): boolean {
  const words = wordsOf(items, from, to);
  return !/\p{L}/u.test(words) || /^(?:an?|the|its|their|less|more)$|\b(?:reasons?|purposes?)$/.test(words);
}
