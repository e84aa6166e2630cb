import type { CompletedCommand, CompletedOption, Value } from './commandTree.ts';

/** The script that completes `newsledger` in fish, with what each word means beside it. */
export function fishCompletion(tree: readonly CompletedCommand[]): string {
  const [program] = tree;
  const inherited = new Set(program?.options.flatMap(({ names }) => names));
  return `# fish completion of newsledger. Use it in this shell: newsledger completion fish | source
# In every shell: newsledger completion fish > ~/.config/fish/completions/newsledger.fish
complete -c newsledger -f
${tree.flatMap((command) => linesOf(command, inherited)).join('\n')}
`;
}

function linesOf({ path, commands, options, argument }: CompletedCommand, inherited: ReadonlySet<string>): string[] {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const when = path.length === 0 ? [] : ['-n', single(seen.join('; and '))];
  const line = (...words: string[]) => ['complete', '-c', 'newsledger', ...words].join(' ');
  const names = commands.map(({ name }) => name);
  const none = [...seen, `not __fish_seen_subcommand_from ${names.join(' ')}`].join('; and ');
  return [
    ...commands.map(({ name, about }) => line('-n', single(none), '-a', name, '-d', single(about))),
    ...options
      .filter((option) => path.length === 0 || !option.names.some((name) => inherited.has(name)))
      .map((option) => line(...when, ...optionWords(option))),
    ...(commands.length === 0 && argument.of !== 'anything' ? [line(...when, ...valueWords(argument))] : []),
  ];
}

function optionWords({ names, about, value }: CompletedOption): string[] {
  const flags = names.flatMap((name) => (name.startsWith('--') ? ['-l', name.slice(2)] : ['-s', name.slice(1)]));
  return [...flags, '-d', single(about), ...(value === null ? [] : [value.of === 'files' ? '-r' : '-x', ...valueWords(value)])];
}

function valueWords(value: Value): string[] {
  if (value.of === 'words') return ['-a', single(value.words.join(' '))];
  if (value.of === 'files') return ['-F'];
  return value.of === 'folders' ? ['-a', single('(__fish_complete_directories)')] : [];
}

function single(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
