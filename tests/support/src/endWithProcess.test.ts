import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { waitFor } from './waitFor.ts';

it('ends a server when the process that watches over it is killed', async () => {
  const server = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', (_code, signal) => resolve(signal)));
  const module = JSON.stringify(new URL('./endWithProcess.ts', import.meta.url).href);
  const watched = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `(await import(${module})).endWithProcess(${server.pid}); console.log('ready'); setInterval(() => {}, 1000);`,
  ]);
  let output = '';
  watched.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await waitFor('the watcher', () => output.includes('ready'));

  watched.kill('SIGKILL');

  expect(await ended).toBe('SIGINT');
});
