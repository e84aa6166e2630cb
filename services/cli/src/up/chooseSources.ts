import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWSROOM_PORT, startNewsroom } from '@newsledger/newsroom';
import { type Config, loadEntities, loadSources } from '@newsledger/platform';
import type { Printer } from '../output/printer.ts';
import { takePort } from './takePort.ts';
import type { UpOptions } from './upOptions.ts';

export interface ChosenSources {
  /** What to put over the configuration. */
  readonly settings: Partial<Config>;
  readonly close: () => Promise<void>;
}

const SAMPLE = path.resolve(import.meta.dirname, '../../../../infra/sources/sample.yaml');

/**
 * Reads the files that were named, before anything is opened or written: a run with a wrong one changes nothing.
 * @throws {SourcesError | EntitiesError} listing every problem with line and column.
 */
export async function checkNamedFiles({ entities }: Config, options: UpOptions): Promise<void> {
  const sources = namedSources(options);
  if (sources !== undefined) await loadSources(sources);
  if (entities !== null) await loadEntities(entities);
}

function namedSources(options: UpOptions): string | undefined {
  return options.sources ?? process.env.NEWSLEDGER_SOURCES;
}

/** The file that was named, or the sample newsroom, which is started for it on the loopback address. */
export async function chooseSources(config: Config, options: UpOptions, printer: Printer): Promise<ChosenSources> {
  const named = namedSources(options);
  if (named !== undefined) {
    const sources = await loadSources(named);
    printer.note(`Following ${sources.length} sources of ${named}`);
    return { settings: { sources: named }, close: async () => {} };
  }
  const newsroom = await openNewsroom(config, printer);
  process.env.NEWSLEDGER_NEWSROOM_URL = newsroom.url;
  printer.note(`No --sources given: reading the sample newsroom at ${newsroom.url}`);
  // The address guard lets the fetcher reach this machine for the newsroom's sake only.
  return { settings: { sources: SAMPLE, allowAddresses: [...config.allowAddresses, '127.0.0.1/32'] }, close: newsroom.close };
}

/**
 * A port is part of every article's address. So the one that this ledger's articles were read from is tried first: elsewhere they would all be
 * other articles.
 */
async function openNewsroom({ dataDir, newsroomPort }: Config, printer: Printer) {
  const file = path.join(dataDir, 'newsroom-port');
  const before = Number(await readFile(file, 'utf8').catch(() => ''));
  const newsroom = await takePort({
    what: 'the sample newsroom',
    named: newsroomPort,
    usual: before || NEWSROOM_PORT,
    chooseBy: 'NEWSLEDGER_NEWSROOM_PORT',
    start: (port) => startNewsroom({ port }),
    printer,
  });
  if (newsroomPort === null && before === 0) await writeFile(file, new URL(newsroom.url).port);
  return newsroom;
}
