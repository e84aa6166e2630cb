import { createEventStore } from '@newsledger/event-store';
import { writeOpml } from '@newsledger/feeds';
import { readAllSources } from '@newsledger/fetcher';
import type pg from 'pg';
import { stringify } from 'yaml';
import type { Column, Printer } from '../output/printer.ts';

interface SourceRow {
  readonly source_id: string;
  readonly name: string;
  readonly url: string;
  readonly kind: string | null;
  readonly health: string;
  readonly article_count: number;
  readonly next_poll_at: Date | null;
  readonly next_poll_why: string | null;
  readonly last_error: string | null;
  readonly problems: readonly string[];
}

const columns: readonly Column<SourceRow>[] = [
  { title: 'ID', of: ({ source_id }) => source_id },
  { title: 'NAME', of: ({ name }) => name },
  { title: 'KIND', of: ({ kind }) => kind ?? 'found out' },
  { title: 'HEALTH', of: ({ health }) => health },
  { title: 'ARTICLES', of: ({ article_count }) => `${article_count}`, align: 'right' },
  { title: 'NEXT POLL', of: ({ next_poll_at }) => next_poll_at?.toISOString().slice(0, 16).replace('T', ' ') ?? '' },
  { title: 'BECAUSE', of: ({ next_poll_why }) => next_poll_why ?? '', maxWidth: 40 },
  { title: 'TROUBLE', of: ({ last_error, problems }) => last_error ?? problems.join(' '), maxWidth: 50 },
  { title: 'ADDRESS', of: ({ url }) => url, maxWidth: 70 },
];

export async function printSources(pool: pg.Pool, printer: Printer): Promise<void> {
  const { rows } = await pool.query<SourceRow>('SELECT * FROM newsledger.sources WHERE removed_at IS NULL ORDER BY source_id');
  printer.rows(rows, columns, 'No source is followed yet; "newsledger source add URL" adds one.');
}

/** Everything that is followed, in a form that `source import` takes back. */
export async function exportSources(pool: pg.Pool, printer: Printer, asOpml: boolean): Promise<void> {
  const followed = [...(await readAllSources(createEventStore(pool))).values()];
  const sources = followed.map(({ settings }) => settings).sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
  if (asOpml) {
    printer.line(writeOpml(sources.map(({ name, url }) => ({ name, url }))).trimEnd());
    return;
  }
  const entries = sources.map(({ sourceId, name, url, kind, primaryFor, everySeconds, select }) => ({
    id: sourceId,
    name,
    url,
    ...(kind !== null && { kind }),
    ...(primaryFor.length > 0 && { primary_for: primaryFor }),
    every: durationOf(everySeconds),
    ...(select !== null && { select }),
  }));
  printer.line(stringify({ sources: entries }).trimEnd());
}

function durationOf(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
  ] as const;
  const unit = units.find(([, size]) => seconds % size === 0);
  return unit === undefined ? `${seconds}s` : `${seconds / unit[1]}${unit[0]}`;
}
