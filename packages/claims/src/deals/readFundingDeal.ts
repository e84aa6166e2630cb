import type { DealType } from '@newsledger/events';
import { clauseSubject } from '../figures/chooseSubject.ts';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { add, type DealDraft, make, type Party } from './dealDraft.ts';
import { agentOf, type Named, namedAfter, namedAt, possessorOf } from './findParties.ts';
import { moneyAfter, moneyBefore } from './money.ts';

const LISTING = /^(?:ipo|listing|flotation|float|offering|debut)$/;

/** Every word at which a rule of this file begins to look. */
export const fundingWords: ReadonlySet<string> = new Set(
  'raise raises raised raising secured ipo listing flotation float offering debut financing loan loans funding stake'.split(' '),
);

/** "raised $13 billion in a Series F round led by Iconiq". */
export function raising(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (!/^(?:raise|raises|raised|raising|secured)$/.test(items[at]?.lower ?? '')) return null;
  const money = moneyAfter(items, at, 7);
  if (money === null) return null;
  const object = wordsOf(items, at + 1, money);
  if (/\b(?:guidance|forecast|outlook|price|target|dividend|stake|bid|offer|estimate|from)\b/.test(object)) return null;
  const words = ` ${wordsOf(items, at, items.length)} `;
  const type: DealType = / (?:listing|ipo|initial public offering|share sale|stock sale|offering|debut|flotation|issuance of stock) /.test(
    words,
  )
    ? 'ipo'
    : / (?:debt|bonds?|loans?|notes|borrowing) /.test(words) && !/ equity /.test(words)
      ? 'financing'
      : 'funding_round';
  const parties: Party[] = [];
  add(parties, type === 'ipo' ? 'seller' : 'investee', agentOf(sentence, at));
  if (parties.length === 0) return null;
  if (type !== 'ipo') for (const investor of [...namedAfter(items, at, 'from by'), ...ledBy(items, at)]) add(parties, 'investor', investor);
  return make(sentence, at, type, parties, false, `raising money, ${type}`);
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
  if (!LISTING.test(items[at]?.lower ?? '')) return null;
  const owner = possessorOf(items, at) ?? namedAfter(items, at, 'of')[0] ?? null;
  const money = moneyBefore(items, at, 6);
  if (owner === null || (money === null && items[at]?.lower !== 'ipo')) return null;
  const parties: Party[] = [];
  add(parties, 'seller', owner);
  return parties.length === 0 ? null : make(sentence, at, 'ipo', parties, false, 'listing of a company');
}

/** "took a 51% stake in X" is an investment; "sold its X stake" a divestiture. */
export function stakeDeal(sentence: ReadSentence, at: number): DealDraft | null {
  const { items } = sentence;
  if (items[at]?.lower !== 'stake') return null;
  const before = wordsOf(items, at - 8, at);
  if (!/\b(?:took|takes?|taking|acquir\w+|buy|buys|bought|buying|purchas\w+)\b/.test(before)) return null;
  const parties: Party[] = [];
  add(parties, 'investor', clauseSubject(items, at));
  for (const investee of namedAfter(items, at, 'in')) add(parties, 'investee', investee);
  if (parties.length < 2) return null;
  const majority = /\b(?:majority|controlling|entire)\b/.test(before);
  return make(
    sentence,
    at,
    majority ? 'acquisition' : 'investment',
    majority ? parties.map((party): Party => ({ ...party, role: party.role === 'investor' ? 'acquirer' : 'target' })) : parties,
    false,
    majority ? 'purchase of a majority stake' : 'purchase of a stake',
  );
}

function ledBy(items: readonly Item[], at: number): Named[] {
  for (let i = at + 1; i < items.length; i++) if (/^(?:led|backed|joined)$/.test(items[i]?.lower ?? '')) return namedAfter(items, i, 'by');
  return [];
}
