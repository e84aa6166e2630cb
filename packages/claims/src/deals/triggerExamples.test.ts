import { expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';
import { nounTriggers, verbTriggers } from './triggers.ts';

test.each([...verbTriggers, ...nounTriggers].map(({ type, example }) => [type, example] as const))(
  'a deal of type %s is read from "%s"',
  (type, text) => {
    const { deals } = extractClaims({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null });

    expect(deals.map(({ deal }) => deal.type)).toContain(type);
  },
);
