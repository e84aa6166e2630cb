import { createEventStore } from '@newsledger/event-store';
import { ingest } from '@newsledger/fetcher';
import type { Config } from '@newsledger/platform';
import type { OpenDatabase } from '../database.ts';
import type { Printer } from '../output/printer.ts';

/** Hands in articles. Running workers go on with them; where none run, the next `up` does. */
export async function ingestTargets({ pool }: OpenDatabase, _config: Config, printer: Printer, targets: readonly string[]): Promise<void> {
  const context = { pool, store: createEventStore(pool) };
  for (const target of targets) {
    const ingested = await ingest(context, target);
    if (printer.json) printer.line(JSON.stringify({ target, ...ingested }));
    else printer.line(`${target}: ${outcomes[ingested.outcome]} (${ingested.articleId})`);
  }
}

const outcomes = { discovered: 'its page will be captured next', captured: 'captured', known: 'nothing new' } as const;
