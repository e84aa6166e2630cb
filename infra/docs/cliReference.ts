import { buildProgram } from '@newsledger/cli';

type Command = ReturnType<typeof buildProgram>;

/** The page of all commands, made from the help that they print. */
export function cliReferencePage(): string {
  return [
    '# Command line reference',
    '',
    'Made from the commands themselves by `npm run docs`. From a checkout, `./newsledger figures` is `newsledger figures` (`npm run cli -- figures` is the same, also in PowerShell); in containers, `docker compose exec web newsledger figures`.',
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
