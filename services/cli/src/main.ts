#!/usr/bin/env node
import { DatabaseNewerError, MigrationError } from '@newsledger/event-store';
import { IngestError } from '@newsledger/fetcher';
import { ConfigError, EmbeddedPostgresError, SourcesError } from '@newsledger/platform';
import { QueueBackendError } from '@newsledger/queues';
import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { UsageError } from './usageError.ts';

/** 0 done, 1 failed, 2 called in a way that can't work. */
const FAILED = 1;
const WRONG_USAGE = 2;

/** Their messages say what happened and what to do; a stack trace would only hide it. */
const explained = [
  UsageError,
  ConfigError,
  SourcesError,
  EmbeddedPostgresError,
  IngestError,
  QueueBackendError,
  DatabaseNewerError,
  MigrationError,
];

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
    const isExplained = explained.some((kind) => error instanceof kind);
    process.stderr.write(
      `newsledger: ${isExplained && error instanceof Error ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = error instanceof UsageError ? WRONG_USAGE : FAILED;
  }
}
