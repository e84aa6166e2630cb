import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../program.ts';
import { completionScript } from './completionScript.ts';

/** Scripts are tried in the shells themselves, in a folder with a file and a folder in it. */
let folder: string;
const run = promisify(execFile);
const missing = (shell: string) => spawnSync(shell, ['-c', 'true']).status !== 0;
const unless = (shell: string) => `${shell}${missing(shell) ? ` (skipped: there is no ${shell} here)` : ''}`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-completion-'));
  await mkdir(path.join(folder, 'my reports'));
  await writeFile(path.join(folder, 'my text.txt'), '');
  for (const shell of ['bash', 'zsh', 'fish'] as const)
    await writeFile(path.join(folder, `.newsledger.${shell}`), completionScript(buildProgram(), shell));
  await writeFile(path.join(folder, '.offering.zsh'), offering);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const cases: [typed: string, offered: string[]][] = [
  ['newsledger fig', ['figures']],
  ['newsledger figures --agr', ['--agreement']],
  ['newsledger figures --agreement dis', ['disputed']],
  ['newsledger source a', ['add']],
  ['newsledger source add --ki', ['--kind']],
  ['newsledger --data-dir there fig', ['figures']],
  ['newsledger completion f', ['fish']],
  ['./newsledger why --js', ['--json']],
  ['newsledger read my', ['my reports', 'my text.txt']],
  ['newsledger --data-dir my', ['my reports']],
  ['newsledger figures --limit my', []],
];

describe.skipIf(missing('bash'))(unless('bash'), () => {
  it.each(cases)('“%s” is completed by %j', async (typed, offered) => {
    const script = `source .newsledger.bash
      [[ $(complete -p newsledger) == *_newsledger* ]] || exit 3
      COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _newsledger "$1"; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = await run('bash', ['--norc', '-c', script, 'bash', ...typed.split(' ')], { cwd: folder });
    expect(linesOf(stdout)).toEqual(offered);
  });
});

describe.skipIf(missing('fish'))(unless('fish'), () => {
  it.each(cases)('“%s” is completed by %j', async (typed, offered) => {
    const script = `source .newsledger.fish; complete -C ${JSON.stringify(typed)}`;
    const { stdout } = await run('fish', ['--no-config', '-c', script], { cwd: folder, env: { ...process.env, HOME: folder } });
    const words = linesOf(stdout).map((line) => line.split('\t')[0]?.replaceAll('\\', '').replace(/\/$/, ''));
    expect(words).toEqual(offered);
  });
});

describe.skipIf(missing('zsh'))(unless('zsh'), () => {
  it.each(cases)('“%s” is completed by %j', async (typed, offered) => {
    const { stdout } = await run('zsh', ['-f', '-c', askZsh, 'zsh', typed], { cwd: folder, timeout: 50_000 });
    const words = [...stdout.matchAll(/<<(.+?)>>/g)].map((match) => match[1]?.replaceAll('\\', ''));
    expect([...new Set(words)]).toEqual(offered);
  });
});

/** Has a shell write each word that it would offer instead of offering it. From a file: what is typed, its terminal may show at any time. */
const offering = `
unsetopt zle_bracketed_paste 2>/dev/null; autoload -Uz compinit; compinit -u -D; source ./.newsledger.zsh
compadd() {
  [[ $@[1,(i)(-|--)] == *-[OAD]* ]] && { builtin compadd "$@"; return }
  typeset -a found; builtin compadd -A found "$@"; local one; for one in $found; print -r -- "<<"$one">>"; builtin compadd "$@"
}
report() { _main_complete; print -r -- END; exit }; zle -C report complete-word report; bindkey "^I" report; print READY_NOW
`;

/** Asks such a shell in a terminal of its own. */
const askZsh = `
zmodload zsh/zpty
zpty ask "PS1= zsh -f -i"
zpty -w ask 'source ./.offering.zsh'
zpty -r ask seen '*READY_NOW*'
zpty -w -n ask "$1"$'\\t'
zpty -r ask seen '*END*'
print -r -- $seen
`;

it('knows every command of the program, and a new one at once', () => {
  const program = new Command('newsledger');
  program.command('sing').description('It\'s "loud": $(x) `y`.').option('--pitch <pitch>', 'how high').argument('<file>');
  for (const shell of ['bash', 'zsh', 'fish'] as const) expect(completionScript(program, shell)).toMatch(/sing.*pitch/s);
});

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
