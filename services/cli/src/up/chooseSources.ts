import path from 'node:path';
import { startNewsroom } from '@newsledger/newsroom';
import { type Config, loadSources } from '@newsledger/platform';
import type { Printer } from '../output/printer.ts';
import { explainTakenPort } from './explainTakenPort.ts';
import type { UpOptions } from './upOptions.ts';

export interface ChosenSources {
  /** What to put over the configuration. */
  readonly settings: Partial<Config>;
  readonly close: () => Promise<void>;
}

const SAMPLE = path.resolve(import.meta.dirname, '../../../../infra/sources/sample.yaml');

/** The file that was named, or the sample newsroom, which is started for it on the loopback address. */
export async function chooseSources(config: Config, options: UpOptions, printer: Printer): Promise<ChosenSources> {
  const named = options.sources ?? process.env.NEWSLEDGER_SOURCES;
  if (named !== undefined) {
    const sources = await loadSources(named);
    printer.note(`Following ${sources.length} sources of ${named}`);
    return { settings: { sources: named }, close: async () => {} };
  }
  const port = Number(process.env.NEWSLEDGER_NEWSROOM_PORT ?? 4780);
  const newsroom = await explainTakenPort(startNewsroom({ port }), port, 'the sample newsroom', 'another by NEWSLEDGER_NEWSROOM_PORT');
  process.env.NEWSLEDGER_NEWSROOM_URL = newsroom.url;
  printer.note(`No --sources given: reading the sample newsroom at ${newsroom.url}`);
  // The address guard lets the fetcher reach this machine for the newsroom's sake only.
  return { settings: { sources: SAMPLE, allowAddresses: [...config.allowAddresses, '127.0.0.1/32'] }, close: newsroom.close };
}
