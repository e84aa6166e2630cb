import type { DealRole, DealType } from '@newsledger/events';
import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { type ReadSentence, readDocument } from '../text/readDocument.ts';
import type { DealDraft } from './dealDraft.ts';
import { findDeals } from './findDeals.ts';
import { isLooseDealWord, looseTelling } from './looseTellings.ts';
import { meantDeal } from './meantDeal.ts';
import { valuesOf } from './tellingValues.ts';

/** One telling of a deal with the places of its words, before tellings are joined. */
export interface DealTelling {
  readonly type: DealType;
  /** The word that tells of the deal. */
  readonly start: number;
  readonly end: number;
  readonly parties: readonly { readonly role: DealRole; readonly entity: string; readonly start: number; readonly end: number }[];
  readonly value: { readonly start: number; readonly end: number } | null;
}

/** A telling of one sentence by its items; `to` exclusive. */
export interface Telling {
  readonly type: DealType;
  readonly trigger: number;
  readonly parties: readonly { readonly role: DealRole; readonly entity: string; readonly from: number; readonly to: number }[];
}

/** Every telling of a deal in a text, also those that claims leave out because nobody or nothing is named with them. */
export function readDeals(text: string): DealTelling[] {
  const tellings: DealTelling[] = [];
  let last: DealDraft | null = null;
  for (const sentence of readDocument({ title: '', text, publishedAt: null, publisher: null }, isLooseDealWord).sentences) {
    const drafts = findDeals(sentence, last);
    const told = tellingsOf(sentence, drafts, last);
    last = drafts.find((draft) => draft.parties.length > 1) ?? last;
    const values = valuesOf(sentence.items, told);
    tellings.push(...told.map((telling, index) => withOffsets(sentence.items, telling, values[index] ?? null)));
  }
  return tellings;
}

/** Strict readings first; loose ones where those say nothing, and for the parties that those found no place for. */
function tellingsOf(sentence: ReadSentence, drafts: readonly DealDraft[], last: DealDraft | null): Telling[] {
  const { items } = sentence;
  const tellings: Telling[] = [];
  for (const at of items.keys()) {
    const draft = drafts.find(({ trigger }) => trigger === at);
    const loose = looseTelling(items, at);
    const meant =
      draft === undefined || draft.anaphoric
        ? meantDeal(sentence, at, drafts.findLast(({ trigger, parties }) => trigger < at && parties.length > 1) ?? last)
        : null;
    const parties = [...placed(draft, items), ...(meant?.parties ?? [])];
    if (draft !== undefined || meant !== null || loose !== null) {
      for (const { role, from, to } of meant === null ? (loose?.parties ?? []) : [])
        if (!parties.some((party) => party.role === role || (party.from < to && from < party.to)) || draft === undefined)
          parties.push({ role, entity: wordsOf(items, from, to), from, to });
      const type = meant?.type ?? draft?.type ?? loose?.type ?? 'partnership';
      const told = tellings.filter((other) => other.type === type).flatMap((other) => other.parties);
      const isTold = (party: Telling['parties'][number]): boolean =>
        told.some(({ role, from, to }) => role === party.role && from < party.to && party.from < to);
      tellings.push({ type, trigger: at, parties: parties.filter((party) => !isTold(party)) });
    }
  }
  return tellings;
}

function placed(draft: DealDraft | undefined, items: readonly Item[]): Telling['parties'][number][] {
  return (draft?.parties ?? []).flatMap(({ role, entity, index }) =>
    index === null || items[index] === undefined ? [] : [{ role, entity, from: index, to: index + 1 }],
  );
}

function withOffsets(items: readonly Item[], { type, trigger, parties }: Telling, value: number | null): DealTelling {
  const spanOf = (from: number, to: number) => ({ start: items[from]?.start ?? 0, end: items[to - 1]?.end ?? 0 });
  return {
    type,
    ...spanOf(trigger, trigger + 1),
    parties: parties.map(({ role, entity, from, to }) => ({ role, entity, ...spanOf(from, to) })),
    value: value === null ? null : spanOf(value, value + 1),
  };
}
