import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const module = JSON.stringify(new URL('./interruptibly.ts', import.meta.url).href);

/** A program that takes a quarter of a second to close what it has open, and the signals that it gets as soon as it is ready. */
async function endProgram(body: string, ...signals: readonly NodeJS.Signals[]): Promise<{ code: number | null; said: string }> {
  const program = `
    import { interruptibly } from ${module};
    try {
      await interruptibly(async (signal) => {
        console.log('ready');
        ${body}
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        console.error('closing');
        await new Promise((resolve) => setTimeout(resolve, 250));
        console.error('closed');
      });
    } catch (error) {
      console.error('ended: ' + error.message);
      process.exit(error.exitCode ?? 1);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  for (const signal of signals) child.kill(signal);
  const [code] = await once(child, 'close');
  return { code, said };
}

const stayAlive = 'setInterval(() => {}, 1000);';

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s lets the work close what it has open, and ends with exit code %i', async (signal, exitCode) => {
  const { code, said } = await endProgram(stayAlive, signal);
  expect(said).toBe(`closing\nclosed\nended: it received ${signal}\n`);
  expect(code).toBe(exitCode);
});

it('a signal that comes again changes nothing: one Ctrl-C comes from the terminal, from npm and from the bootstrap', async () => {
  const { code, said } = await endProgram(stayAlive, 'SIGINT', 'SIGINT', 'SIGTERM', 'SIGHUP');
  expect(said).toMatch(/^closing\nclosed\nended: it received SIG[A-Z]+\n$/);
  expect([129, 130, 143]).toContain(code);
});

it('ends in good order and without a failure when nobody reads its output any more', async () => {
  const { code, said } = await endProgram(`setInterval(() => console.log('more'), 20);`);
  expect(said).toBe('closing\nclosed\nended: nobody reads its output any more\n');
  expect(code).toBe(0);
});

it('an error that was caught nowhere lets it close what is open, too', async () => {
  const { code, said } = await endProgram(`setTimeout(() => { throw new Error('a slip'); }, 50); ${stayAlive}`);
  expect(said).toBe('closing\nclosed\nended: a slip\n');
  expect(code).toBe(1);
});
