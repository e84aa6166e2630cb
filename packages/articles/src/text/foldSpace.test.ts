import { describe, expect, it } from 'vitest';
import { foldSpace } from './foldSpace.ts';

describe('foldSpace', () => {
  it('folds blanks, tabs and line breaks to one blank', () => {
    expect(foldSpace('  a \n\t b  ')).toBe('a b');
  });

  it.each(['5\u00a0billion', '12\u202f500', '20\u2009%', '€\u00a05', '1\u00a0234,5'])('keeps the space of the amount %j', (amount) => {
    expect(foldSpace(amount)).toBe(amount);
  });

  it('makes a no-break space between words a blank', () => {
    expect(foldSpace('Harbour\u00a0Chips')).toBe('Harbour Chips');
  });

  it('drops characters that have no width', () => {
    expect(foldSpace('chi\u00adps\u200b')).toBe('chips');
  });
});
