import { describe, expect, it } from 'vitest';
import { correctionNoteOf } from './correctionNote.ts';

describe('correctionNoteOf', () => {
  it.each([
    'Correction: An earlier version of this article gave the price as $5m; it is $5bn.',
    'Correction, Nov. 4, 2025: the plant is in Leith, not in Perth.',
    'This article was corrected on 4 November 2025 to give the right price.',
    'An earlier version of this story misstated the size of the plant.',
    "Editor's note: This story has been amended to correct the name of the company.",
    'In einer früheren Version stand, der Preis betrage 5 Millionen Euro.',
  ])('finds "%s"', (note) => {
    expect(correctionNoteOf(['A text.', note])).toBe(note);
  });

  it.each([
    'Stocks were due for a correction, analysts said.',
    "Editor's note: This story is part of a series on harbours.",
    'The company corrected its forecast on Monday.',
  ])('takes no note out of "%s"', (text) => {
    expect(correctionNoteOf([text])).toBeNull();
  });
});
