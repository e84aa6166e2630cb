import { Interrupted } from '@newsledger/platform';
import { type Command, Option } from 'commander';
import { configOf, printerOf, wholeNumber } from './options.ts';
import { reportFailure } from './reportFailure.ts';
import type { UpOptions } from './up/upOptions.ts';

/** `up`: everything in one process. */
export function addUpCommands(program: Command): void {
  program
    .command('up')
    .description('Run everything in one process: embedded PostgreSQL, fetcher, extractor, projector and web pages.')
    .option('--once', 'work until nothing is left to do, print the figures and end')
    .option('--sources <file>', 'the sources to follow; the sample newsroom when left out (or NEWSLEDGER_SOURCES)')
    .addOption(
      new Option('--port <port>', 'port of the web pages (default: NEWSLEDGER_WEB_PORT, or 4700 or the next free one)').argParser(
        wholeNumber,
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  newsledger up --once --json > figures.jsonl\n  newsledger up --sources my-sources.yaml --port 8080\n',
    )
    .action(async (options: UpOptions, command: Command) => {
      try {
        const { up } = await import('./up/up.ts');
        await up(configOf(command), printerOf(command), options);
      } catch (error) {
        const exitCode = reportFailure(error);
        if (!(error instanceof Interrupted)) printerOf(command).note('newsledger: ended; nothing of it runs any more');
        // Of a start that failed half-way, something may wait for what it never gets.
        process.exit(exitCode);
      }
    });
}
