import views from './views.json' with { type: 'json' };

/** A column of a view, or of what a function gives, in the schema `newsledger`. */
export interface ViewColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `numeric`, `timestamp with time zone`, `text[]`. */
  readonly type: string;
  /** What the view's own comment says of it; those of functions have none. */
  readonly comment: string | null;
}

const known: ReadonlyMap<string, readonly ViewColumn[]> = new Map(Object.entries(views));

/** The columns of a view, or of a function that gives a table, in their order, as `npm run docs` found them in the schema: its comments are the one place where they are explained. */
export function describeView(view: string): readonly ViewColumn[] {
  const columns = known.get(view);
  if (columns === undefined) throw new Error(`views.json has no view ${view}: run "npm run docs"`);
  return columns;
}
