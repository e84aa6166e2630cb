import { BackupFileError } from './backupFileError.ts';
import type { BackupHeader } from './backupFormat.ts';

type Migrations = BackupHeader['migrations'];

/**
 * Lets a backup pass whose schemas this release had, or has: they can be made as they were then, filled and migrated on.
 * @throws {BackupFileError} for one of a newer release, or of another line of releases.
 */
export function requireKnown(migrations: Migrations, known: Migrations): void {
  for (const [schema, applied] of Object.entries(migrations))
    for (const [index, { name, checksum }] of applied.entries()) {
      const ours = known[schema]?.[index];
      if (ours === undefined)
        throw new BackupFileError(
          `A newer release made the backup: schema ${schema} has migration ${name}, which this release doesn't know. Restore it with that release, or a later one.`,
        );
      if (ours.checksum !== checksum)
        throw new BackupFileError(
          `The backup is not of this line of releases: its migration ${name} of schema ${schema} is another than ours.`,
        );
    }
}
