import { type EntityEntry, extractor } from '@newsledger/claims';
import type { EventStore } from '@newsledger/event-store';
import { type Config, type Logger, loadEntities } from '@newsledger/platform';
import type pg from 'pg';
import { entriesOf, readEntities } from './readEntities.ts';
import { syncEntities } from './syncEntities.ts';

/**
 * Brings the log in line with entities.yaml, if there is one, and gives what texts are searched for besides the built-in list: what the
 * log says, and nothing that only a file on this machine does.
 * @throws {EntitiesError} listing every problem of the file.
 */
export async function prepareEntities({
  config,
  store,
  pool,
  logger,
}: {
  readonly config: Pick<Config, 'entities'>;
  readonly store: EventStore;
  readonly pool: pg.Pool;
  readonly logger: Logger;
}): Promise<EntityEntry[]> {
  if (config.entities === null) return entriesOf(await readEntities(store));
  const file = await loadEntities(config.entities);
  const { entities, appended, overruled, reread } = await syncEntities({ store, pool }, file, new Date(), extractor.version);
  for (const alias of overruled) logger.warn({ alias }, 'a person gave this name to another entity than entities.yaml does, which stands');
  if (appended > 0) logger.info({ appended, reread }, 'the log follows entities.yaml');
  return entriesOf(entities);
}
