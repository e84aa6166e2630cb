import { createEventStore, readCheckpoint } from '@newsledger/event-store';
import { failingWork, pendingWork } from '@newsledger/queues';
import { listParkedEvents, listShares, REST, type ShareRow } from '@newsledger/read-models';
import type pg from 'pg';
import colours from 'picocolors';
import type { Column, Printer } from '../output/printer.ts';

interface SourceRow {
  readonly source_id: string;
  readonly health: string;
  readonly last_polled_at: Date | null;
  readonly next_poll_at: Date | null;
  readonly article_count: number;
  readonly failures: number | null;
  readonly last_error: string | null;
}

interface Counts {
  readonly articles: number;
  readonly claims: number;
  readonly figures: number;
  readonly disputed: number;
  readonly deals: number;
}

const sourceColumns: readonly Column<SourceRow>[] = [
  { title: 'SOURCE', of: ({ source_id }) => source_id },
  { title: 'HEALTH', of: ({ health }) => (health === 'healthy' ? colours.green(health) : health) },
  { title: 'ARTICLES', of: ({ article_count }) => `${article_count}`, align: 'right' },
  { title: 'LAST POLL', of: ({ last_polled_at }) => when(last_polled_at) },
  { title: 'NEXT', of: ({ next_poll_at }) => when(next_poll_at) },
  { title: 'LAST ERROR', of: ({ last_error }) => last_error ?? '', maxWidth: 70 },
];

/** Sources with their health, what is still to do, and how far the read models are. */
export async function printStatus(pool: pg.Pool, printer: Printer): Promise<void> {
  const { rows: sources } = await pool.query<SourceRow>('SELECT * FROM newsledger.sources WHERE removed_at IS NULL ORDER BY source_id');
  const { rows: counted } = await pool.query<Counts>(
    `SELECT (SELECT count(*)::integer FROM newsledger.articles) AS articles,
            (SELECT count(*)::integer FROM newsledger.claims) AS claims,
            (SELECT count(*)::integer FROM newsledger.figures) AS figures,
            (SELECT count(*)::integer FROM newsledger.figures WHERE agreement = 'disputed') AS disputed,
            (SELECT count(*)::integer FROM newsledger.deals) AS deals`,
  );
  const [counts] = counted;
  const work = await pendingWork(pool);
  const failing = await failingWork(pool, 10);
  const parked = await listParkedEvents(pool, 10);
  const shares = await listShares(pool);
  const model = await modelToday(pool);
  const [server] = (
    await pool.query<{ isStandby: boolean; lagSeconds: number | null }>(
      'SELECT is_standby AS "isStandby", standby_lag_seconds::float8 AS "lagSeconds" FROM newsledger.progress',
    )
  ).rows;
  const log = { lastPosition: await createEventStore(pool).lastPosition(), projected: await readCheckpoint(pool, 'projector') };
  if (printer.json) {
    printer.line(
      JSON.stringify({
        sources,
        counts,
        work,
        failing,
        parked,
        shares,
        model,
        server,
        log: { lastPosition: `${log.lastPosition}`, projected: `${log.projected}` },
      }),
    );
    return;
  }
  printer.rows(sources, sourceColumns, 'No source is followed yet; "newsledger source add URL" adds one.');
  printer.line('');
  printer.line(
    `Read       ${counts?.articles} articles, ${counts?.claims} claims, ${counts?.figures} figures (${counts?.disputed} disputed), ${counts?.deals} deals`,
  );
  printer.line(
    `Log        ${log.lastPosition} events, the tables hold ${log.lastPosition === log.projected ? 'all of them' : `those up to ${log.projected}`}${parked.length > 0 ? ' but what is parked' : ''}`,
  );
  if (shares.length > 0) printer.line(describeShares(shares));
  printer.line(
    `To do      ${Object.entries(work)
      .map(
        ([queue, { total, failing: failed, permanent }]) =>
          `${queue} ${total}${failed > 0 ? ` (${failed} failing, ${permanent} parked)` : ''}`,
      )
      .join(', ')}`,
  );
  if (server?.isStandby)
    printer.line(
      `Server     a standby, which only reads; ${server.lagSeconds === null ? 'nothing came from its primary yet' : `${server.lagSeconds} s behind its primary`}`,
    );
  if (model !== null)
    printer.line(
      `Model      ${model.requests} questions and ${model.tokens} tokens today${model.cappedAt === null ? '' : colours.yellow(`; the cap was reached at ${when(model.cappedAt)}, rules read alone since`)}`,
    );
  for (const { jobId, attempts, lastError, nextTryAt, permanent } of failing)
    printer.line(
      colours.red(
        `           ${jobId}: ${lastError ?? 'failed'} (${attempts} attempts, ${permanent ? 'parked' : `next try ${when(nextTryAt)}`})`,
      ),
    );
  for (const { position, event_type: type, stream, missing_from: missing, error, waiting, attempts } of parked)
    printer.line(
      colours.red(
        `Parked     event ${position} (${type} in stream ${stream}) is missing from the ${missing}: ${error} (attempts: ${attempts}${waiting > 0 ? `; events of the stream that wait behind it: ${waiting}` : ''})`,
      ),
    );
  if (parked.length > 0 || failing.some(({ permanent }) => permanent))
    printer.line('           What is parked holds up nothing else. "newsledger retry" tries it again.');
}

/** How the projectors divide the tables among each other. */
function describeShares(shares: readonly ShareRow[]): string {
  const sessions = new Set(shares.flatMap(({ heldBy, share }) => (share === REST || heldBy === null ? [] : heldBy)));
  const waiting = shares.filter(({ heldBy }) => heldBy === null).map(({ share }) => share);
  const unheld = waiting.length === 0 ? '' : colours.red(`; nobody holds ${waiting.join(', ')} (0 is who leads)`);
  return `Shares     ${shares.length - 1}, divided among ${sessions.size} projectors${unheld}`;
}

interface ModelUsage {
  readonly requests: number;
  readonly tokens: string;
  readonly cappedAt: Date | null;
}

/** What was asked of a language model today; null when nothing was. */
async function modelToday(pool: pg.Pool): Promise<ModelUsage | null> {
  const { rows } = await pool.query<ModelUsage>(
    `SELECT requests, tokens, capped_at AS "cappedAt" FROM newsledger.model_usage WHERE day = (now() AT TIME ZONE 'UTC')::date`,
  );
  return rows[0] ?? null;
}

function when(time: Date | null): string {
  return time === null ? '' : time.toISOString().slice(0, 16).replace('T', ' ');
}
