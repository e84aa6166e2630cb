import { Argument, type Command, Option } from 'commander';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf } from './options.ts';

interface ExportCommandOptions {
  readonly format: 'csv' | 'jsonl' | 'parquet';
  readonly out?: string;
  readonly where: readonly string[];
}

/** What can be exported: the lists of the API by their names there, and labels. */
export const exportable = [
  'figures',
  'claims',
  'deals',
  'entities',
  'articles',
  'sources',
  'measures',
  'changes',
  'news',
  'labels',
] as const;

/** The command that writes whole lists, row by row. */
export function addExportCommands(program: Command): void {
  program
    .command('export')
    .description('Write all rows of a list to standard output or a file, however many there are.')
    .addArgument(new Argument('<list>', 'what').choices(exportable))
    .addOption(new Option('--format <format>', 'how').choices(['csv', 'jsonl', 'parquet']).default('csv'))
    .option('--where <filters...>', 'only rows that fit, such as subject=OpenAI or verdict=loses; the names are those of the API', [])
    .option('--out <file>', 'where to; standard output when left out')
    .addHelpText(
      'after',
      '\nParquet has amounts as exact decimals, with as many of 38 digits behind the point as the column needs, instants in UTC to the\nmicrosecond, ids as text, and lists as lists; a column that needs more digits ends the export, and nothing is left of it.\n\n"labels" are judged sentences as labelled news, always as JSON lines: what "npm run fit" fits the extractor to.\n\nExamples:\n  newsledger export figures --where measure=revenue --out revenue.csv\n  newsledger export claims --format jsonl --where verdict=unplaced\n  newsledger export claims --format parquet --out claims.parquet\n  newsledger export labels --out labels/ours.jsonl\n',
    )
    .action((list: string, { format, out: file, where }: ExportCommandOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }, signal) => {
        const printer = printerOf(command);
        const out = file ?? null;
        if (list === 'labels') return (await import('./commands/exportLabels.ts')).exportLabels(pool, printer, out);
        return (await import('./commands/exportList.ts')).exportList(pool, printer, list, { format, out, where, signal });
      }),
    );
}
