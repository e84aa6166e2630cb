import type { CompletedCommand, CompletedOption, Value } from './commandTree.ts';

/** The script that completes `newsledger` in zsh, with what each word means beside it. */
export function zshCompletion(tree: readonly CompletedCommand[]): string {
  return `#compdef newsledger
# zsh completion of newsledger. Use it in this shell: source <(newsledger completion zsh)
# In every shell: newsledger completion zsh > "\${fpath[1]}/_newsledger"
${tree.map(functionOf).join('\n')}
if [ "$funcstack[1]" = "_newsledger" ]; then _newsledger "$@"; else compdef _newsledger newsledger; fi
`;
}

function functionOf({ path, commands, options, argument }: CompletedCommand): string {
  const name = `_newsledger${path.map((word) => `_${word.replaceAll('-', '_')}`).join('')}`;
  const specs = options.map(optionSpec).join(' ');
  if (commands.length === 0) return `${name}() { _arguments -s ${specs} '*:argument:${action(argument)}'; }`;
  const described = commands.map((command) => single(`${command.name}:${command.about}`)).join(' ');
  const cases = commands
    .filter((command) => command.name !== 'help')
    .map((command) => `${command.name}) ${name}_${command.name.replaceAll('-', '_')} ;;`);
  return `${name}() {
  local state line
  _arguments -C ${specs} '1: :->command' '*:: :->rest'
  case $state in
    command) local -a commands; commands=(${described}); _describe command commands ;;
    rest) case $line[1] in ${cases.join(' ')} esac ;;
  esac
}`;
}

function optionSpec({ names, about, value }: CompletedOption): string {
  const meaning = `[${about.replace(/[[\]\\]/g, '\\$&')}]`;
  const taken = value === null ? '' : `:value:${action(value)}`;
  return names.map((name) => single(`${name}${meaning}${taken}`)).join(' ');
}

function action(value: Value): string {
  if (value.of === 'words') return `(${value.words.join(' ')})`;
  if (value.of === 'files') return '_files';
  return value.of === 'folders' ? '_files -/' : ' ';
}

function single(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
