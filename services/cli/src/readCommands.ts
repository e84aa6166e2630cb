import type { Command } from 'commander';
import { printerOf } from './options.ts';

interface ReadOptions {
  readonly typed?: true;
}

/** Reading any text, without a ledger. */
export function addReadCommands(program: Command): void {
  program
    .command('read')
    .description('Print the numbers of a text: how much, of what, and how firmly it is said. Needs no ledger and stores nothing.')
    .argument('<file>', 'a plain text or an HTML page, which is read as an article; - is standard input')
    .option('--typed', 'also list numbers that are no quantities (dates, years, names, sections …) as what they are')
    .addHelpText('after', '\nExamples:\n  newsledger read article.html\n  echo "up to $4bn over seven years" | newsledger read - --json\n')
    .action(async (file: string, options: ReadOptions, command: Command) => {
      const { printNumbers } = await import('./commands/readNumbers.ts');
      await printNumbers(printerOf(command), file, { typed: options.typed === true });
    });
}
