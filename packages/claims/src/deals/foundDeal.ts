import type { DealRole, DealStatus, DealType } from '@newsledger/events';
import type { Chosen } from '../explain/ground.ts';
import type { ReadSentence } from '../text/readDocument.ts';

/** Where an amount, a name or a word stands. */
export interface ItemPlace {
  readonly sentence: ReadSentence;
  /** Index into the sentence's items. */
  readonly at: number;
}

/** One side of a deal. */
export interface FoundParty {
  readonly role: DealRole;
  readonly entity: string;
  /** One spelling for all names of the text that mean the same. */
  readonly key: string;
  /** Where a telling names it, or else the text. */
  readonly place: ItemPlace;
  /** Of being a party in this role. */
  readonly chance: number;
}

/** One deal as a whole text tells it. */
export interface FoundDeal {
  readonly type: DealType;
  readonly status: DealStatus;
  readonly parties: readonly FoundParty[];
  /** The amount of money that it is worth; null when none of the text is. */
  readonly value: ItemPlace | null;
  /** The duration that it runs for. */
  readonly term: ItemPlace | null;
  /** ISO day that a telling names; null when none does. */
  readonly announcedOn: Chosen<string> | null;
  /** The telling that evidence is taken from, at the word that tells. */
  readonly evidence: ItemPlace;
  /** Every sentence that tells it, in the order of the text. */
  readonly tellings: readonly ReadSentence[];
  /** Probability that type, parties and value are right. */
  readonly certainty: number;
}
