import { expect, it } from 'vitest';
import { createCloseStack } from './closeStack.ts';

it('closes in the opposite order of opening, and goes on when one fails', async () => {
  const closed: string[] = [];
  const failed: string[] = [];
  const stack = createCloseStack();
  stack.push('database', async () => closed.push('database'));
  stack.push('queues', () => Promise.reject(new Error('no answer')));
  stack.push('workers', async () => closed.push('workers'));

  await stack.close((name, error) => failed.push(`${name}: ${error instanceof Error ? error.message : error}`));

  expect(closed).toEqual(['workers', 'database']);
  expect(failed).toEqual(['queues: no answer']);
});

it('leaves what does not close in time, says so, and closes the rest', async () => {
  const closed: string[] = [];
  const failed: string[] = [];
  const stack = createCloseStack();
  stack.push('database', async () => closed.push('database'));
  stack.push('workers', () => new Promise(() => {}));

  await stack.close((name, error) => failed.push(`${name}: ${error instanceof Error ? error.message : error}`), 20);

  expect(closed).toEqual(['database']);
  expect(failed).toEqual(['workers: It took more than 20 ms.']);
});
