import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { JudgeOptions } from './commands/judge.ts';
import { withLedger } from './openLedger.ts';
import { configOf, printerOf } from './options.ts';

/** The command by which a person says what is right and wrong about a claim. */
export function addJudgeCommand(program: Command): void {
  program
    .command('judge')
    .description('Say what you find when you compare a claim with its article; the tables follow at once, and audits count it.')
    .argument('<claim>', 'its id, or the first characters of it, as "newsledger claims" shows it')
    .argument('[judgement]', 'right, misread (the article says something else) or wrong_source (it says so, and is wrong)')
    .requiredOption('--reason <reason>', 'why')
    .option(
      '--field <field>',
      'what was misread: value, unit, subject, counterparty, measure, definition, period, status, speaker, type, parties; or claim, when the sentence states no such thing',
    )
    .option('--value <value>', 'of what was misread: the value that the article states, such as 38bn')
    .option('--unit <unit>', '… the unit')
    .option('--subject <name>', '… who or what is measured')
    .option('--counterparty <name>', '… the other party')
    .option('--measure <measure>', '… what is measured, such as revenue')
    .option('--period <label>', '… when it holds, such as 2025 or 2025-Q3')
    .option('--status <status>', '… how firmly it is said, such as forecast')
    .option('--speaker <name>', '… who is quoted')
    .option('--undo', 'take the judgement back')
    .option('--by <name>', 'who decides (default: the name of your account)')
    .addHelpText(
      'after',
      '\nExamples:\n  newsledger judge 5f0c0b7e right --reason "I read the article"\n  newsledger judge 5f0c0b7e misread --field subject --subject "Harbour Chips" --reason "It speaks of the supplier"\n  newsledger judge 5f0c0b7e --undo --reason "I took the wrong article"\n',
    )
    .action((claim: string, judgement: string | undefined, options: JudgeOptions, command: Command) =>
      withLedger(configOf(command), async ({ pool }) =>
        (await import('./commands/judge.ts')).judge(pool, printerOf(command), claim, judgement, {
          ...options,
          by: options.by ?? userInfo().username,
        }),
      ),
    );
}
