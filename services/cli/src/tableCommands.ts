import { createEventStore } from '@newsledger/event-store';
import { setReaderPassword } from '@newsledger/read-models';
import type { Command } from 'commander';
import { rebuildTables } from './commands/rebuild.ts';
import { openDatabase } from './database.ts';
import { migrateLedger, withLedger } from './ledger.ts';
import { configOf, printerOf } from './options.ts';

/** Commands that make or remake the tables. */
export function addTableCommands(program: Command): void {
  program
    .command('migrate')
    .description('Make the schemas in the database that NEWSLEDGER_POSTGRES_URL names, or bring them up to date.')
    .action(async (_options: object, command: Command) => {
      const config = configOf(command);
      const database = await openDatabase(config);
      try {
        await migrateLedger(database.pool);
        if (config.readerPassword !== null) await setReaderPassword(database.pool, config.readerPassword);
        printerOf(command).note('The ledger is up to date.');
      } finally {
        await database.close();
      }
    });

  program
    .command('rebuild')
    .description('Throw the tables away and fold the whole log again; the result is the same, byte for byte.')
    .option('--verify', 'compare the hash of all rows before and after')
    .addHelpText('after', '\nExample:\n  newsledger rebuild --verify\n')
    .action((options: { verify?: true }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const same = await rebuildTables(pool, createEventStore(pool), printerOf(command), options.verify === true);
        if (!same) process.exitCode = 1;
      }),
    );
}
