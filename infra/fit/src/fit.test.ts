import path from 'node:path';
import { fitReader, type ScoreRow, scoreReader, Tally, unpackDealModels, unpackModels } from '@newsledger/claims';
import { describe, expect, it } from 'vitest';
import { LabelledTextError, readLabelledTexts } from './readLabelledTexts.ts';
import { readPractice } from './readPractice.ts';

const labels = path.resolve(import.meta.dirname, '../../newsroom/labels');
const rows: readonly ScoreRow[] = [
  'value and unit',
  '… and subject',
  '… and measure',
  'placed',
  'deals: type and parties',
  'deals: … and value',
];

describe('fitting the reader', () => {
  it('learns from a few labelled texts to read others, and gives the same bytes for the same texts', { timeout: 240_000 }, () => {
    const texts = readLabelledTexts(labels);
    const taught = texts.filter(({ fold }) => fold === 1 || fold === 2).slice(0, 10);
    const unseen = texts.filter(({ fold }) => fold === 3).slice(0, 6);

    const weights = fitReader(taught);
    const again = fitReader(taught);

    const knowing = { figures: unpackModels(weights.figures), deals: unpackDealModels(weights.deals) };
    const ignorant = { ...knowing, figures: unpackModels({}) };
    expect(JSON.stringify(again)).toBe(JSON.stringify(weights));
    expect(f1(unseen, knowing)).toBeGreaterThan(f1(unseen, ignorant) + 20);
  });

  it('reads all practice texts, each with its figures where they stand', () => {
    const texts = readPractice();
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.flatMap(({ text, figures }) => figures.filter(({ quote, start, end }) => text.slice(start, end) !== quote))).toEqual([]);
    expect(texts.filter(({ published }) => Number.isNaN(Date.parse(published ?? '')))).toEqual([]);
  });

  it('says which line of a file is no labelled text', () => {
    expect(() => readLabelledTexts(path.resolve(import.meta.dirname))).toThrow(LabelledTextError);
  });
});

/** F1 of figures with value, unit, subject and measure right. */
function f1(texts: ReturnType<typeof readLabelledTexts>, models: Parameters<typeof scoreReader>[1]): number {
  const tallies = new Map(rows.map((row) => [row, new Tally()]));
  for (const text of texts) scoreReader(text, models, 0.65, tallies);
  return tallies.get('… and measure')?.f1 ?? 0;
}
