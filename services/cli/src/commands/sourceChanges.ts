import { readFile } from 'node:fs/promises';
import { createEventStore } from '@newsledger/event-store';
import type { SourceSettings } from '@newsledger/events';
import { readOpml } from '@newsledger/feeds';
import { declareSource, readAllSources, removeSource, requestPolls } from '@newsledger/fetcher';
import { type Config, parseSources, SourcesError } from '@newsledger/platform';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';
import { describedSource, type SourceOptions } from './describedSource.ts';
import { foundWords, lookAtSource } from './lookAtSource.ts';
import { withOwnIds } from './ownIds.ts';
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
  const named = { ...settings, name: options.name ?? (title || settings.name) };
  await declare(pool, printer, options.id === undefined ? withOwnIds([named], await addressesById(pool)) : [named]);
}

/** Follows every source that a file lists. */
export async function importSources(pool: pg.Pool, printer: Printer, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} can't be read (${error instanceof Error ? error.message : String(error)}).`);
  });
  const sources = /^\s*</.test(text)
    ? withOwnIds(opmlSources(text, file, printer), await addressesById(pool))
    : parseSources(text, file).map((source): SourceSettings => ({ ...source, declaredBy: 'command' }));
  await declare(pool, printer, sources);
}

/** Feeds of an OPML list; those that can't be followed are told and left out, so that one bad line doesn't cost the other hundred. */
function opmlSources(text: string, file: string, printer: Printer): SourceSettings[] {
  let listed: ReturnType<typeof readOpml>;
  try {
    listed = readOpml(text);
  } catch (error) {
    throw new UsageError(`${file} can't be imported: ${error instanceof Error ? error.message : String(error)}`);
  }
  return listed.flatMap(({ name, url }) => {
    try {
      return [describedSource(url, { name: name.slice(0, 200) })];
    } catch (error) {
      if (!(error instanceof SourcesError)) throw error;
      printer.note(`Left out: ${name} (${url}): ${error.problems.map((problem) => problem.replace(/^.*?: sources\[0\]\./, '')).join(' ')}`);
      return [];
    }
  });
}

async function addressesById(pool: pg.Pool): Promise<Map<string, string>> {
  const followed = await readAllSources(createEventStore(pool));
  return new Map([...followed].map(([id, { settings }]) => [id, settings.movedFrom ?? settings.url]));
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
