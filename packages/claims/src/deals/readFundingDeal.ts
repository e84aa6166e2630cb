import type { DealType } from '@newsledger/events';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type DealDraft, make, type Party } from './dealDraft.ts';
import { agentOf } from './findAgents.ts';
import { namedAfter, possessorOf } from './findParties.ts';
import { moneyAfter, moneyBefore } from './money.ts';
import type { Named } from './named.ts';
import { namedAt } from './named.ts';
import { investorsOf, isAdjective } from './readMoneyDeal.ts';

const LISTING = /^(?:ipo|listing|flotation|float|offering|debut)$/;

/** "raised $13 billion in a Series F round led by Iconiq". */
export function raising(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (!/^(?:raise|raises|raised|raising|secured|secures|landed|lands|bagged|bags|nabbed|nabs)$/.test(items[at]?.lower ?? '')) return null;
  if (
    items[at]?.lower === 'raise' &&
    /^(?:capital|fund|equity|recent|latest|an?|its|their|the|first|seed)$/.test(items[at - 1]?.lower ?? '')
  )
    return null;
  // `bringing the total raised to £75 million`
  if (items[at]?.lower === 'raised' && /^(?:total|amount|money|funds|capital|sum|funding|equity)$/.test(items[at - 1]?.lower ?? ''))
    return null;
  const money = moneyAfter(items, at, 7) ?? undisclosed(items, at);
  if (money === null || isAdjective(items, at) || isPlural(items, at)) return null;
  const object = wordsOf(items, at + 1, money);
  if (/\b(?:guidance|forecast|outlook|price|target|dividend|stake|bid|offer|estimate|from)\b/.test(object)) return null;
  const words = ` ${wordsOf(items, at, items.length)} `;
  const isListed = / (?:ipo|initial public offering|flotation) /.test(` ${wordsOf(items, at - 9, at)} `);
  const type: DealType =
    isListed || / (?:listing|ipo|initial public offering|share sale|stock sale|offering|debut|flotation|issuance of stock) /.test(words)
      ? 'ipo'
      : / (?:debt|bonds?|loans?|notes|borrowing) /.test(words) && !/ equity /.test(words)
        ? 'financing'
        : 'funding_round';
  const parties: Party[] = [];
  add(parties, type === 'ipo' ? 'seller' : 'investee', agentOf(sentence, at));
  if (parties.length === 0) return null;
  if (type !== 'ipo') for (const investor of investorsOf(items, at, 'from')) add(parties, 'investor', investor);
  return make(sentence, at, type, parties, false, `raising money, ${type}`);
}

/** `raised an undisclosed amount from`, `raised additional funding from`: money that no number tells. */
function undisclosed(items: readonly Item[], at: number): number | null {
  const words = wordsOf(items, at + 1, at + 8);
  const told = /\b(?:undisclosed|additional|fresh|new|seed|bridge|series)\b.*\b(?:amount|sum|funding|funds|capital|round|money)\b/.exec(
    words,
  );
  return told === null || !/\b(?:from|led by|by)\b/.test(wordsOf(items, at + 3, at + 12)) ? null : at + 1;
}

/** `20 startups raised $263 million`: nobody in particular. */
function isPlural(items: readonly Item[], at: number): boolean {
  const before = /^(?:have|had|collectively|together|jointly)$/.test(items[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return (
    items[before]?.kind === 'word' &&
    /^(?:startups|start-ups|companies|firms|funds|investors|businesses|players)$/.test(items[before].lower)
  );
}

/** "agreed to provide Xerox financing", "lent CoreWeave $2 billion": who gets money stands behind the verb. */
export function providing(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (!/^(?:financing|loans?|funding)$/.test(items[at]?.lower ?? '')) return null;
  const verb = items[at - 2]?.lower ?? '';
  const receiver = namedAt(items, at - 1);
  if (receiver === null || !/^(?:provid|arrang|offer|giv|grant)/.test(verb)) return null;
  const parties: Party[] = [];
  add(parties, 'investor', agentOf(sentence, at - 2));
  add(parties, 'investee', receiver);
  return parties.length < 2 ? null : make(sentence, at, 'financing', parties, false, 'providing finance');
}

/** "its $25 billion initial public offering". */
export function listing(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  // `its debut weekend`: nothing is listed.
  if (!LISTING.test(items[at]?.lower ?? '') || /^(?:weekends?|albums?|films?|novels?|seasons?|episodes?)$/.test(items[at + 1]?.lower ?? ''))
    return null;
  const owner = possessorOf(items, at) ?? namedAfter(items, at, 'of')[0] ?? lister(sentence, at);
  const money = moneyBefore(items, at, 6);
  if (owner === null || (money === null && items[at]?.lower !== 'ipo')) return null;
  const parties: Party[] = [];
  add(parties, 'seller', owner);
  return parties.length === 0 ? null : make(sentence, at, 'ipo', parties, false, 'listing of a company');
}

/** `it went public in April`, `filed to go public`: whose shares are listed. */
export function goingPublic(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (items[at]?.lower !== 'public' || !/^(?:go|goes|going|went|gone)$/.test(items[at - 1]?.lower ?? '')) return null;
  if (/\b(?:could|would|might|never|no|not|cannot)\b/.test(wordsOf(items, at - 7, at - 1))) return null;
  // `the company that went public last month` is told of in passing.
  if (/^(?:with|about|on)$/.test(items[at + 1]?.lower ?? '') || /^(?:that|which|who)$/.test(items[at - 2]?.lower ?? '')) return null;
  const parties: Party[] = [];
  add(parties, 'seller', agentOf(sentence, at - 1));
  return parties.length === 0 ? null : make(sentence, at, 'ipo', parties, false, 'going public', at - 1);
}

/** "took a 51% stake in X" is an investment, or an acquisition where it is the bigger part. */
export function stakeDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (!isPartOf(items, at)) return null;
  const verb = takingVerb(items, at);
  if (verb === null) return null;
  const before = wordsOf(items, verb, at);
  const majority = /\b(?:majority|controlling|entire)\b/.test(before) || isBiggerPart(items, verb, at);
  const parties: Party[] = [];
  add(parties, majority ? 'acquirer' : 'investor', agentOf(sentence, verb));
  for (const bought of namedAfter(items, at, items[at]?.lower === 'share' ? 'in of' : 'in'))
    add(parties, majority ? 'target' : 'investee', bought);
  add(parties, 'seller', possessorOf(items, at));
  for (const seller of namedAfter(items, at, 'from').slice(0, 1)) add(parties, 'seller', seller);
  if (parties.length < 2) return null;
  const rule = majority ? 'purchase of a majority stake' : 'purchase of a stake';
  return make(sentence, at, majority ? 'acquisition' : 'investment', parties, false, rule, verb);
}

const LISTS = new Set(
  'launch launches launched file files filed filing price prices priced plan plans planned planning complete completed postpone postponed delay delayed'.split(
    ' ',
  ),
);

/** `launched an IPO`, `filed for an initial public offering`: whose shares are listed. */
function lister(sentence: ReadSentence, at: number): Named | null {
  const { items } = sentence;
  if (items[at]?.lower !== 'ipo' && !(items[at]?.lower === 'offering' && items[at - 1]?.lower === 'public')) return null;
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) if (LISTS.has(items[i]?.lower ?? '')) return agentOf(sentence, i);
  return null;
}

function isBiggerPart(items: readonly Item[], from: number, to: number): boolean {
  const part = items.slice(from, to).find(({ quantity }) => quantity?.kind === 'percent');
  return Number(part?.quantity?.value ?? 0) > 50;
}

/** `a stake in`, `an 11 percent share in`, `a majority interest in`. */
function isPartOf(items: readonly Item[], at: number): boolean {
  const { lower = '' } = items[at] ?? {};
  if (lower === 'stake') return true;
  if (!/^(?:share|interest|holding|shareholding|ownership)$/.test(lower) || items[at + 1]?.lower === 'position') return false;
  const before = items[at - 1];
  return (
    (before?.kind === 'quantity' && before.quantity.kind === 'percent') ||
    /^(?:minority|majority|controlling|equity|ownership)$/.test(before?.lower ?? '')
  );
}

const TAKES = new Set(
  'took take takes taking taken acquire acquires acquired acquiring buy buys bought buying purchase purchases purchased purchasing snapped picked'.split(
    ' ',
  ),
);

function takingVerb(items: readonly Item[], stake: number): number | null {
  for (let i = stake - 1; i >= Math.max(0, stake - 9); i--) if (TAKES.has(items[i]?.lower ?? '')) return i;
  return null;
}
