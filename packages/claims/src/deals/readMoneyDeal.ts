import type { DealType } from '@newsledger/events';
import { clauseSubject } from '../figures/chooseSubject.ts';
import { isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type DealDraft, make, type Party } from './dealDraft.ts';
import { moneyNounOf } from './dealWords.ts';
import { agentOf, withCoordinated } from './findAgents.ts';
import { namedAfter, possessorOf } from './findParties.ts';
import { moneyAfter, moneyBefore } from './money.ts';
import { DEBT, givingVerbs, type MoneyNoun, takingVerbs } from './moneyNouns.ts';
import { type Named, namedAt } from './named.ts';
import { partiesFrom } from './nameList.ts';

/** `closed a $9 million Series A round`, `entered into a $250 million facility with its banks`, `a $40 million round led by …`. */
export function moneyNounDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  const row = moneyNounOf.get(items[at]?.lower ?? '');
  if (row === undefined || /^(?:round|investments?|side|options?|costs?|book|portfolio|officers?|agent)$/.test(items[at + 1]?.lower ?? ''))
    return null;
  if (/^lines?$/.test(items[at]?.lower ?? '') && !/^(?:credit|liquidity)$/.test(items[at - 1]?.lower ?? '')) return null;
  const money = moneyBefore(items, at, 8) ?? moneyAfter(items, at, 4);
  const verb = verbBefore(items, Math.min(at, money ?? at));
  const word = verb === null ? '' : (items[verb]?.lower ?? '');
  const gives = givingVerbs.has(word);
  const lenders = money === null && row.type === 'financing' && takingVerbs.has(word) ? investorsOf(items, at, 'with') : [];
  if (money === null && lenders.length === 0 && !(gives && /^(?:co-)?le/.test(word))) return null;
  if (row.type === 'investment' && (gives || !/^(?:rec|sec|obt|att|got|gets|won|land|bag)/.test(word))) return null;
  const type = typeOf(row, items, money ?? at, at);
  const parties: Party[] = [];
  if (gives && verb !== null) {
    for (const investor of actors(items, verb)) add(parties, 'investor', investor);
    const taker = receiver(items, verb) ?? possessorOf(items, at) ?? namedAfter(items, at, row.takers)[0];
    if (parties.length === 0 || taker == null) return null;
    add(parties, 'investee', taker);
  } else {
    const owner = possessorOf(items, at);
    const [to] = row.type === 'financing' ? namedAfter(items, at, row.takers, 8) : [];
    const taker = to ?? owner ?? (takingVerbs.has(word) && verb !== null ? agentOf(sentence, verb) : null);
    if (taker === null) return null;
    add(parties, 'investee', taker);
    if (to !== undefined) add(parties, 'investor', owner);
  }
  for (const investor of investorsOf(items, at, row.givers)) add(parties, 'investor', investor);
  return make(sentence, at, type, parties, false, row.name, takingVerbs.has(word) && verb !== null ? verb : at);
}

/** `The round was led by Index Ventures`, `Sequoia also participated`: who stands behind the round told before. */
export function roundBacked(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  const word = items[at]?.lower;
  if ((word === 'led' || word === 'backed' || word === 'helmed') && items[at + 1]?.lower === 'by') {
    const before = wordsOf(items, Math.max(0, at - 7), at);
    if (
      moneyBefore(items, at, 4) === null &&
      !/\b(?:the|this|its|latest) (?:\S+ ){0,4}(?:round|financing|funding|investment|raise)\b/.test(before)
    )
      return null;
    const parties: Party[] = [];
    for (const investor of investorsOf(items, at - 1, '')) add(parties, 'investor', investor);
    return parties.length === 0 ? null : make(sentence, at, 'funding_round', parties, true, 'round led by somebody');
  }
  if (word !== 'participated') return null;
  const parties: Party[] = [];
  for (const investor of actors(items, at)) add(parties, 'investor', investor);
  return parties.length === 0 ? null : make(sentence, at, 'funding_round', parties, true, 'investors that took part');
}

/** Everybody who puts money in, right of the telling: `led by A, with participation from B and C`, `from investors including D`. */
export function investorsOf(items: readonly Item[], at: number, givers: string): Named[] {
  const found: Named[] = [];
  const direct = givers.split(' ');
  let ofInvestors = false;
  for (let i = at + 1; i < items.length; i++) {
    const { lower = '', kind } = items[i] ?? {};
    if (kind !== 'word') continue;
    ofInvestors ||= /^(?:investors?|backers|participants|lenders|banks)$/.test(lower);
    const before = items[i - 1]?.lower ?? '';
    const opens =
      (lower === 'by' && /^(?:led|co-led|backed|helmed|joined|headed|anchored|provided)$/.test(before)) ||
      (/^(?:from|by|of)$/.test(lower) && /^(?:participation|contributions?|support|backing|involvement)$/.test(before)) ||
      (lower === 'with' && items.slice(i + 1, i + 14).some((item) => item.lower === 'participating')) ||
      (ofInvestors && (lower === 'including' || (lower === 'as' && before === 'such'))) ||
      (found.length === 0 && direct.includes(lower) && !/^(?:up|down)$/.test(before) && items[i + 1]?.kind !== 'quantity');
    if (opens) found.push(...partiesFrom(items, i + 1, 8, `behind “${lower}”`));
  }
  return found;
}

function typeOf(row: MoneyNoun, items: readonly Item[], money: number, at: number): DealType {
  if (row.type !== 'funding_round') return row.type;
  const words = wordsOf(items, Math.min(money, at) - 2, at + 4);
  return DEBT.test(words) && !/\b(?:equity|series|seed|round)\b/.test(words) ? 'financing' : 'funding_round';
}

/** The verb that governs the noun: the nearest one of giving or taking to the left, in its clause. */
function verbBefore(items: readonly Item[], at: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - 9); i--) {
    const item = items[i];
    if (item?.kind === 'mark' && /^[;:—–]$/.test(item.text)) return null;
    if (isAdjective(items, i)) continue;
    if (item?.kind === 'word' && (takingVerbs.has(item.lower) || givingVerbs.has(item.lower))) return i;
    if (isVerbItem(item) && !/ing$/.test(item?.lower ?? '')) return null;
  }
  return null;
}

/** `a senior secured facility`: how a loan is, not what was done. */
export function isAdjective(items: readonly Item[], at: number): boolean {
  return (
    items[at]?.lower === 'secured' &&
    (/^(?:senior|an?|the|new|its|first-lien|fully|asset)$/.test(items[at - 1]?.lower ?? '') ||
      /^(?:term|credit|loan|debt|notes|facility|revolving|lending)$/.test(items[at + 1]?.lower ?? ''))
  );
}

/** `provided Veltrix with a loan`: who stands right behind the verb. */
function receiver(items: readonly Item[], verb: number): Named | null {
  return /^(?:provid|giv|gave|offer|grant|lend|lent|extend)/.test(items[verb]?.lower ?? '')
    ? namedAt(items, verb + 1, 'who is financed')
    : null;
}

function actors(items: readonly Item[], verb: number): Named[] {
  const subject = clauseSubject(items, verb + 1);
  return subject === null ? [] : withCoordinated(items, subject);
}
