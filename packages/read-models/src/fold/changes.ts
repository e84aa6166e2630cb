import type { AuditRow, Cause, DealRow, FigureRow, RateRow, ReliabilityRow } from './rows.ts';

/** What a batch of events has changed, to be written: keys of rows that the state holds, and rows that it asks for no more. */
export class Changes {
  readonly sources = new Set<string>();
  readonly names = new Set<string>();
  readonly entities = new Set<string>();
  /** Whether an epoch was closed: reliability is small, and saved as a whole then. */
  epochs = false;
  readonly reliabilityHistory: (ReliabilityRow & { readonly position: bigint })[] = [];
  readonly rates = new Map<string, RateRow>();
  readonly articles = new Set<string>();
  readonly revisions = new Set<string>();
  readonly newClaims = new Set<string>();
  readonly claims = new Set<string>();
  readonly figures = new Map<string, FigureRow>();
  readonly deals = new Map<string, DealRow>();
  readonly pins = new Set<string>();
  readonly figureHistory: (FigureRow & Cause)[] = [];
  readonly dealHistory: (DealRow & Cause)[] = [];
  readonly audits: AuditRow[] = [];

  /** To be called once everything is written. */
  forget(): void {
    this.epochs = false;
    for (const value of Object.values(this))
      if (Array.isArray(value)) value.length = 0;
      else if (value instanceof Set || value instanceof Map) value.clear();
  }
}
