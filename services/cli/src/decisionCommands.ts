import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { BY, type DeciderOptions, deciderOf, WHY } from './decider.ts';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf, wholeNumber } from './options.ts';

/** Commands by which people decide: audits, pins, names, exchange rates. */
export function addDecisionCommands(program: Command): void {
  program
    .command('audit')
    .description('Record which claims proved right or wrong, from a CSV or JSONL file, and let it count.')
    .argument('[file]', 'one outcome a line; the same file again adds nothing')
    .option('--by <name>', BY)
    .option('--reason <reason>', WHY)
    .option('--close-epoch', 'freeze what is known now: figures are decided by it until the next epoch is closed')
    .addHelpText(
      'after',
      `
Columns (names of JSON fields):
  figure      id of a figure, the first characters of it, or words that name it;
  claim       or the id of one claim, as "newsledger why --json" shows it
  true_value  what is true, such as 38000000000 or 38bn: every claim of the figure is judged by it;
  outcome     or just: right, wrong
  unit        checked against the figure's when given
  error       whose mistake it was: source (when left out) or extractor
  evidence    what proves it: an address or a sentence
  date        day of the audit
  by          who checked it

Examples:
  newsledger audit filings.csv --close-epoch
  newsledger audit --close-epoch
`,
    )
    .action((file: string | undefined, options: DeciderOptions & { closeEpoch?: true }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { recordAudits } = await import('./audit/recordAudits.ts');
        const { recordCommand } = await import('./commands/recordCommand.ts');
        await recordAudits(pool, printerOf(command), file ?? null, { close: options.closeEpoch === true });
        const name = options.closeEpoch === true ? 'audit --close-epoch' : 'audit';
        await recordCommand(pool, { command: name, about: file === undefined ? [] : [file], ...deciderOf(options) });
      }),
    );

  program
    .command('reliability')
    .description('Show how often each source was proved right, and what its vote counts.')
    .action((_options: object, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./audit/printReliability.ts')).printReliability(pool, printerOf(command)),
      ),
    );

  program
    .command('rates')
    .description('Record dated exchange rates from a CSV or JSONL file, for amounts in several currencies.')
    .argument('<file>', 'columns date, base, quote, rate, source: 2025-11-03,EUR,USD,1.1514,ECB')
    .option('--by <name>', BY)
    .option('--reason <reason>', WHY)
    .addHelpText('after', '\nExample:\n  newsledger rates ecb.csv\n')
    .action((file: string, options: DeciderOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) => {
        const { recordCommand } = await import('./commands/recordCommand.ts');
        await (await import('./commands/recordRates.ts')).recordRates(pool, printerOf(command), file);
        await recordCommand(pool, { command: 'rates', about: [file], ...deciderOf(options) });
      }),
    );

  program
    .command('pin')
    .description('Decide what a figure is; claims that say otherwise stay on record.')
    .argument('<figure>', 'its id, the first characters of the id, or quoted words that name it')
    .argument('<value>', 'in the unit of the figure, such as 38bn')
    .requiredOption('--reason <reason>', 'what proves it')
    .option('--by <name>', BY)
    .addHelpText('after', '\nExample:\n  newsledger pin 29bb0053 38bn --reason "Form 8-K of 3 November"\n')
    .action((figure: string, value: string, { reason, by = userInfo().username }: { reason: string; by?: string }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/pins.ts')).pinFigure(pool, printerOf(command), { figure, value, reason, by }),
      ),
    );
  program
    .command('unpin')
    .description('Take a pin back: the claims decide again.')
    .argument('<figure>', 'its id, the first characters of the id, or quoted words that name it')
    .requiredOption('--reason <reason>', 'why')
    .option('--by <name>', BY)
    .addHelpText('after', '\nExample:\n  newsledger unpin 29bb0053 --reason "the filing was amended"\n')
    .action((figure: string, { reason, by = userInfo().username }: { reason: string; by?: string }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/pins.ts')).unpinFigure(pool, printerOf(command), { figure, reason, by }),
      ),
    );

  const entity = program.command('entity').description('Decide which names mean the same organisation, person, product or place.');
  for (const [name, description, first, second] of NAME_COMMANDS)
    entity
      .command(name)
      .description(description)
      .argument(`<${first}>`)
      .argument(`<${second}>`)
      .option('--by <name>', BY)
      .option('--reason <reason>', WHY)
      .addHelpText('after', `\nExample:\n  newsledger entity ${name} "Amazon Web Services Inc" "Amazon Web Services"\n`)
      .action((a: string, b: string, { by, reason }: DeciderOptions, command: Command) =>
        withLedger(configOf(command), async ({ pool }) =>
          (await import('./commands/entityNames.ts')).decideName(pool, printerOf(command), {
            decision: name,
            name: a,
            entity: b,
            by: by ?? userInfo().username,
            reason,
          }),
        ),
      );

  program
    .command('decisions')
    .description('List what people decided, the latest first: who, what, about what, and why.')
    .argument('[words...]', 'only decisions in which all words are found')
    .option('--by <name>', 'only those of this person')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .addHelpText('after', '\nExample:\n  newsledger decisions pin --by "the desk"\n')
    .action((words: string[], options: { by?: string; limit: number }, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/decisionList.ts')).printDecisions(pool, printerOf(command), { ...options, words }),
      ),
    );
}

const NAME_COMMANDS = [
  ['merge', 'Two names are one entity: claims of the first move to the second.', 'name', 'into'],
  ['split', 'A name that was merged is an entity of its own again.', 'name', 'from'],
  ['alias', 'An entity is also known by another name.', 'alias', 'entity'],
] as const;
