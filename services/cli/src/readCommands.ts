import { type Command, InvalidArgumentError } from 'commander';
import type { ArticleFacts } from './commands/readClaims.ts';
import { configOf, printerOf } from './options.ts';
import { UsageError } from './usageError.ts';

interface ReadOptions extends ArticleFacts {
  readonly typed?: true;
  readonly claims?: true;
}

/** Reading any text, without a ledger. */
export function addReadCommands(program: Command): void {
  program
    .command('read')
    .description(
      'Print the numbers of a text: how much, of what, and how firmly it is said; or the figures and deals that it claims, with the reason for each field. Needs no ledger and stores nothing.',
    )
    .argument('<file>', 'a plain text or an HTML page, which is read as an article; - is standard input')
    .option('--typed', 'also list numbers that are no quantities (dates, years, names, sections …) as what they are')
    .option('--claims', 'print figures and deals instead, with the rule and the words that gave each field')
    .option('--title <title>', 'for --claims: the title, when the text has none of its own')
    .option('--published <day>', 'for --claims: the day of publication, YYYY-MM-DD, to which “last Friday” refers', day)
    .option('--publisher <name>', 'for --claims: who published the text')
    .addHelpText(
      'after',
      '\nExamples:\n  newsledger read article.html\n  echo "up to $4bn over seven years" | newsledger read - --json\n  newsledger read article.txt --claims --published 2025-11-03\n',
    )
    .action(async (file: string, { typed, claims, ...facts }: ReadOptions, command: Command) => {
      if (typed === true && claims === true)
        throw new UsageError('--typed lists numbers and --claims what they mean; ask for one of them.');
      if (claims === true) {
        const { printClaims } = await import('./commands/readClaims.ts');
        await printClaims(printerOf(command), file, facts, configOf(command));
      } else await (await import('./commands/readNumbers.ts')).printNumbers(printerOf(command), file, { typed: typed === true });
    });
}

/** @throws {InvalidArgumentError} when the text names no day. */
function day(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('It must be a day such as 2025-11-03.');
  return text;
}
