import type { CompletedCommand, Value } from './commandTree.ts';

/** The script that completes `newsledger` in bash (3.2, which macOS has, and later). */
export function bashCompletion(tree: readonly CompletedCommand[]): string {
  const subcommands = tree.filter(({ path }) => path.length > 0).map(({ path }) => quoted(path));
  const withValue = tree.flatMap(({ path, options }) =>
    options.flatMap(({ names, value }) => (value === null ? [] : [{ patterns: names.map((name) => quoted([...path, name])), value }])),
  );
  return `# bash completion of newsledger. Use it in this shell: source <(newsledger completion bash)
# In every shell: newsledger completion bash > ~/.local/share/bash-completion/completions/newsledger
_newsledger_paths() {
  local IFS=$'\\n'
  # Before bash 4 a folder is completed without the slash after it.
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$word"))
}
_newsledger() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= index
  for (( index = 1; index < COMP_CWORD; index++ )); do
    case "$command \${COMP_WORDS[index]}" in
      ${subcommands.join(' | ')}) command="$command \${COMP_WORDS[index]}" ;;
      ${withValue.flatMap(({ patterns }) => patterns).join(' | ')}) (( index++ )) ;;
    esac
  done
  COMPREPLY=()
  case "$command $previous" in
${withValue.map(({ patterns, value }) => `    ${patterns.join(' | ')}) ${complete(value)}; return ;;`).join('\n')}
  esac
  local words=
  case "$command" in
${tree.map(commandCase).join('\n')}
  esac
  [[ $word == -* || -n $words ]] || return
  COMPREPLY+=($(compgen -W "$words" -- "$word"))
}
complete -F _newsledger newsledger
`;
}

function commandCase({ path, commands, options, argument }: CompletedCommand): string {
  const names = options.flatMap((option) => option.names);
  const words = argument.of === 'words' ? argument.words : commands.map(({ name }) => name);
  const files = argument.of === 'files' ? ` [[ $word == -* ]] || ${complete(argument)};` : '';
  return `    ${path.length === 0 ? "''" : quoted(path)}) words='${words.join(' ')}'; [[ $word != -* ]] || words='${names.join(' ')}';${files} ;;`;
}

function complete(value: Value): string {
  if (value.of === 'words') return `COMPREPLY=($(compgen -W '${value.words.join(' ')}' -- "$word"))`;
  if (value.of === 'files') return '_newsledger_paths -f';
  return value.of === 'folders' ? '_newsledger_paths -d' : ':';
}

/** Words as the loop above joins them: each after a space. */
function quoted(words: readonly string[]): string {
  return `'${words.map((word) => ` ${word}`).join('')}'`;
}
