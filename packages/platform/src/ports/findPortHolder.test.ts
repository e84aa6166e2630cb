import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { chooseFreePort } from '../embeddedPostgres/freePort.ts';
import { findPortHolder } from './findPortHolder.ts';

const children: ReturnType<typeof spawn>[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

it.each(['127.0.0.1', '::'])('names the process that listens on %s', async (host) => {
  const port = await chooseFreePort();
  const child = spawn(process.execPath, [
    '-e',
    `require('node:net').createServer().listen(${port}, '${host}', () => console.log('listening'))`,
  ]);
  children.push(child);
  await once(child.stdout, 'data');

  const holder = await findPortHolder(port);

  expect(holder).toEqual({ pid: child.pid, command: 'node' });
});

it('knows nobody on a free port', async () => {
  expect(await findPortHolder(await chooseFreePort())).toBeNull();
});
