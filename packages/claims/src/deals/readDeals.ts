import type { DealRole, DealType } from '@newsledger/events';
import { readDocument } from '../text/readDocument.ts';
import type { DealDraft } from './dealDraft.ts';
import { findDeals } from './findDeals.ts';

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
  for (const sentence of readDocument({ title: '', text, publishedAt: null, publisher: null }).sentences) {
    const drafts = findDeals(sentence, last);
    last = drafts.find((draft) => draft.parties.length > 1) ?? last;
    tellings.push(...drafts.map(tellingOf));
  }
  return tellings;
}

function tellingOf({ type, parties, sentence, trigger }: DealDraft): DealTelling {
  const { items } = sentence;
  const word = items[trigger];
  const money = items
    .map((item, index) => ({ item, distance: Math.abs(index - trigger) }))
    .filter(({ item, distance }) => item.kind === 'quantity' && item.quantity.kind === 'money' && distance <= 12);
  const nearest = money.sort((a, b) => a.distance - b.distance)[0]?.item;
  return {
    type,
    start: word?.start ?? sentence.start,
    end: word?.end ?? sentence.end,
    parties: parties.flatMap(({ role, entity, index }) => {
      const item = index === null ? undefined : items[index];
      return item === undefined ? [] : [{ role, entity, start: item.start, end: item.end }];
    }),
    value: nearest === undefined ? null : { start: nearest.start, end: nearest.end },
  };
}
