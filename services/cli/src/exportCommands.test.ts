import { apiLists } from '@newsledger/web';
import { expect, it } from 'vitest';
import { exportable } from './exportCommands.ts';

it('exports every list of the API, and labels', () => {
  expect(exportable).toEqual([...apiLists.map(({ name }) => name), 'labels']);
});
