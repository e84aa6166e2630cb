import type { DealRole, DealStatus, DealType, FigureStatus, Measure } from '@newsledger/events';

/** A figure as a careful reader labels it; offsets are into `text`, amounts as written and fully scaled. */
export interface LabelledFigure {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: Measure;
  readonly period: string | null;
  readonly status: FigureStatus;
  readonly attributed_to: string | null;
  /** Whether any careful reader would want it. */
  readonly must: boolean;
}

/** A stretch that tells a deal; `full` when it names all parties. */
interface LabelledTelling {
  readonly where: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  readonly full: boolean;
}

/** A deal as a careful reader labels it, once a text, with every stretch that tells it. */
export interface LabelledDeal {
  readonly type: DealType;
  readonly parties: readonly { readonly name: string; readonly role: DealRole }[];
  readonly value_low: number | null;
  readonly value_high: number | null;
  readonly unit: string | null;
  readonly term_years: number | null;
  readonly announced: string | null;
  readonly status: DealStatus;
  readonly quote: string;
  readonly tellings?: readonly LabelledTelling[];
}

/** One news text with its labels. `fold` says in which part of a cross-validation it is held out. */
export interface LabelledText {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly fold: number;
  /** How much what it teaches counts beside a text of ordinary news; 1 unless said. */
  readonly counts?: number;
  readonly figures: readonly LabelledFigure[];
  readonly deals: readonly LabelledDeal[];
}
