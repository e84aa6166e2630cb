import type { FoldState } from '../fold/state.ts';
import { type GenerationTable, schemaOf } from '../generations/generationTables.ts';
import { echoCounts } from '../save/saveClaims.ts';
import { lastOfEach } from '../save/saveFigures.ts';
import { type ColumnValues, copyRows } from './copyRows.ts';
import type { Lanes } from './lanes.ts';

/** Where rows are copied to. */
export interface Target {
  readonly lanes: Lanes;
  readonly generation: number;
  readonly tables: ReadonlyMap<string, GenerationTable>;
}

/** Keys of rows that the tables have already: they can't be copied again, and are left to `saveState`. */
export interface Stored {
  readonly articles: ReadonlySet<string>;
  readonly revisions: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
}

export const NOTHING_STORED: Stored = { articles: new Set(), revisions: new Set(), figures: new Set(), deals: new Set() };

/** What a state that was just loaded has from the tables. */
export function storedIn({ articles, revisions, figures, deals }: FoldState): Stored {
  return {
    articles: new Set(articles.keys()),
    revisions: new Set(revisions.keys()),
    figures: new Set(figures.keys()),
    deals: new Set(deals.keys()),
  };
}

/** Copies the rows of the many: articles, claims, figures and deals that are new. The state counts them as unchanged from then on. */
export async function copyNewRows(target: Target, state: FoldState, stored: Stored): Promise<void> {
  const { changed } = state;
  await copyHistory(target, state);
  for (const claimId of changed.newClaims) changed.claims.delete(claimId);
  await copy(target, 'claim', takeNew(changed.newClaims, new Set(), state.claims), {
    quote: ({ evidence }) => evidence?.quote,
    quote_start: ({ evidence }) => evidence?.start,
    quote_end: ({ evidence }) => evidence?.end,
    neighbours: (claim) => (claim.kind === 'figure' ? claim.neighbours : []),
    echoes: (claim) => echoCounts(claim).echoes,
    echo_days: (claim) => echoCounts(claim).echoDays,
  });
  await copy(target, 'article', takeNew(changed.articles, stored.articles, state.articles));
  await copy(target, 'article_revision', takeNew(changed.revisions, stored.revisions, state.revisions));
  await copy(target, 'figure', takeNew(changed.figures, stored.figures, changed.figures));
  await copy(target, 'deal', takeNew(changed.deals, stored.deals, changed.deals));
  await target.lanes.finish();
}

/** Begins to copy the history so far, which never changes, so that it takes no room in memory. */
export async function copyHistory(target: Target, { changed }: FoldState): Promise<void> {
  await copy(
    target,
    'figure_history',
    lastOfEach(changed.figureHistory, ({ figureId, position }) => `${figureId}/${position}`),
  );
  await copy(
    target,
    'deal_history',
    lastOfEach(changed.dealHistory, ({ dealId, position }) => `${dealId}/${position}`),
  );
  changed.figureHistory.length = 0;
  changed.dealHistory.length = 0;
}

/** Rows that are not stored yet, each taken out of what is to be written. */
function* takeNew<Row>(
  changed: { keys(): Iterable<string>; delete(key: string): boolean },
  stored: ReadonlySet<string>,
  rows: ReadonlyMap<string, Row>,
): Generator<Row> {
  for (const key of [...changed.keys()]) {
    if (stored.has(key)) continue;
    const row = rows.get(key);
    if (row !== undefined) yield row;
    changed.delete(key);
  }
}

/** Begins to copy rows; the next connection that is free takes them. */
async function copy<Row extends object>(
  { lanes, generation, tables }: Target,
  name: string,
  rows: Iterable<Row>,
  values?: ColumnValues<Row>,
): Promise<void> {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`the read models have no table ${name}`);
  await lanes.start((client) => copyRows(client, schemaOf(generation), table, rows, values));
}
