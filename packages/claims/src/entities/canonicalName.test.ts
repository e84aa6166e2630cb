import { expect, test } from 'vitest';
import { canonicalName } from './canonicalName.ts';

test.each([
  ['Northfold Systems, Inc.', 'Northfold Systems'],
  ['Northfold Systems Inc', 'Northfold Systems'],
  ['The Northfold Systems', 'Northfold Systems'],
  ['NORTHFOLD SYSTEMS', 'Northfold Systems'],
  ['NORTHFOLD AI LABS LTD', 'Northfold AI Labs'],
  ['Halden’s Bakery', "Halden's Bakery"],
  ['THE HOME DEPOT INC.', 'Home Depot'],
  ['Home Depot', 'Home Depot'],
  ['ASML', 'ASML'],
  ['NVLX', 'NVLX'],
])('%s is %s', (written, name) => {
  expect(canonicalName(written)).toBe(name);
});
