import type { Quantity } from '@newsledger/quantities';
import { makerOfPlane } from '../deals/planes.ts';
import { makerOf } from '../entities/names.ts';
import { hasTrait } from '../entities/organisations.ts';
import type { Ground } from '../explain/ground.ts';
import { isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { headOf } from './headCue.ts';
import { chosen, type MeasureChoice, plural, words } from './measureChoice.ts';
import { countNouns, downWords } from './otherCues.ts';

/** What a number of things measures; null when nothing worth keeping is counted. */
export function count(items: readonly Item[], at: number, quantity: Quantity): MeasureChoice | null {
  const noun = quantity.text.toLowerCase() === 'one' ? null : countedNoun(items, at, quantity);
  if (noun === null)
    return isSold(items, at, quantity) ? chosen('units_sold', at, { unit: 'unit', because: groundOf('number sold', quantity) }) : null;
  if (NOISE.has(noun)) return null;
  if (noun === 'point') {
    const isFall = words(items, at, 3).some((word) => downWords.has(word));
    return chosen('share_price_change', at, { unit: 'point', sign: isFall ? -1 : 1, because: groundOf('points of an index', quantity) });
  }
  const near = words(items, at, 8);
  if (/^(?:people|person)$/.test(noun)) {
    if (near.some((word) => /^(?:employ\w*|laid|lay|hire\w*|jobs?|staff|workforce|layoffs|dismiss\w*)$/.test(word)))
      return chosen('employees', at, { unit: 'employee', because: groundOf('people who work', quantity) });
    if (near.some((word) => /^(?:use|uses|used|using|weekly|daily|monthly|users)$/.test(word)))
      return chosen('users', at, { unit: 'user', because: groundOf('people who use', quantity) });
    return isSmallWord(quantity)
      ? null
      : chosen('other_count', at, { unit: 'person', noun: 'people', because: groundOf('counted people', quantity) });
  }
  const row = countRow(noun);
  const used = row === undefined ? usedProduct(items, at) : null;
  if (used !== null) return chosen('customers', used, { unit: 'customer', because: groundOf('who use what a company sells', quantity) });
  if (noun === 'cpu') return chosen('other_count', at, { unit: 'CPU', noun: 'CPUs', because: groundOf('counted noun', quantity) });
  const counted = noun.replace(/-/g, ' ');
  if (row === undefined)
    return isSmallWord(quantity)
      ? null
      : chosen('other_count', at, { unit: counted, noun: plural(counted), because: groundOf('counted noun', quantity) });
  if (
    row.measure === 'units_sold' &&
    !near.some((word) =>
      /^(?:sold|sell|sells|sales|deliver\w*|order\w*|ship\w*|produc\w*|purchase\w*|bought|buy|built|backlog)$/.test(word),
    )
  )
    return isSmallWord(quantity)
      ? null
      : chosen('other_count', at, { unit: counted, noun: plural(counted), because: groundOf('counted noun', quantity) });
  if (row.measure === 'users' && near.some((word) => /^customers?$/.test(word)))
    return chosen('customers', at, { unit: 'customer', because: groundOf('users who are customers', quantity) });
  return chosen(row.measure, at, {
    unit: row.unit ?? counted,
    definition: row.measure === 'users' ? (near.find((word) => /^(?:weekly|daily|monthly)$/.test(word)) ?? null) : null,
    because: groundOf(`counted noun of ${row.measure}`, quantity),
  });
}

const USING = /^(?:use|uses|used|using|run|runs|running)$/;
const PRODUCT = /^(?:software|platforms?|services?|products?|tools?|apps?|technology|cloud|systems?|chatbot|models?)$/;

/** `150 agencies were using its software`, `3 million businesses use Shopify's platform`: the item of what is used, which somebody owns. */
function usedProduct(items: readonly Item[], at: number): number | null {
  const verb = items.findIndex(({ lower }, index) => index > at && index < at + 9 && USING.test(lower));
  if (verb < 0) return null;
  for (let i = verb + 1; i < Math.min(verb + 6, items.length); i++) {
    if (items[i]?.kind === 'mark') return null;
    if (PRODUCT.test(items[i]?.lower ?? '')) return isOwned(items, verb + 1, i) ? i : null;
  }
  return null;
}

function isOwned(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isPossessive(items, i)) return true;
  return false;
}

/** Those who are asked for their opinion are counted by nobody. */
const NOISE = new Set(['analyst', 'economist', 'respondent', 'bookrunner', 'brokerage', 'reason', 'way', 'time', 'thing']);

/** `it sold 40.4 million`, `delivered 369,783 Model 3`: a large number without a noun, right behind a verb of selling. */
function isSold(items: readonly Item[], at: number, { value, text }: Quantity): boolean {
  if (Number(value ?? 0) < 1000 || /^(?:19|20)\d\d$/.test(text)) return false;
  const next = items[at + 1];
  const isBare =
    next === undefined || next.kind !== 'word' || /^(?:in|last|during|worldwide|globally|and|while|this|to|of)$/.test(next.lower);
  return (
    isBare && items.slice(Math.max(0, at - 3), at).some(({ lower }) => /^(?:sold|delivered|shipped|ships|sells|delivers)$/.test(lower))
  );
}

/** The number and the noun that it counts. */
function groundOf(rule: string, { start, end, noun }: Quantity): Ground {
  return { rule, start, end: Math.max(end, noun?.end ?? end) };
}

/** The counted noun in the singular: the scanner's, else the first known one behind names and adjectives: `of Nvidia's GB200 chips`. */
function countedNoun(items: readonly Item[], at: number, quantity: Quantity): string | null {
  const own = singular((quantity.noun?.phrase ?? quantity.unit).toLowerCase()).replace(/ /g, '-');
  if (/(?:^|-)(?:cpu|central-processing-unit|central-processor)$/.test(own)) return 'cpu';
  if (/graphics-processing-unit$/.test(own)) return 'gpu';
  if (own !== '' && countRow(own) !== undefined) return own;
  if (/(?:^|-)(?:dreamliner|7[0-8]7\S*)$/.test(own)) return 'plane';
  for (let i = at + 1; i < Math.min(at + 7, items.length); i++) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && !/^['’/-]$/.test(item.text))) break;
    // `4,700 US stores`: behind a name it is no verb.
    const isNoun = items[i - 1]?.kind === 'mention' && countRow(singular(item.lower)) !== undefined;
    if (isVerbItem(item) && !isNoun) break;
    if (makerOfPlane(item) !== null && own === '') return 'plane';
    if (item.kind === 'mention') {
      if (item.mention.kind === 'market' && /data centres$/i.test(item.mention.entity)) return 'data-centre';
      if (
        item.mention.kind === 'product' &&
        hasTrait(makerOf.get(item.mention.entity.toLowerCase()) ?? null, 'chip') &&
        !/^(?:chips?|gpus?)$/.test(items[i + 1]?.lower ?? '')
      )
        return 'chip';
      continue;
    }
    if (item.kind !== 'word' || /^(?:in|for|at|to|from|by|with|on|as)$/.test(item.lower)) {
      if (item.kind !== 'mark') break;
      continue;
    }
    if (item.lower === 'data' && /^cent(?:re|er)s?$/.test(items[i + 1]?.lower ?? '')) return 'data-centre';
    const noun = singular(item.lower);
    if (countRow(noun) !== undefined || noun === 'cpu') return noun;
    if (noun === 'unit' && items[i - 1]?.lower === 'processing') return items[i - 2]?.lower === 'central' ? 'cpu' : 'gpu';
  }
  return own === '' ? headNoun(items, at) : own;
}

/** `a workforce of 350,000`, `users climbed 11% to 713 million`: what is counted stands before the number. */
function headNoun(items: readonly Item[], at: number): string | null {
  if (
    items[at + 1]?.kind === 'word' &&
    !/^(?:in|from|as|by|at|and|while|last|this|worldwide|globally|or)$/.test(items[at + 1]?.lower ?? '')
  )
    return null;
  if (/^(?:of)$/.test(items[at - 1]?.lower ?? '') && /^(?:workforce|staff|headcount)$/.test(items[at - 2]?.lower ?? '')) return 'employee';
  const head = headOf(items, at);
  if (head === null) return null;
  const noun = singular(items[head.to - 1]?.lower ?? '');
  return /^(?:headcount|workforce)$/.test(noun)
    ? 'employee'
    : countRow(noun) === undefined || !/s$/.test(items[head.to - 1]?.lower ?? '')
      ? null
      : noun;
}

function countRow(noun: string): (typeof countNouns)[number] | undefined {
  const row = rowOf.get(noun);
  if (row !== undefined || !noun.includes('-')) return row;
  const parts = noun.split('-');
  return rowOf.get(parts.slice(-2).join('-')) ?? rowOf.get(parts.at(-1) ?? noun);
}

const rowOf = new Map(countNouns.flatMap((row) => row.nouns.split(' ').map((noun): [string, (typeof countNouns)[number]] => [noun, row])));

/** "one person", "two of them": small numbers in words count nothing that anybody looks up. */
function isSmallWord(quantity: Quantity): boolean {
  return !/\d/.test(quantity.text) && quantity.value !== null && Number(quantity.value) <= 12;
}

function singular(noun: string): string {
  return /(?:ss|us|news)$/.test(noun) ? noun : /ies$/.test(noun) ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '');
}
