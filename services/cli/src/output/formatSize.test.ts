import { expect, it } from 'vitest';
import { formatSize } from './formatSize.ts';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [12_345_678, '12.3 MB'],
  [4_000_000_000_000_000, '4000.0 TB'],
])('%i bytes are %s', (bytes, written) => {
  expect(formatSize(bytes)).toBe(written);
});
