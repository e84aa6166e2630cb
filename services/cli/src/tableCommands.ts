import type { Command } from 'commander';
import { withDatabase, withLedger } from './openLedger.ts';
import { configOf, printerOf } from './options.ts';

/** Commands that make or remake the tables. */
export function addTableCommands(program: Command): void {
  program
    .command('migrate')
    .description('Make the schemas in the database that NEWSLEDGER_POSTGRES_URL names, or bring them up to date.')
    .action((_options: object, command: Command) => {
      const config = configOf(command);
      return withDatabase(config, async ({ pool }) => {
        const { migrateLedger } = await import('./migrateLedger.ts');
        const { setReaderPassword } = await import('@newsledger/read-models');
        await migrateLedger(pool, config.certainty);
        if (config.readerPassword !== null) await setReaderPassword(pool, config.readerPassword);
        printerOf(command).note('The ledger is up to date.');
      });
    });

  program
    .command('rebuild')
    .description(
      'Make the tables anew from the whole log; readers see the old ones until it is done, and the result is the same, byte for byte.',
    )
    .option('--verify', 'compare the hash of all rows before and after')
    .addHelpText('after', '\nExample:\n  newsledger rebuild --verify\n')
    .action((options: { verify?: true }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { rebuildTables } = await import('./commands/rebuild.ts');
        const same = await rebuildTables(pool, printerOf(command), options.verify === true);
        if (!same) process.exitCode = 1;
      }),
    );
}
