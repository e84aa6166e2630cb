import { canonicalName } from '../entities/canonicalName.ts';
import { isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { type Named, namedAt, pairOf } from './named.ts';
import { partiesFrom } from './nameList.ts';

/** The parties behind one of `prepositions` (words with blanks between) right of the trigger, with those that "and" adds. */
export function namedAfter(items: readonly Item[], trigger: number, prepositions: string, reach = 14): Named[] {
  const wanted = prepositions.split(' ');
  let comma = false;
  for (let i = trigger + 1; i < Math.min(trigger + reach, items.length); i++) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:.]$/.test(item.text))) break;
    comma ||= item.text === ',';
    // `receive $17 billion for the deal, including $4 billion in cash from Blackstone`
    if (item.lower === 'from' && comma) continue;
    if (item.kind === 'word' && wanted.includes(item.lower) && items[i - 1]?.lower !== 'according') {
      const found = partiesFrom(items, i + 1, 6, `behind “${item.lower}”`);
      if (found.length > 0) return found;
      // `the purchase of a property for donation to …`: what is bought has been told.
      if (
        item.lower === 'of' &&
        wanted.length > 1 &&
        items[i + 1]?.kind === 'word' &&
        !/^(?:about|up|more|some)$/.test(items[i + 1]?.lower ?? '') &&
        !hasMoney(items, i, i + 4)
      )
        return [];
    }
    if (i > trigger + 1 && item.kind === 'word' && ENDS_PHRASE.has(item.lower)) break;
  }
  return [];
}

/** Words behind which another clause goes on. */
const ENDS_PHRASE = new Set(
  'which that who said says while after as will would could may should has have had calls makes gives'.split(' '),
);

function hasMoney(items: readonly Item[], from: number, to: number): boolean {
  return items.slice(from, to).some((item) => item.kind === 'quantity');
}

/** The direct objects of a verb: `acquired Splunk`, `bought chip designer Arm and two others`. */
export function objectsAfter(items: readonly Item[], verb: number): Named[] {
  return named(items, verb) ?? partiesFrom(items, verb + 1, 7, 'object of the verb');
}

/** `a quirky bakery chain called La Boulange`. */
function named(items: readonly Item[], verb: number): Named[] | null {
  for (let i = verb + 1; i < Math.min(verb + 11, items.length); i++) {
    if (/^(?:called|named|dubbed)$/.test(items[i]?.lower ?? '')) {
      const name = namedAt(items, i + 1);
      return name === null ? null : [name];
    }
    if (items[i]?.kind === 'mark' || isVerbItem(items[i])) return null;
  }
  return null;
}

/** The object of a relative clause stands before it: `Splunk, which Cisco agreed to buy`. */
export function relativeObject(items: readonly Item[], verb: number): Named | null {
  for (let i = verb - 1; i >= Math.max(1, verb - 7); i--) {
    const item = items[i];
    if (item?.kind === 'mark') return null;
    if (item?.lower !== 'which' && item?.lower !== 'that') continue;
    const subject = items.slice(i + 1, verb).some((inner) => inner.kind === 'mention');
    if (!subject) return null;
    return namedAt(items, items[i - 1]?.text === ',' ? i - 2 : i - 1, 'before the relative clause');
  }
  return null;
}

/** `Cisco's $28 billion acquisition`, `its purchase`, `the Xerox offer`: who stands in front of the noun. */
export function possessorOf(items: readonly Item[], noun: number): Named | null {
  for (let i = noun - 1; i >= Math.max(0, noun - 8); i--) {
    const item = items[i];
    if (item === undefined || (isVerbItem(item) && !/^(?:expected|planned|proposed|reported|announced|completed)$/.test(item.lower)))
      return null;
    if (item.kind === 'mark' && !/^['’-]$/.test(item.text)) return null;
    if (item.kind === 'word' && /^(?:of|by|with|from|to|for|in|on|at|and)$/.test(item.lower)) return null;
    if (item.kind === 'mention' && isPossessive(items, i)) return namedAt(items, i, 'possessor of the deal');
  }
  return null;
}

/** `the $38 billion Amazon deal`, `the Oracle contract`: parties inside the noun phrase. */
export function modifiersOf(items: readonly Item[], noun: number): Named[] {
  const found: Named[] = [];
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i--) {
    const item = items[i];
    if (item === undefined || isVerbItem(item) || isPossessive(items, i)) break;
    if (item.kind === 'word' && /^(?:of|by|with|from|to|for|in|on|at|and|the|a|an|its|their|'s|’s|that)$/.test(item.lower)) break;
    if (item.kind === 'mark' && !/^[,-]$/.test(item.text)) break;
    const pair = pairAt(items, i);
    if (pair !== null) return pair;
    const named = namedAt(items, i, 'before the noun');
    if (named !== null && item.kind === 'mention' && item.mention.form !== 'pronoun' && item.mention.form !== 'description')
      found.unshift(named);
  }
  return found;
}

/** `the Kroger-Albertsons merger`: two parties in one word, where neither the list nor the article has it as one name. */
function pairAt(items: readonly Item[], at: number): Named[] | null {
  const item = items[at];
  const pair = item === undefined ? null : pairOf(item);
  if (item === undefined || pair === null) return null;
  const half = (name: string): Named => ({
    entity: canonicalName(name),
    index: at,
    because: { rule: 'half of a pair of names', start: item.start, end: item.end },
  });
  return pair.map(half);
}

/** `hands Amazon Web Services an $83 billion deal`: who gets the deal stands between the verb and its article. */
export function indirectObject(items: readonly Item[], noun: number): Named[] {
  for (let i = noun - 1; i >= Math.max(1, noun - 7); i--) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && item.text !== '-')) return [];
    if (item.kind !== 'mention') continue;
    const named = namedAt(items, i, 'who is given the deal');
    const verb = items[i - 1]?.lower ?? '';
    return named !== null &&
      /^(?:an?|its|the)$/.test(items[i + 1]?.lower ?? '') &&
      /^(?:hand|give|award|offer|win|land)(?:s|ed|ing)?$|^(?:gave|won)$/.test(verb)
      ? [named]
      : [];
  }
  return [];
}
