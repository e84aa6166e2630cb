import type { Command } from 'commander';
import { type DeciderOptions, deciderOf, withDecider } from './decider.ts';
import { withDatabase, withLedger } from './openLedger.ts';
import { configOf, printerOf } from './options.ts';
import { UsageError } from './usageError.ts';

/** Commands that make or remake the tables. */
export function addTableCommands(program: Command): void {
  program
    .command('migrate')
    .description('Make the schemas in the database that NEWSLEDGER_POSTGRES_URL names, or bring them up to date.')
    .action((_options: object, command: Command) => {
      const config = configOf(command);
      return withDatabase(config, async ({ pool }) => {
        const { migrateLedger } = await import('./migrateLedger.ts');
        const { setRolePasswords } = await import('./roles/setRolePasswords.ts');
        await migrateLedger(pool, config.certainty);
        await setRolePasswords(pool, config);
        printerOf(command).note('The ledger is up to date.');
      });
    });

  program
    .command('rebuild')
    .description(
      'Make the tables anew from the whole log; readers see the old ones until it is done, and the result is the same, byte for byte.',
    )
    .option('--verify', 'compare the hash of all rows before and after')
    .option('--park', 'leave out events that can not be folded, and park them; otherwise the first one stops the rebuild')
    .addHelpText('after', '\nExample:\n  newsledger rebuild --verify\n')
    .action((options: { verify?: true; park?: true }, command: Command) => {
      const config = configOf(command);
      if (options.verify === true && options.park === true)
        throw new UsageError('--verify compares tables of the whole log, and --park leaves some of it out; ask for one of them.');
      // Where a release can't make the tables anew by itself, opening the ledger as others do would stop at the same event.
      if (options.park === true)
        return withDatabase(config, async ({ pool }) => {
          const { rebuildWithoutPoison } = await import('./commands/rebuild.ts');
          await rebuildWithoutPoison(pool, printerOf(command), config.certainty);
        });
      return withLedger(config, async ({ pool }) => {
        const { rebuildTables } = await import('./commands/rebuild.ts');
        const same = await rebuildTables(pool, printerOf(command), options.verify === true);
        if (!same) process.exitCode = 1;
      });
    });

  withDecider(program.command('retry'))
    .description(
      'Try again what always failed and was parked: events that could not be taken into the tables, pages that could not be fetched, texts that could not be read. "newsledger status" shows them.',
    )
    .argument('[ids...]', 'only the work of these jobs, articles or sources; everything when left out')
    .addHelpText('after', '\nExample:\n  newsledger retry\n')
    .action((ids: string[], options: DeciderOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { retryEverything } = await import('./commands/retryParked.ts');
        const { recordCommand } = await import('./commands/recordCommand.ts');
        if (!(await retryEverything(pool, printerOf(command), ids))) process.exitCode = 1;
        await recordCommand(pool, { command: 'retry', about: ids, ...deciderOf(options) });
      }),
    );
}
