import type { DealRole, DealStatus, DealType } from '@newsledger/events';
import { byDefault, type Chosen, type Ground, groundAt, groundInWords } from '../explain/ground.ts';
import { clauseAround, wordsOf } from '../text/itemQueries.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { bitOf } from '../text/wordHints.ts';
import { dealStatusRules } from './dealStatusRules.ts';
import type { Named } from './named.ts';
import { supplyRoles } from './supplyDeals.ts';

/** One side of a deal. */
export interface Party {
  readonly role: DealRole;
  readonly entity: string;
  /** The item that names it; null when the party comes from elsewhere. */
  readonly index: number | null;
  readonly because: Ground;
}

/** A deal as one sentence tells it. */
export interface DealDraft {
  readonly type: DealType;
  readonly status: DealStatus;
  /** Whether words of the sentence say so; `announced` without any is only what articles mostly tell. */
  readonly statusIsTold: boolean;
  readonly parties: readonly Party[];
  readonly sentence: ReadSentence;
  /** The item whose word tells of the deal. */
  readonly trigger: number;
  /** "the deal", "the agreement" without parties of its own: it means the deal told before. */
  readonly anaphoric: boolean;
  readonly because: { readonly type: Ground; readonly status: Ground };
}

/**
 * A telling with the status that its words give it and, for supply contracts, the roles of its parties.
 * @param verb the item whose form tells whether it is done, where another word names the deal: `bought a stake`.
 */
export function make(
  sentence: ReadSentence,
  trigger: number,
  type: DealType,
  parties: readonly Party[],
  anaphoric: boolean,
  rule: string,
  verb = trigger,
): DealDraft | null {
  if (!anaphoric && parties.length === 0) return null;
  const told = statusOf(sentence, verb, type);
  const status =
    sentence.filed !== null && (told === null || told.value === 'announced')
      ? { value: sentence.filed, because: byDefault('item of the filing') }
      : told;
  return {
    type,
    status: status?.value ?? 'announced',
    statusIsTold: status !== null,
    parties: type === 'supply_contract' ? supplyRoles(sentence, parties, trigger) : parties,
    sentence,
    trigger,
    anaphoric,
    because: { type: groundAt(rule, sentence.items, trigger), status: status?.because ?? byDefault('nothing says how far it is') },
  };
}

const statusRows = dealStatusRules.map((row) => ({ ...row, bit: bitOf(row.status) }));

/** The status that the words around the trigger give a deal; null when none does. */
function statusOf(sentence: ReadSentence, trigger: number, type: DealType): Chosen<DealStatus> | null {
  const [from, to] = clauseAround(sentence.items, trigger);
  const words = wordsOf(sentence.items, from, to);
  const whole = sentence.lower;
  const { items } = sentence;
  const word = items[trigger]?.lower ?? '';
  const before = wordsOf(items, trigger - 2, trigger);
  const done = (DONE.has(word) || (word === 'took' && items[trigger + 1]?.lower === 'over')) && !/\b(?:if|once|until|yet)\b/.test(before);
  // `closed the round, raising $54 million`
  const isDone =
    (done && !/\b(?:to|be|being|will|would|could|may)\b/.test(before)) || (word === 'raising' && items[trigger - 1]?.text === ',');
  for (const { status, bit, words: pattern } of statusRows) {
    if ((sentence.hints & bit) === 0) continue;
    // What has been done was agreed and announced before: `has raised $2 billion as part of a plan to …`.
    if (isDone && /^(?:agreed|announced)$/.test(status)) break;
    const ofWhole = /^(?:rumoured|denied)$/.test(status);
    const match = pattern.exec(ofWhole ? whole : words);
    if (match === null) continue;
    // An offer that was announced is not yet a deal.
    if (status === 'announced' && type === 'acquisition' && OFFERS.has(word)) break;
    const rule = `words of ${status}`;
    const start = sentence.start + match.index;
    return {
      value: status,
      because: ofWhole ? { rule, start, end: Math.min(sentence.end, start + match[0].length) } : groundInWords(rule, items, from, match),
    };
  }
  if (isDone) return { value: 'completed', because: groundAt('verb of a thing done', items, trigger) };
  const past = isPlanned(words) ? null : LONG_AGO.exec(words);
  if (past !== null) return { value: 'completed', because: groundInWords(OF_OLD, items, from, past) };
  if (type === 'settlement' && /\b(?:would|will) pay\b/.test(words)) return { value: 'agreed', because: byDefault('payment that settles') };
  if (isPlanned(words)) return { value: 'announced', because: byDefault('words of a plan') };
  if (done) return { value: 'completed', because: groundAt('verb of a thing done', items, trigger) };
  return type === 'acquisition' && OFFERS.has(word)
    ? { value: 'talks', because: groundAt('an offer not yet accepted', items, trigger) }
    : null;
}

/** Verbs of deals in the form that tells of a thing done. */
const DONE = new Set(
  'acquired bought purchased snapped swallowed absorbed scooped gobbled invested raised merged lent settled sold secured landed bagged nabbed obtained closed completed finished issued borrowed'.split(
    ' ',
  ),
);

const OFFERS = new Set(['bid', 'bids', 'bidding', 'offer', 'offers', 'offered', 'proposal', 'proposals', 'approach']);

function isPlanned(words: string): boolean {
  return /\b(?:plans?|seek\w*|to raise|aims?|will|set to)\b/.test(words);
}

/** The rule that takes a deal for one of the past. */
export const OF_OLD = 'words of long ago';

/** `its listing five years ago`, `its previous record acquisition`: told of as a thing of the past. */
const LONG_AGO =
  /\b(?:years?|decades?) (?:ago|earlier)\b|\b(?:previous|earlier|prior|past) (?:\S+ ){0,2}(?:acquisition|takeover|purchase|listing|ipo|round|investment|merger)s?\b/;

/** Adds a party unless it is there already. */
export function add(parties: Party[], role: DealRole, named: Named | null | undefined): void {
  if (named === null || named === undefined || parties.some((party) => party.entity === named.entity)) return;
  parties.push({ role, entity: named.entity, index: named.index, because: named.because });
}

/** Two tellings name the same parties. */
export function sameParties(a: DealDraft, b: DealDraft): boolean {
  return (
    a.anaphoric === b.anaphoric &&
    a.parties.length === b.parties.length &&
    a.parties.every((party) => b.parties.some((other) => other.entity === party.entity))
  );
}
