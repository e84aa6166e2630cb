import { setTimeout as sleep } from 'node:timers/promises';
import { eraseOldCaptures } from '@newsledger/event-store';
import { forgetOldTraces } from '@newsledger/queues';
import { forgetOldEntries, forgetOldPlaces } from '@newsledger/read-models';
import type { FetcherContext } from './fetcherContext.ts';
import { forgetIdleHosts } from './politeness/postgresTurns.ts';
import { forgetOldSiteFiles } from './politeness/siteFileStores.ts';

/** What is forgotten is days old. */
const EVERY_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Forgets hosts, files and entries that nobody will ask for again, and erases captures that are older than they may be, until the signal aborts.
 * Several processes may do it at once.
 * @param keepCapturesDays null keeps them for ever.
 */
export async function keepTidy(
  { pool, logger }: Pick<FetcherContext, 'pool' | 'logger'>,
  keepCapturesDays: number | null,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await forgetIdleHosts(pool);
      await forgetOldSiteFiles(pool);
      await forgetOldEntries(pool);
      await forgetOldPlaces(pool);
      await forgetOldTraces(pool);
      if (keepCapturesDays !== null) {
        const erased = await eraseOldCaptures(pool, new Date(Date.now() - keepCapturesDays * DAY_MS));
        if (erased > 0) logger.info({ erased, keepCapturesDays }, 'old captures erased');
      }
    } catch (error) {
      logger.warn({ err: error }, 'old poll data could not be cleared');
    }
    await sleep(EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
