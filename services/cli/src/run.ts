import { Interrupted, isGone } from '@newsledger/platform';
import { buildProgram } from './program.ts';
import { reportFailure } from './reportFailure.ts';

/** Runs the command line of this process and sets its exit code. */
export async function run(): Promise<void> {
  // A reader such as `head` that has had enough is no failure; a command that has a server open ends because of it, others have ended soon.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: Error) => {
      if (!isGone(error)) throw error;
    });

  try {
    await buildProgram().parseAsync();
  } catch (error) {
    process.exitCode = reportFailure(error);
    // Work that was broken off may go on waiting for what nobody gives it any more.
    if (error instanceof Interrupted) process.exit();
  }
}
