import { expect, it } from 'vitest';
import { createAdminGuard } from './adminToken.ts';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

it.each(['Bearer s3cret:token', 'bearer  s3cret:token', basic('ada:s3cret:token'), basic(':s3cret:token')])('lets %s in', (header) => {
  expect(createAdminGuard('s3cret:token')(header)).toBe(true);
});

it.each([
  undefined,
  '',
  'Bearer',
  'Bearer s3cret',
  'Bearer s3cret:token2',
  's3cret:token',
  'Digest s3cret:token',
  basic('s3cret:token'),
  basic('no colon'),
])('keeps %s out', (header) => {
  expect(createAdminGuard('s3cret:token')(header)).toBe(false);
});

it('lets nobody in without a token', () => {
  expect(createAdminGuard(null)('Bearer null')).toBe(false);
  expect(createAdminGuard(null)(basic('null:'))).toBe(false);
});
