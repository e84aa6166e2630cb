import { userInfo } from 'node:os';
import type { Command } from 'commander';

export const BY = 'who decides (default: the name of your account)';
export const WHY = 'why; it is kept with who decided';

export interface DeciderOptions {
  readonly by?: string;
  readonly reason?: string;
}

/** Lets a command be told who gives it and why. */
export function withDecider(command: Command): Command {
  return command.option('--by <name>', BY).option('--reason <reason>', WHY);
}

/** Who gives a command, and why, as far as it was said. */
export function deciderOf({ by, reason = '' }: DeciderOptions): { readonly by: string; readonly reason: string } {
  return { by: by ?? userInfo().username, reason };
}
