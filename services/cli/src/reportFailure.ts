import { Interrupted } from '@newsledger/platform';
import { CommanderError } from 'commander';
import { UsageError } from './usageError.ts';

/** 0 done, 1 failed, 2 called in a way that can't work. */
const FAILED = 1;
const WRONG_USAGE = 2;

/**
 * Errors whose messages say what happened and what to do; a stack trace would only hide it. By name, since to load their packages would
 * slow every command down.
 */
const explained: ReadonlySet<string> = new Set([
  'UsageError',
  'ConfigError',
  'SourcesError',
  'EmbeddedPostgresError',
  'IngestError',
  'ReadInputError',
  'EntitiesError',
  'QueueBackendError',
  'DatabaseNewerError',
  'MigrationError',
  'RebuildStoppedError',
  'BackupFileError',
  'NotEmptyError',
  'DecisionError',
]);

/** Says on standard error why a command failed, unless that was said already. @returns the exit code of the process. */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (error instanceof Interrupted) {
    process.stderr.write(`newsledger: ended, since ${error.message}\n`);
    return error.exitCode;
  }
  if (isForbidden(error)) {
    process.stderr.write(
      `newsledger: the role that this command logged in as may not do that (${error.message}). Give it as the owner of the database; in containers by: docker compose run --rm -T migrate newsledger …\n`,
    );
    return FAILED;
  }
  const { name, message, stack = message } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`newsledger: ${explained.has(name) ? message : stack}\n`);
  return error instanceof UsageError || name === 'DecisionError' ? WRONG_USAGE : FAILED;
}

/** PostgreSQL's insufficient_privilege (SQLSTATE 42501): services log in as roles of their own, which may do no more than they have to. */
function isForbidden(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
