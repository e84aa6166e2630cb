import { describe, expect, it } from 'vitest';
import { readingText, textHash } from './textHash.ts';

describe('readingText', () => {
  it('parts title and body by a blank line', () => {
    expect(readingText('Title', 'Body')).toBe('Title\n\nBody');
  });

  it('is the title alone when there is no body', () => {
    expect(readingText('Title', '')).toBe('Title');
  });
});

describe('textHash', () => {
  it('is the SHA-256 of the text in UTF-8', () => {
    expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
