import type { Command } from 'commander';
import { bashCompletion } from './bashCompletion.ts';
import { commandTree } from './commandTree.ts';
import { fishCompletion } from './fishCompletion.ts';
import { zshCompletion } from './zshCompletion.ts';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** What a shell reads to complete `newsledger`; made from the commands themselves, so that none is forgotten. */
export function completionScript(program: Command, shell: keyof typeof scripts): string {
  return scripts[shell](commandTree(program));
}
