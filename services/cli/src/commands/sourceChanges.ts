import { readFile } from 'node:fs/promises';
import { createEventStore } from '@newsledger/event-store';
import type { SourceSettings } from '@newsledger/events';
import { readOpml } from '@newsledger/feeds';
import { declareSource, readAllSources, removeSource, requestPolls } from '@newsledger/fetcher';
import { type Config, parseSources } from '@newsledger/platform';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';
import { describedSource, type SourceOptions } from './describedSource.ts';
import { foundWords, lookAtSource } from './lookAtSource.ts';
import { sourceTroubles } from './sourceTroubles.ts';

/** Follows one source after a look at it, so that nobody follows an address that can't be read. */
export async function addSource(pool: pg.Pool, config: Config, printer: Printer, url: string, options: SourceOptions): Promise<void> {
  const asked = describedSource(url, options);
  const { settings, trial, rule } = await lookAtSource(config, asked);
  const { reading } = trial;
  if (reading.outcome === 'failed')
    throw new UsageError(`${settings.url} can't be followed: ${reading.message}. "newsledger source test" shows more.`);
  if (rule !== null) printer.note(foundWords(url, settings, rule));
  for (const trouble of sourceTroubles(trial, new Date())) printer.note(`Note: ${trouble}`);
  const title = reading.outcome === 'read' ? reading.document.title.slice(0, 200).trim() : '';
  await declare(pool, printer, [{ ...settings, name: options.name ?? (title || settings.name) }]);
}

/** Follows every source that a file lists. */
export async function importSources(pool: pg.Pool, printer: Printer, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} can't be read (${error instanceof Error ? error.message : String(error)}).`);
  });
  const sources = /^\s*</.test(text)
    ? readOpml(text).map(({ name, url }) => describedSource(url, { name }))
    : parseSources(text, file).map((source): SourceSettings => ({ ...source, declaredBy: 'command' }));
  await declare(pool, printer, sources);
}

export async function removeSources(pool: pg.Pool, printer: Printer, ids: readonly string[]): Promise<void> {
  const store = createEventStore(pool);
  for (const id of ids) {
    if (!(await removeSource(store, id, new Date())))
      throw new UsageError(`No source "${id}" is followed; "newsledger source list" shows all.`);
    printer.note(`${id} is no longer followed.`);
  }
}

/** Asks running fetchers to poll sources now; all of them when none is named. */
export async function pollSources(pool: pg.Pool, printer: Printer, ids: readonly string[]): Promise<void> {
  const store = createEventStore(pool);
  const followed = await readAllSources(store);
  const unknown = ids.filter((id) => !followed.has(id));
  if (unknown.length > 0) throw new UsageError(`No source "${unknown.join('", "')}" is followed; "newsledger source list" shows all.`);
  const asked = await requestPolls({ pool, store }, ids.length === 0 ? undefined : ids);
  printer.note(`${asked.length} sources will be polled as soon as a fetcher is free.`);
}

async function declare(pool: pg.Pool, printer: Printer, sources: readonly SourceSettings[]): Promise<void> {
  const store = createEventStore(pool);
  for (const settings of sources) {
    const outcome = await declareSource(store, settings);
    if (printer.json) printer.line(JSON.stringify({ ...settings, outcome }));
    else printer.note(`${settings.sourceId}: ${outcome} (${settings.url})`);
  }
  // Running fetchers need not wait for their next look at the log.
  await requestPolls(
    { pool, store },
    sources.map(({ sourceId }) => sourceId),
  );
}
