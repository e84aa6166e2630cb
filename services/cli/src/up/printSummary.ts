import { listFigures } from '@newsledger/read-models';
import type pg from 'pg';
import colours from 'picocolors';
import { figureColumns } from '../commands/figures.ts';
import type { Printer } from '../output/printer.ts';

/** Rows that fit a screen; the rest is a command away. */
const ROWS = 30;

interface Summary {
  readonly pool: pg.Pool;
  readonly printer: Printer;
  readonly seconds: number;
  /** Null when no pages are served. */
  readonly webUrl: string | null;
  readonly sqlUrl: string;
}

/** The best witnessed figures, what was read, and where to go on. */
export async function printSummary({ pool, printer, seconds, webUrl, sqlUrl }: Summary): Promise<void> {
  const { rows: best } = await listFigures(pool, { limit: ROWS });
  printer.rows(best, figureColumns, 'Nothing was found; "newsledger status" tells what the sources said.');
  if (printer.json) return;
  const { rows } = await pool.query<Record<'sources' | 'articles' | 'events' | 'claims' | 'figures' | 'disputed' | 'deals', string>>(
    `SELECT (SELECT count(*) FROM newsledger.sources WHERE removed_at IS NULL) AS sources,
            (SELECT count(*) FROM newsledger.articles) AS articles,
            (SELECT count(*) FROM ledger.events) AS events,
            (SELECT count(*) FROM newsledger.claims) AS claims,
            (SELECT count(*) FROM newsledger.figures) AS figures,
            (SELECT count(*) FROM newsledger.figures WHERE agreement = 'disputed') AS disputed,
            (SELECT count(*) FROM newsledger.deals) AS deals`,
  );
  const [n] = rows;
  printer.line(
    `\n${n?.articles} articles of ${n?.sources} sources made ${n?.events} events: ${n?.claims} claims, ${n?.figures} figures (${n?.disputed} disputed), ${n?.deals} deals, in ${seconds.toFixed(1)} s.`,
  );
  if (webUrl !== null) printer.line(`${colours.bold('Pages')}  ${webUrl}`);
  printer.line(`${colours.bold('SQL')}    psql "${sqlUrl}"`);
  printer.line(
    `${colours.bold('Why')}    ./newsledger why openai deal_value amazon${webUrl === null ? '' : '\n\nRunning; Ctrl-C ends it.'}`,
  );
}
