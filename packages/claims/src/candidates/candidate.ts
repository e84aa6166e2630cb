import type { Mention } from '../entities/mention.ts';
import type { ReadSentence } from '../text/readDocument.ts';

/** A stretch of a sentence that may say whom a figure is about, who stands across, or who speaks. */
export interface Candidate {
  /** What a claim would call it. */
  readonly entity: string;
  /** One spelling for all candidates that mean the same: small letters, without articles and legal forms. */
  readonly key: string;
  /** A name, something that stands for one (`it`, `the company`), or a noun phrase. */
  readonly form: 'name' | 'reference' | 'phrase';
  readonly sentence: ReadSentence;
  /** Items of its sentence, `to` exclusive; `head` is the last word of a phrase or the mention itself. */
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly mention: Mention | null;
}
