import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { chooseSteadyPort } from './chooseSteadyPort.ts';

const module = path.resolve(import.meta.dirname, 'chooseSteadyPort.ts');

it('gives no two tests one port, though nobody listens there yet', async () => {
  const mine = await chooseSteadyPort();
  // Another process, whose choice falls on the same port first.
  const script = `const { random } = Math; let first = ${(mine - 20_000 + 0.5) / 10_000};
    Math.random = () => { const chosen = first ?? random(); first = null; return chosen; };
    console.log(await (await import(${JSON.stringify(module)})).chooseSteadyPort());
    process.exit(first === null ? 0 : 1);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(Number(stdout)).toBeGreaterThanOrEqual(20_000);
  expect(Number(stdout)).not.toBe(mine);
});
