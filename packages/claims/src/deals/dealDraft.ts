import type { DealRole, DealStatus, DealType } from '@newsledger/events';
import { byDefault, type Ground, groundAt } from '../explain/ground.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { FoundDeal } from './foundDeal.ts';

/** One side of a deal. */
export interface Party {
  readonly role: DealRole;
  readonly entity: string;
  /** The item of the sentence that names it; null when it stands elsewhere. */
  readonly index: number | null;
  readonly because: Ground;
}

/** A deal as one sentence tells it: what figures of the sentence go by. */
export interface DealDraft {
  readonly type: DealType;
  readonly status: DealStatus;
  readonly parties: readonly Party[];
  readonly sentence: ReadSentence;
  /** The item whose word tells of the deal. */
  readonly trigger: number;
  /** The sentence names none of the parties: "the deal" means one told before. */
  readonly anaphoric: boolean;
  readonly because: { readonly type: Ground; readonly status: Ground };
  readonly deal: FoundDeal;
}

/** The telling of a deal in one of its sentences. */
export function draftOf(deal: FoundDeal, sentence: ReadSentence, trigger: number): DealDraft {
  const parties = deal.parties.map(({ role, entity, place }): Party => {
    const at = sentence.items.findIndex(({ mention }) => mention?.entity === entity);
    const index = at >= 0 ? at : null;
    return {
      role,
      entity,
      index,
      because:
        index === null
          ? groundAt('party that another telling names', place.sentence.items, place.at)
          : groundAt('party that a telling names', sentence.items, index),
    };
  });
  return {
    type: deal.type,
    status: deal.status,
    parties,
    sentence,
    trigger,
    anaphoric: parties.every(({ index }) => index === null),
    because: { type: groundAt('word of the deal', sentence.items, trigger), status: byDefault('how the tellings put it') },
    deal,
  };
}
