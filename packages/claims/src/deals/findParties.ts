import { makerOf } from '../entities/names.ts';
import { hasTrait } from '../entities/organisations.ts';
import { byDefault, type Ground } from '../explain/ground.ts';
import { clauseSubject } from '../figures/chooseSubject.ts';
import { isPossessive, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';

/** Someone named in a sentence who can be a party to a deal; `index` is the item, null when the text before named it. */
export interface Named {
  readonly entity: string;
  readonly index: number | null;
  readonly because: Ground;
}

/** Organisations and people can make deals; indexes, places and markets can't. */
export function namedAt(items: readonly Item[], index: number, rule = 'named beside it'): Named | null {
  const item = items[index];
  if (item?.kind !== 'mention' || !/^(?:organisation|person|product)$/.test(item.mention.kind)) return null;
  if (
    hasTrait(item.mention.entity, 'publisher') &&
    item.mention.form === 'listed' &&
    /^(?:reported|said)$/.test(items[index + 1]?.lower ?? '')
  )
    return null;
  // A deal for `Azure` is a deal with its maker.
  const entity =
    item.mention.kind === 'product' ? (makerOf.get(item.mention.entity.toLowerCase()) ?? item.mention.entity) : item.mention.entity;
  return { entity, index, because: { rule, start: item.start, end: item.end } };
}

/** Words behind which somebody else acts. */
const OTHER_CLAUSE = new Set('which that who said says while after as'.split(' '));

/** The parties behind one of `prepositions` (words with blanks between) right of the trigger, with those that "and" adds. */
export function namedAfter(items: readonly Item[], trigger: number, prepositions: string): Named[] {
  const wanted = prepositions.split(' ');
  for (let i = trigger + 1; i < Math.min(trigger + 14, items.length); i++) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[;:.]$/.test(item.text))) break;
    if (item.kind === 'word' && wanted.includes(item.lower) && items[i - 1]?.lower !== 'according') {
      const found = list(items, i + 1, 6, `behind “${item.lower}”`);
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
    if (i > trigger + 1 && item.kind === 'word' && OTHER_CLAUSE.has(item.lower)) break;
  }
  return [];
}

function hasMoney(items: readonly Item[], from: number, to: number): boolean {
  return items.slice(from, to).some((item) => item.kind === 'quantity');
}

/** The direct objects of a verb: `acquired Splunk`, `bought chip designer Arm and two others`. */
export function objectsAfter(items: readonly Item[], verb: number): Named[] {
  return named(items, verb) ?? list(items, verb + 1, 7, 'object of the verb');
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
    if (item === undefined || isVerbItem(item) || (item.kind === 'mark' && !/^['’-]$/.test(item.text))) return null;
    if (item.kind === 'word' && /^(?:of|by|with|from|to|for|in|on|at|and)$/.test(item.lower)) return null;
    if (item.kind === 'mention' && isPossessive(items, i)) return namedAt(items, i, 'possessor of the deal');
  }
  return null;
}

/** `OpenAI and Oracle announce`: everybody whom "and" joins to the one at `named`, in order. */
export function withCoordinated(items: readonly Item[], named: Named): Named[] {
  const all = [named];
  let i = named.index;
  while (i !== null && i >= 2 && (items[i - 1]?.lower === 'and' || items[i - 1]?.text === ',' || items[i - 1]?.text === '&')) {
    const before = namedAt(items, items[i - 2]?.text === ',' ? i - 3 : i - 2, 'joined by “and”');
    if (before === null || (items[i - 1]?.text === ',' && all.length === 1)) break;
    all.unshift(before);
    i = before.index;
  }
  return all;
}

/** `the $38 billion Amazon deal`, `the Oracle contract`: parties inside the noun phrase. */
export function modifiersOf(items: readonly Item[], noun: number): Named[] {
  const found: Named[] = [];
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i--) {
    const item = items[i];
    if (item === undefined || isVerbItem(item) || isPossessive(items, i)) break;
    if (item.kind === 'word' && /^(?:of|by|with|from|to|for|in|on|at|and|the|a|an|its|their|'s|’s|that)$/.test(item.lower)) break;
    if (item.kind === 'mark' && !/^[,-]$/.test(item.text)) break;
    const named = namedAt(items, i, 'before the noun');
    if (named !== null && item.kind === 'mention' && item.mention.form !== 'pronoun' && item.mention.form !== 'description')
      found.unshift(named);
  }
  return found;
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

/** The subject of the trigger's clause, else whom the text before was about. */
export function agentOf(sentence: ReadSentence, trigger: number): Named | null {
  const financed = financedAgent(sentence.items, trigger);
  if (financed !== null) return financed;
  const choice =
    clauseSubject(sentence.items, isVerbItem(sentence.items[trigger]) ? trigger + 1 : trigger) ?? headlineSubject(sentence, trigger);
  if (choice !== null) return choice;
  const first = sentence.items.findIndex(
    (item, index) => index < trigger && item.kind === 'mention' && prepositionBefore(sentence.items, index) === null,
  );
  return (first >= 0 ? namedAt(sentence.items, first, 'first named in the sentence') : null) ?? ofFocus(sentence);
}

/** `Citigroup will provide Xerox financing to swallow HP`: whoever gets the means acts. */
function financedAgent(items: readonly Item[], trigger: number): Named | null {
  if (
    items[trigger - 1]?.lower !== 'to' ||
    !/^(?:financing|funding|funds|money|cash|loans?|capital|approval|permission)$/.test(items[trigger - 2]?.lower ?? '')
  )
    return null;
  return /^(?:provide|give|lend|offer|grant|hand)/.test(items[trigger - 4]?.lower ?? '')
    ? namedAt(items, trigger - 3, 'who is financed')
    : null;
}

/** Whom the text before the sentence was about. */
export function ofFocus({ focus }: ReadSentence): Named | null {
  return focus === null ? null : { entity: focus, index: null, because: byDefault('whom the text before is about') };
}

/** `Amazon to buy Whole Foods`, `Nvidia, Arm sign deal`: titles drop the verb form that the clause rule looks for. */
function headlineSubject({ items }: ReadSentence, trigger: number): Named | null {
  for (let i = trigger - 1; i >= Math.max(0, trigger - 3); i--) {
    const named = namedAt(items, i, 'subject of the title');
    if (named !== null && prepositionBefore(items, i) === null && !isPossessive(items, i)) return named;
  }
  return null;
}

/** `Kylie Jenner's cosmetics company`, `IBM's chip business`: what is meant is the business, not its owner. */
function ownedBusiness(items: readonly Item[], owner: number): Named | null {
  const item = items[owner];
  if (item?.kind !== 'mention' || !/^['’]s$/.test(items[owner + 1]?.text ?? '')) return null;
  const words: string[] = [];
  for (let i = owner + 2; i < Math.min(owner + 7, items.length); i++) {
    const word = items[i];
    if (word?.kind !== 'word' || isVerbItem(word) || /^(?:and|of|in|for|with)$/.test(word.lower)) return null;
    words.push(word.text);
    if (/^(?:company|business|unit|division|arm|brand|firm|operations|assets|subsidiary|studio|network)$/.test(word.lower))
      return {
        entity: `${item.mention.entity}'s ${words.join(' ')}`.slice(0, 200),
        index: i,
        because: { rule: 'business of the owner', start: item.start, end: word.end },
      };
  }
  return null;
}

function list(items: readonly Item[], from: number, reach: number, rule: string): Named[] {
  const found: Named[] = [];
  let limit = from + reach;
  for (let i = from; i < Math.min(limit, items.length); i++) {
    const item = items[i];
    if (item === undefined) break;
    const named = namedAt(items, i, rule);
    if (named !== null) {
      if (item.kind === 'mention' && item.mention.form === 'pronoun' && isPossessive(items, i)) continue;
      found.push(ownedBusiness(items, i) ?? named);
      const next = items[i + 1];
      const more = next?.text === ',' || next?.lower === 'and' || next?.text === '&';
      if (!more || (namedAt(items, i + 2) === null && items[i + 2]?.lower !== 'and')) break;
      limit = i + 4;
    } else if (isVerbItem(item) || (item.kind === 'mark' && !/^[,'’-]$/.test(item.text)) || item.kind === 'period') break;
    else if (found.length === 0 && item.kind === 'word' && /^(?:that|which|who|by|for|at|with|from|in|into|of)$/.test(item.lower)) break;
  }
  return found;
}
