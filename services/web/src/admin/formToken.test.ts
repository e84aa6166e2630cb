import { expect, it } from 'vitest';
import { createFormTokens } from './formToken.ts';

const at = (instant: string) => () => new Date(instant);

it('knows its own tokens over night, and no longer', () => {
  const token = createFormTokens('secret', at('2025-11-03T23:59:00Z')).make();
  expect(createFormTokens('secret', at('2025-11-04T23:59:00Z')).isMade(token)).toBe(true);
  expect(createFormTokens('secret', at('2025-11-05T00:00:00Z')).isMade(token)).toBe(false);
});

it('knows no token of another secret, and nothing else', () => {
  const tokens = createFormTokens('secret', at('2025-11-03T12:00:00Z'));
  expect(tokens.isMade(createFormTokens('other', at('2025-11-03T12:00:00Z')).make())).toBe(false);
  expect(tokens.isMade('')).toBe(false);
});
