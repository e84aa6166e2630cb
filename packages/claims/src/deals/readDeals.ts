import type { DealRole, DealType } from '@newsledger/events';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { readDocument } from '../text/readDocument.ts';
import type { DealDraft } from './dealDraft.ts';
import { findDeals } from './findDeals.ts';
import { isLooseDealWord, type LooseTelling, looseTelling } from './looseTellings.ts';

/** One telling of a deal with the places of its words, before tellings are joined. */
export interface DealTelling {
  readonly type: DealType;
  /** The word that tells of the deal. */
  readonly start: number;
  readonly end: number;
  readonly parties: readonly { readonly role: DealRole; readonly entity: string; readonly start: number; readonly end: number }[];
  readonly value: { readonly start: number; readonly end: number } | null;
}

/** Every telling of a deal in a text, also those that claims leave out because nobody or nothing is named with them. */
export function readDeals(text: string): DealTelling[] {
  const tellings: DealTelling[] = [];
  let last: DealDraft | null = null;
  for (const sentence of readDocument({ title: '', text, publishedAt: null, publisher: null }, isLooseDealWord).sentences) {
    const drafts = findDeals(sentence, last);
    last = drafts.find((draft) => draft.parties.length > 1) ?? last;
    tellings.push(...drafts.map(tellingOf));
    const told = new Set(drafts.map(({ trigger }) => trigger));
    for (const at of sentence.items.keys()) {
      const loose = told.has(at) ? null : looseTelling(sentence.items, at);
      if (loose !== null) tellings.push(looseTellingAt(sentence.items, at, loose));
    }
  }
  return tellings;
}

function tellingOf({ type, parties, sentence, trigger }: DealDraft): DealTelling {
  const { items } = sentence;
  const word = items[trigger];
  return {
    type,
    start: word?.start ?? sentence.start,
    end: word?.end ?? sentence.end,
    parties: parties.flatMap(({ role, entity, index }) => {
      const item = index === null ? undefined : items[index];
      return item === undefined ? [] : [{ role, entity, start: item.start, end: item.end }];
    }),
    value: moneyNearest(items, trigger),
  };
}

function looseTellingAt(
  items: readonly Item[],
  at: number,
  { type, parties }: LooseTelling,
): DealTelling {
  const word = items[at];
  return {
    type,
    start: word?.start ?? 0,
    end: word?.end ?? 0,
    parties: parties.map(({ role, from, to }) => ({
      role,
      entity: wordsOf(items, from, to),
      start: items[from]?.start ?? 0,
      end: items[to - 1]?.end ?? 0,
    })),
    value: moneyNearest(items, at),
  };
}

/** The amount of money nearest to the word that tells of the deal, not beyond a dozen words. */
function moneyNearest(items: readonly Item[], trigger: number): { start: number; end: number } | null {
  const money = items
    .map((item, index) => ({ item, distance: Math.abs(index - trigger) }))
    .filter(({ item, distance }) => item.kind === 'quantity' && item.quantity.kind === 'money' && distance <= 12);
  const nearest = money.sort((a, b) => a.distance - b.distance)[0]?.item;
  return nearest === undefined ? null : { start: nearest.start, end: nearest.end };
}
