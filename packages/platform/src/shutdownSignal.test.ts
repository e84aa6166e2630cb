import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const program = `
  import { shutdownSignal } from ${JSON.stringify(new URL('./shutdownSignal.ts', import.meta.url).href)};
  const signal = shutdownSignal();
  setInterval(() => {}, 1000);
  signal.addEventListener('abort', () => process.stdout.write(signal.reason.message + '\\n'));
  process.stdout.write('ready\\n');
`;

test('the first signal asks to end, and the second ends', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    lines.push(...chunk.toString().trim().split('\n'));
    if (lines.at(-1) === 'ready') child.kill('SIGTERM');
    else child.kill('SIGINT');
  });

  const [code] = await once(child, 'exit');

  expect(lines).toEqual(['ready', 'The process received SIGTERM.']);
  expect(code).toBe(130);
});
