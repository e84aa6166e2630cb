import { Command, Option } from 'commander';
import { addBackupCommands } from './backupCommands.ts';
import { addClaimCommands } from './claimCommands.ts';
import { addCompletionCommand } from './completionCommand.ts';
import { addDecisionCommands } from './decisionCommands.ts';
import { addEraseCommands } from './eraseCommands.ts';
import { addExportCommands } from './exportCommands.ts';
import { addJudgeCommand } from './judgeCommand.ts';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf, wholeNumber } from './options.ts';
import { addReadCommands } from './readCommands.ts';
import { addSourceCommands } from './sourceCommands.ts';
import { addTableCommands } from './tableCommands.ts';
import { addUpCommands } from './upCommands.ts';
import { addWebhookCommands } from './webhookCommands.ts';

/**
 * The `newsledger` command with all that it can do; exported so that its reference page is made from it. Each action loads its own code when it
 * is called, so that `--help` and questions needn't wait for the workers.
 */
export function buildProgram(): Command {
  const program = new Command('newsledger')
    .description('Reads the news, writes down every number, and reconciles those that disagree.')
    .addHelpText(
      'after',
      '\nExamples:\n  newsledger up                    read the sample newsroom and go on running\n  newsledger figures openai        what is known of OpenAI\n  newsledger why openai revenue    who says so, and why that value won\n',
    )
    .option('--data-dir <dir>', 'folder of the embedded database (default: NEWSLEDGER_DATA_DIR or .newsledger)')
    .option('--json', 'answer with JSON lines on standard output, for programs')
    .option('--csv', 'answer lists as CSV, with all columns')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showHelpAfterError('(newsledger --help shows how it is used)');

  addUpCommands(program);
  addSourceCommands(program);
  addReadCommands(program);

  program
    .command('figures')
    .description('List reconciled figures, best witnessed first.')
    .argument('[words...]', 'only figures in whose names all words are found')
    .option('--measure <measure>', 'only this measure, such as deal_value or revenue')
    .option('--status <status>', 'only this status, such as actual or forecast')
    .addOption(
      new Option('--agreement <agreement>', 'only these').choices([
        'agreed',
        'agreed_with_outlier',
        'disputed',
        'single_source',
        'superseded',
      ]),
    )
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .option('--all', 'every one')
    .addHelpText('after', '\nExample:\n  newsledger figures openai --measure revenue\n')
    .action(
      (words: string[], options: { measure?: string; status?: string; agreement?: string; limit: number; all?: true }, command: Command) =>
        withLedger(configOf(command), async ({ pool }) => {
          const { printFigures } = await import('./commands/figures.ts');
          const { limit, all, ...filter } = options;
          const printer = printerOf(command);
          return printFigures(pool, printer, { ...filter, words, limit: all || printer.forPrograms ? null : limit });
        }),
    );

  program
    .command('deals')
    .description('List deals with their parties, value and status.')
    .argument('[words...]', 'only deals in whose title, parties, type or status all words are found')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .addHelpText('after', '\nExample:\n  newsledger deals supply amazon\n')
    .action((words: string[], { limit }: { limit: number }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { printDeals } = await import('./commands/deals.ts');
        const printer = printerOf(command);
        return printDeals(pool, printer, { words, limit: printer.forPrograms ? null : limit });
      }),
    );

  program
    .command('why')
    .description('Tell why a figure has its value: every claim with its sentence, drawn as intervals.')
    .argument('<figure...>', 'its id, the first characters of the id, or words that name it')
    .addHelpText('after', '\nExample:\n  newsledger why openai deal_value amazon\n')
    .action((words: string[], _options: object, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => (await import('./commands/why.ts')).printWhy(pool, printerOf(command), words)),
    );

  program
    .command('status')
    .description('Show the health of every source, what is still to do, and how far the tables are.')
    .action((_options: object, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => (await import('./commands/status.ts')).printStatus(pool, printerOf(command))),
    );

  addClaimCommands(program);
  addDecisionCommands(program);
  addJudgeCommand(program);
  addExportCommands(program);
  addWebhookCommands(program);
  addTableCommands(program);
  addBackupCommands(program);
  addEraseCommands(program);

  program
    .command('replay')
    .description('Write the events of the log in their order, as JSON lines.')
    .addOption(new Option('--after <position>', 'only events after this position').argParser(position).default(0n, '0'))
    .option('--type <types...>', 'only these event types')
    .option('--stream <stream>', 'only this stream, such as article-<id> or source-<id>')
    .addHelpText('after', '\nExample:\n  newsledger replay --type FigurePinned FigureUnpinned\n')
    .action((options: { after: bigint; type?: string[]; stream?: string }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/replay.ts')).replay(
          pool,
          { after: options.after, types: options.type ?? null, stream: options.stream ?? null },
          (line) => void process.stdout.write(`${line}\n`),
        ),
      ),
    );

  program
    .command('doctor')
    .description('Check everything that a run needs, and say what to do where something is missing.')
    .option('--sources <file>', 'the sources.yaml to check')
    .action(async (options: { sources?: string }, command: Command) => {
      const config = configOf(command);
      const { runDoctor } = await import('./commands/doctor.ts');
      const well = await runDoctor(printerOf(command), options.sources === undefined ? config : { ...config, sources: options.sources });
      if (!well) process.exitCode = 1;
    });

  addCompletionCommand(program);

  return program;
}

function position(text: string): bigint {
  return BigInt(wholeNumber(text));
}
