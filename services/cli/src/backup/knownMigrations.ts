import { LEDGER_MIGRATIONS, type MigrationSource, readMigrations } from '@newsledger/event-store';
import { WORK_MIGRATIONS } from '@newsledger/queues';
import { PROJECTION_MIGRATIONS } from '@newsledger/read-models';
import type { BackupHeader } from './backupFormat.ts';

/** In the order in which schemas are migrated. */
export const migrationSources: readonly MigrationSource[] = [LEDGER_MIGRATIONS, WORK_MIGRATIONS, PROJECTION_MIGRATIONS];

/** The migrations of this release, by schema. */
export async function knownMigrations(): Promise<BackupHeader['migrations']> {
  const known: BackupHeader['migrations'] = {};
  for (const { schema, folder } of migrationSources)
    known[schema] = (await readMigrations(folder)).map(({ name, checksum }) => ({ name, checksum }));
  return known;
}
