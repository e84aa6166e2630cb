import type { Command } from 'commander';
import { withDatabase } from './openLedger.ts';
import { aboveZero, configOf, duration, printerOf } from './options.ts';

/** Commands that take a ledger elsewhere. */
export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description(
      'Write everything that can not be had again into one file, as it is at one moment, while everything runs: the log, captures, work, polls. The tables are not in it; they are made from the log.',
    )
    .argument(
      '<file>',
      'where to; - is standard output. A file that is there is replaced once the new one is whole. With --every, a folder',
    )
    .option('--every <duration>', 'go on, and take a backup whenever the newest in the folder is older: 6h, 1d', duration)
    .option('--keep <number>', 'with --every: how many stay in the folder, the newest', aboveZero, 14)
    .addHelpText(
      'after',
      '\nExamples:\n  newsledger backup ledger.backup\n  newsledger backup - | ssh elsewhere "cat > ledger.backup"\n  newsledger backup /backups --every 1d --keep 14\n',
    )
    .action(async (file: string, { every, keep }: { every?: number; keep: number }, command: Command) => {
      if (every !== undefined) return (await import('./commands/backUpRegularly.ts')).backUpRegularly(file, { everySeconds: every, keep });
      return withDatabase(configOf(command), async ({ pool }, signal) =>
        (await import('./commands/backup.ts')).backUp(pool, printerOf(command), file, signal),
      );
    });

  program
    .command('restore')
    .description('Fill an empty database from a backup, and make the tables from its log. Start the services after that.')
    .argument('<file>', 'what "newsledger backup" wrote, with this release or an older one; - is standard input')
    .addHelpText('after', '\nExample:\n  newsledger restore ledger.backup --data-dir .newsledger-restored\n')
    .action((file: string, _options: object, command: Command) =>
      withDatabase(configOf(command), async (database, signal) =>
        (await import('./commands/restore.ts')).restore(database, configOf(command), printerOf(command), file, signal),
      ),
    );
}
