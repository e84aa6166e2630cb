import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { type DeciderOptions, deciderOf, withDecider } from './decider.ts';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf, wholeNumber } from './options.ts';

/** Commands that erase for good. */
export function addEraseCommands(program: Command): void {
  program
    .command('erase')
    .description('Erase articles everywhere, all but a tombstone: captures, titles, sentences, claims, and what the log said.')
    .argument('<article...>', 'their ids or addresses')
    .requiredOption('--reason <reason>', 'why; it is kept')
    .option('--by <name>', 'who asked for it; it is kept', userInfo().username)
    .addHelpText('after', '\nExample:\n  newsledger erase https://example.org/news/1 --reason "asked for by the publisher"\n')
    .action((articles: string[], options: { reason: string; by: string }, command: Command) =>
      withLedger(configOf(command), async (ledger) =>
        (await import('./commands/erase.ts')).eraseArticles(ledger, configOf(command), printerOf(command), { ...options, articles }),
      ),
    );

  withDecider(program.command('erase-captures'))
    .description('Erase the pages that were stored more than so many days ago. Claims keep their sentences, and the log what it said.')
    .requiredOption('--older-than <days>', 'age in days', wholeNumber)
    .addHelpText('after', '\nExample:\n  newsledger erase-captures --older-than 90\n')
    .action(({ olderThan, ...options }: DeciderOptions & { olderThan: number }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { recordCommand } = await import('./commands/recordCommand.ts');
        await (await import('./commands/eraseCaptures.ts')).eraseCaptures(pool, printerOf(command), olderThan);
        await recordCommand(pool, { command: 'erase-captures', about: [`older than ${olderThan} days`], ...deciderOf(options) });
      }),
    );
}
