#!/usr/bin/env node
import { ConfigError, EmbeddedPostgresError, SourcesError } from '@newsledger/platform';
import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { UsageError } from './usageError.ts';

/** 0 done, 1 failed, 2 called in a way that can't work. */
const FAILED = 1;
const WRONG_USAGE = 2;

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
    const explained =
      error instanceof UsageError ||
      error instanceof ConfigError ||
      error instanceof SourcesError ||
      error instanceof EmbeddedPostgresError;
    process.stderr.write(
      `newsledger: ${explained ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = error instanceof UsageError ? WRONG_USAGE : FAILED;
  }
}
