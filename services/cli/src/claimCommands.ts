import { type Command, Option } from 'commander';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf, wholeNumber } from './options.ts';

interface ClaimsOptions {
  readonly figure?: string;
  readonly source?: string;
  readonly verdict?: string;
  readonly judged?: true;
  readonly limit: number;
}

/** What articles are taken to say. */
export function addClaimCommands(program: Command): void {
  program
    .command('claims')
    .description('List claims as articles state them, the latest recorded first, each with what became of it.')
    .argument('[words...]', 'only claims in whose sentence, names or measure all words are found')
    .option('--figure <id>', 'only those of this figure: its id, or the first characters of it')
    .option('--source <id>', 'only those of this source')
    .addOption(
      new Option('--verdict <verdict>', 'only these').choices(['winner', 'agrees', 'loses', 'unplaced', 'superseded', 'withdrawn']),
    )
    .option('--judged', 'only those that a person judged')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .addHelpText('after', '\nExample:\n  newsledger claims openai revenue --verdict loses\n')
    .action((words: string[], options: ClaimsOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { printClaimList } = await import('./commands/claimList.ts');
        return printClaimList(pool, printerOf(command), { ...options, words });
      }),
    );

  program
    .command('article')
    .description('Show what was read in an article: each sentence with a claim, its fields, its certainty and what became of it.')
    .argument('<article>', 'its address, or its id')
    .addHelpText('after', '\nExample:\n  newsledger article https://example.org/news/1\n')
    .action((article: string, _options: object, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/articleRead.ts')).printArticle(pool, printerOf(command), article),
      ),
    );
}
