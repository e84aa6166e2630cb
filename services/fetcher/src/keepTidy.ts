import { setTimeout as sleep } from 'node:timers/promises';
import { forgetOldEntries, forgetOldPlaces } from '@newsledger/read-models';
import type { FetcherContext } from './fetcherContext.ts';
import { forgetIdleHosts } from './politeness/postgresTurns.ts';
import { forgetOldSiteFiles } from './politeness/siteFileStores.ts';

/** What is forgotten is days old. */
const EVERY_MS = 3_600_000;

/** Forgets hosts, files and entries that nobody will ask for again, until the signal aborts. Several processes may do it at once. */
export async function keepTidy({ pool, logger }: Pick<FetcherContext, 'pool' | 'logger'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await forgetIdleHosts(pool);
      await forgetOldSiteFiles(pool);
      await forgetOldEntries(pool);
      await forgetOldPlaces(pool);
    } catch (error) {
      logger.warn({ err: error }, 'old poll data could not be cleared');
    }
    await sleep(EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
