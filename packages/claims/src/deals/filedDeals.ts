import { groundAt } from '../explain/ground.ts';
import type { SentenceOfText } from '../features/tellingFeatures.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { announcedOn } from './datesOfDeal.ts';
import type { DealReading } from './dealReading.ts';
import { type FiledForm, filedForms, filedNoDeals } from './filedForms.ts';
import type { FoundDeal, FoundParty } from './foundDeal.ts';

/** What is written in set words is read right but for its names. */
const CERTAINTY = 0.9;

/** A line of a filing's frame: `Item 7.01 Regulation FD Disclosure`, `FORM 8-K`. */
const FRAME = /^(?:item \d{1,2}\.\d\d\b|form (?:8|10|6)-[kq]\b)/i;

/** Whether a text is a filing with the SEC, by the headings of its items. */
function isFiling({ document }: DealReading): boolean {
  return document.sentences.some(({ text }) => FRAME.test(text));
}

/** A short line of its own without a verb of a sentence: its capitals are no names. */
function isHeading({ text }: ReadSentence): boolean {
  return FRAME.test(text) || (text.length <= 90 && !/[.;:]["”)]?$/.test(text));
}

/** The deals that a filing tells in set words, and the sentences that nothing else needs to look at. */
export function filedDeals(reading: DealReading): { readonly deals: readonly FoundDeal[]; readonly settled: ReadonlySet<SentenceOfText> } {
  const deals: FoundDeal[] = [];
  const settled = new Set<SentenceOfText>();
  if (!isFiling(reading)) return { deals, settled };
  for (const place of reading.sentences) {
    const { sentence } = place;
    if (sentence.boilerplate || sentence.items.length === 0) continue;
    const { lower } = sentence;
    if (isHeading(sentence) || filedNoDeals.some(({ words, unless }) => words.test(lower) && unless?.test(lower) !== true)) {
      settled.add(place);
      continue;
    }
    const form = filedForms.find(({ words, unless }) => words.every((pattern) => pattern.test(lower)) && unless?.test(lower) !== true);
    if (form === undefined) continue;
    const deal = dealOf(form, sentence);
    if (deal === null) continue;
    settled.add(place);
    const known = deals.findIndex((other) => isSame(other, deal));
    const before = deals[known];
    if (before === undefined) deals.push(deal);
    // What a later sentence says of the same paper is how things stand: it was signed in March and ended in May.
    else
      deals[known] = {
        ...before,
        status: deal.status === 'talks' ? before.status : deal.status,
        value: before.value ?? deal.value,
        tellings: [...before.tellings, sentence],
      };
  }
  return { deals, settled };
}

function isSame(a: FoundDeal, b: FoundDeal): boolean {
  return a.parties.every(({ key }) => b.parties.some((party) => party.key === key));
}

/** The deal of the first two companies that the sentence names, without subsidiaries made for it; null when it names no two. */
function dealOf({ type, status }: FiledForm, sentence: ReadSentence): FoundDeal | null {
  const { items } = sentence;
  const named = companiesIn(items);
  const [first, second] = named;
  if (first === undefined || second === undefined) return null;
  const party = (at: number, role: FoundParty['role']): FoundParty => {
    const entity = items[at]?.mention?.entity ?? '';
    return { role, entity, key: entity.toLowerCase(), place: { sentence, at }, chance: CERTAINTY };
  };
  const verb = items.findIndex(({ lower }) => /^(?:acquire|acquires|acquiring|acquired|acquisition|purchase|buy)$/.test(lower));
  // `to be acquired by Tern Holdings`.
  const isPassive = items[verb]?.lower === 'acquired' && items[verb + 1]?.lower === 'by';
  const parties =
    type === 'merger'
      ? [party(first, 'partner'), party(second, 'partner')]
      : isPassive
        ? [party(second, 'acquirer'), party(first, 'target')]
        : [party(first, 'acquirer'), party(named.find((at) => at > verb && at !== first) ?? second, 'target')];
  const at = Math.max(
    0,
    verb,
    items.findIndex(({ lower }) => /^(?:merger|intent|principle|understanding|combination)$/.test(lower)),
  );
  return {
    type,
    status,
    parties,
    value: onlyAmount(sentence),
    term: null,
    announcedOn: announcedOn([sentence]) ?? firstDay(sentence),
    evidence: { sentence, at },
    tellings: [sentence],
    certainty: CERTAINTY,
  };
}

/** The amount that a sentence names, besides prices of a share; null when it names several, since the words don't say which. */
function onlyAmount(sentence: ReadSentence): FoundDeal['value'] {
  const amounts = sentence.items.flatMap(({ quantity }, at) =>
    quantity?.kind === 'money' && quantity.per === null && !quantity.unit.includes('/') ? [at] : [],
  );
  const [at] = amounts;
  return at === undefined || amounts.length > 1 ? null : { sentence, at };
}

function firstDay({ items }: ReadSentence): FoundDeal['announcedOn'] {
  for (const [at, { period }] of items.entries())
    if (period !== null && period.period.from !== null && period.period.from === period.period.to)
      return { value: period.period.from, because: groundAt('day that a filing names', items, at) };
  return null;
}

/** Different companies of a sentence, each where it first stands. */
function companiesIn(items: readonly Item[]): number[] {
  const seen = new Set<string>();
  return items.flatMap(({ mention }, at) => {
    if (mention === null || mention.kind !== 'organisation' || seen.has(mention.entity) || isMadeForIt(items, at)) return [];
    seen.add(mention.entity);
    return [at];
  });
}

const MADE_FOR_IT = /\b(?:(?:Merger|Acquisition|Acquiror|Purchaser) Sub(?:sidiary)?\b|MergerCo\b|Merger Corp\b)/;

/** `KGA Merger Sub, Inc., its wholly owned subsidiary` only carries out the merger of its parent. */
function isMadeForIt(items: readonly Item[], at: number): boolean {
  if (MADE_FOR_IT.test(items[at]?.mention?.entity ?? '')) return true;
  for (let i = at + 1; i < Math.min(items.length, at + 14); i++) {
    const item = items[i];
    if (item?.lower === 'subsidiary') return true;
    if (item?.mention !== null && item?.mention !== undefined && item.mention.form !== 'pronoun' && i > at + 4) return false;
    if (item?.kind === 'mark' && /^[.;]$/.test(item.text)) return false;
    if (item?.kind === 'word' && /^(?:and|with|pursuant|under|dated)$/.test(item.lower)) return false;
  }
  return false;
}
