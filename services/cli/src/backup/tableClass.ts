import { BULLMQ_SCHEMA } from '@newsledger/queues';

/**
 * What becomes of a table in a backup: its rows are `kept`, or it is left out since it is `derived` from the log, `disposable`, or `made` by
 * the release itself. Tables that are not Newsledger's are `foreign`.
 */
export type TableClass = 'kept' | 'derived' | 'disposable' | 'made' | 'foreign';

/** Schemas that hold what can't be had again. A table that a later migration adds to one of them is kept without a word here. */
const KEPT: ReadonlySet<string> = new Set(['ledger', 'work', 'polling', 'model', 'following', 'projection']);

/** Written by migrations and by every start: which migrations there are is in a backup's header. */
const MADE = /^(?:[a-z]+\.migrations|projection\.measure|projection\.(?:generation|folding|round|share|vote))$/;

const DERIVED = /^(?:generations|generation_\d+)$/;

export function classOfTable(schema: string, table: string): TableClass {
  if (DERIVED.test(schema)) return 'derived';
  if (schema === BULLMQ_SCHEMA || `${schema}.${table}` === 'work.event_traces') return 'disposable';
  if (!KEPT.has(schema)) return 'foreign';
  return MADE.test(`${schema}.${table}`) ? 'made' : 'kept';
}
