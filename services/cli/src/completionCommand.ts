import { Argument, type Command } from 'commander';

/** The command that makes a shell complete all others. */
export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .description('Print a script by which a shell completes commands, options and names of files.')
    .addArgument(new Argument('<shell>', 'whose script to print').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      `
Examples:
  source <(newsledger completion bash)        bash and zsh, in this shell
  newsledger completion fish | source         fish
  ./newsledger completion bash >> ~/.bashrc   from a checkout, in every shell
`,
    )
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completionScript } = await import('./completion/completionScript.ts');
      process.stdout.write(completionScript(program, shell));
    });
}
