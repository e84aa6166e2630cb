import { expect, test } from 'vitest';
import { scan } from '../index.ts';
import { describeQuantity } from './cases.ts';
import { figureFree } from './figureFree.ts';

test.each(figureFree)('"%s" has no amount in it', (sentence) => {
  expect(scan(sentence).map(describeQuantity)).toEqual([]);
});
