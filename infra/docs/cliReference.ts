import { buildProgram } from '@newsledger/cli';

type Command = ReturnType<typeof buildProgram>;

/** The page of all commands, made from the help that they print. */
export function cliReferencePage(): string {
  return [
    '# Command line reference',
    '',
    'Made from the commands themselves by `npm run docs`. From a checkout, `./newsledger figures` is `newsledger figures` (`npm run cli -- figures` is the same, also in PowerShell); in containers, `docker compose exec web newsledger figures`.',
    '',
    'Every list answers with `--json` as JSON lines and with `--csv` as CSV, with all columns and rows. A table in a terminal is made to fit its width. What takes long shows how far it is, its rate and the time left.',
    '',
    '| exit code | means |',
    '|---|---|',
    '| 0 | done; or nobody reads the output any more |',
    '| 1 | failed, or `doctor`, `rebuild --verify` or `webhook test` found something wrong |',
    '| 2 | called in a way that can not work: the message says what to do |',
    '| 129, 130, 143 | ended by a hang-up, by Ctrl-C, by SIGTERM. Nothing is left half done: a file under its name is whole, the tables stand as they were, and no server goes on running. |',
    ...sections(buildProgram()),
    '',
  ].join('\n');
}

function sections(command: Command): string[] {
  const own = ['', `## ${pathOf(command)}`, '', '```text', helpOf(command), '```'];
  return [...own, ...command.commands.filter((sub) => sub.name() !== 'help').flatMap((sub) => sections(sub as Command))];
}

function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 110 });
  command.outputHelp();
  return help.trimEnd();
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent as Command)} ${command.name()}`;
}
