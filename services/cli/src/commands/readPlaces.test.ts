import { expect, it } from 'vitest';
import { createLocator } from './readPlaces.ts';

it('counts lines and columns from 1', () => {
  const text = 'a $1\n\n$2 $3\n$4';
  const locate = createLocator(text);
  expect(['$1', '$2', '$3', '$4'].map((amount) => locate(text.indexOf(amount)))).toEqual([
    { line: 1, column: 3 },
    { line: 3, column: 1 },
    { line: 3, column: 4 },
    { line: 4, column: 1 },
  ]);
});
