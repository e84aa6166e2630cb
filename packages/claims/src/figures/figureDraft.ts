import type { Figure } from '@newsledger/events';
import type { DealDraft } from '../deals/dealDraft.ts';
import type { ReadSentence } from '../text/readDocument.ts';

/** A figure and where it was read, before offsets become evidence and deals become claims. */
export interface FigureDraft {
  readonly figure: Figure;
  readonly sentence: ReadSentence;
  /** The item of the quantity. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** The telling of a deal whose value or term this is. */
  readonly deal: DealDraft | null;
  /** Which rule and words gave each field. */
  readonly because: Because;
}

export interface Because {
  readonly measure: string;
  readonly subject: string;
  readonly status: string;
  readonly period: string;
}
