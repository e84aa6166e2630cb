import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
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
]);

/** Runs the command line of this process and sets its exit code. */
export async function run(): Promise<void> {
  // A reader such as `head` that closes the pipe early is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

  try {
    await buildProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
    else {
      const { name, message, stack = message } = error instanceof Error ? error : new Error(String(error));
      process.stderr.write(`newsledger: ${explained.has(name) ? message : stack}\n`);
      process.exitCode = error instanceof UsageError ? WRONG_USAGE : FAILED;
    }
  }
}
