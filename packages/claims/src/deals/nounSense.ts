import { isPossessive, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { moneyBefore } from './money.ts';

/** `customer acquisition`, `what Amazon already offers`: words of deals in another sense. */
export function isOtherSense(items: readonly Item[], at: number): boolean {
  const word = items[at]?.lower ?? '';
  if (/^acquisitions?$/.test(word))
    return /^(?:customers?|talent|content|data|users?|subscribers?|player|land|language|vaccine)$/.test(items[at - 1]?.lower ?? '');
  if (/^purchases?$/.test(word))
    return (
      /^(?:prices?|orders?|decisions?|history|obligations?)$/.test(items[at + 1]?.lower ?? '') ||
      /^(?:power|energy|electricity|off-?take)$/.test(items[at - 1]?.lower ?? '')
    );
  if (word === 'investment')
    return /^(?:banks?|bankers?|banking|research|risks?|advi[cs]e|advisers?|advisors?|managers?|management|firms?|grade|funds?|trusts?|theory|thesis|vehicles?|returns?|income)$/.test(
      items[at + 1]?.lower ?? '',
    );
  if (word === 'pursuit') return moneyBefore(items, at, 4) === null && !/^(?:takeover|hostile)$/.test(items[at - 1]?.lower ?? '');
  if (/^(?:proposals?|approach)$/.test(word))
    return !(
      /\b(?:takeover|acquisition|buyout|merger|unsolicited|hostile|non-binding|bid|all-cash)\b/.test(wordsOf(items, at - 3, at)) ||
      (/^(?:from|by)$/.test(items[at + 1]?.lower ?? '') &&
        (moneyBefore(items, at, 2) !== null || /\bto (?:buy|acquire|merge|combine|take over)\b/.test(wordsOf(items, at + 2, at + 9))))
    );
  if (!/^(?:offers?|bids?)$/.test(word) || items[at + 1]?.lower === 'for') return false;
  return !/\b(?:the|this|that|an?|its|their|his|any|no|revised|improved|sweetened|hostile|unsolicited|cash|takeover|buyout|acquisition|new|higher|binding|initial|'s|’s|rival|stock|latest|final|formal|counter|tender)\b/.test(
    wordsOf(items, at - 4, at),
  );
}

/** `to purchase`, `will offer`: a verb, though it looks like a noun. */
export function isVerbUse(items: readonly Item[], at: number): boolean {
  if (
    /^offers?$/.test(items[at]?.lower ?? '') &&
    (/^(?:which|that|who|also|first|now|it|they|we)$/.test(items[at - 1]?.lower ?? '') ||
      (items[at]?.lower === 'offers' &&
        items[at + 1]?.kind === 'word' &&
        !/^(?:for|of|from|to|by|that|and|or|was|were|are|in|at|on|worth|have|had)$/.test(items[at + 1]?.lower ?? '')))
  )
    return true;
  if (
    /^(?:offers|bids|contracts|leases|orders|deals|partners|offer|bid)$/.test(items[at]?.lower ?? '') &&
    items[at - 1]?.kind === 'mention' &&
    !isPossessive(items, at - 1) &&
    items[at + 1]?.lower !== 'for'
  )
    return true;
  return (
    /^(?:to|will|would|could|can|may|might|should|they|we|not|together|jointly|both|previously)$/.test(items[at - 1]?.lower ?? '') &&
    /^(?:purchase|offer|bid|contract|lease|order|deal|partner)$/.test(items[at]?.lower ?? '')
  );
}
