import type { Figure } from '@newsledger/events';
import type { DealDraft } from '../deals/dealDraft.ts';
import type { Ground } from '../explain/ground.ts';
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
  readonly because: FigureGrounds;
}

/** Why each field of a figure has its value; null where the field is empty. */
export interface FigureGrounds {
  readonly subject: Ground;
  readonly measure: Ground;
  readonly counterparty: Ground | null;
  readonly period: Ground | null;
  readonly status: Ground;
  readonly speaker: Ground | null;
}
