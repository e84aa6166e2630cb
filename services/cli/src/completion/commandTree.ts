import type { Command, Option } from 'commander';

/** What may follow a word: one of these words, a path, or what no shell can know. */
export type Value = { readonly of: 'words'; readonly words: readonly string[] } | { readonly of: 'files' | 'folders' | 'anything' };

export interface CompletedOption {
  /** As typed, such as `--limit` and `-h`. */
  readonly names: readonly string[];
  readonly about: string;
  /** Null when it takes none. */
  readonly value: Value | null;
}

export interface CompletedCommand {
  /** Words after `newsledger`: none for the program, two for `source add`. */
  readonly path: readonly string[];
  readonly about: string;
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly CompletedOption[];
  /** What its arguments are: files when one of them may be a file, else the words of the one that has choices. */
  readonly argument: Value;
}

/** Every command of the program with what may follow it, in the order of its help: all that a shell's completion needs to know. */
export function commandTree(program: Command): CompletedCommand[] {
  return describe(program, [], []);
}

function describe(command: Command, path: readonly string[], inherited: readonly Option[]): CompletedCommand[] {
  const help = command.createHelp();
  const subcommands = help.visibleCommands(command);
  const options = [...help.visibleOptions(command), ...inherited];
  const own: CompletedCommand = {
    path,
    about: command.description(),
    commands: subcommands.map((sub) => ({ name: sub.name(), about: firstSentence(sub.description()) })),
    options: options.map((option) => ({
      names: [option.long, option.short].filter((name) => name !== undefined && name !== null),
      about: firstSentence(option.description),
      value: option.required || option.optional ? completedValue(option.flags, option.argChoices) : null,
    })),
    argument: argumentOf(command),
  };
  const globals = path.length === 0 ? command.options : inherited;
  return [own, ...command.commands.flatMap((sub) => describe(sub, [...path, sub.name()], globals))];
}

function argumentOf(command: Command): Value {
  const values = command.registeredArguments.map((argument) => completedValue(argument.name(), argument.argChoices));
  return values.find(({ of }) => of === 'files') ?? values.find(({ of }) => of === 'words') ?? { of: 'anything' };
}

/** What a placeholder such as `<file>` or `<dir>` stands for. */
function completedValue(placeholder: string, choices: readonly string[] | undefined): Value {
  if (choices !== undefined) return { of: 'words', words: choices };
  if (/\b(?:dir|folder)\b/.test(placeholder)) return { of: 'folders' };
  return { of: /\b(?:file|targets)\b/.test(placeholder) ? 'files' : 'anything' };
}

/** Shells show one line; a description may hold more. */
function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s|\n/)[0]?.replace(/[.:;]$/, '') ?? '';
}
