import { expect, it } from 'vitest';
import { readCandidates } from '../candidates/reading.ts';
import { readDocument } from '../text/readDocument.ts';
import { periodOptions } from './period.ts';

/** The periods that the first amount of a text may be of, and where each stands. */
function candidatesIn(text: string, publishedAt: string | null): [string | undefined, string][] {
  const reading = readCandidates(readDocument({ title: '', text, publishedAt, publisher: null }));
  const [place] = reading.places;
  if (place === undefined) throw new Error('the text has no amount');
  return periodOptions(reading, place, 'revenue').map(({ value }) => [value.period?.label, value.from]);
}

it('takes times of the sentence, of those around it, and of publication', () => {
  expect(candidatesIn('Revenue was $3 billion in 2023. In 2021 it had been less.', '2024-03-05T00:00:00Z')).toEqual([
    ['2023', 'sentence'],
    ['2021', 'later'],
    ['2024-03-05', 'published'],
    ['2024-03', 'published'],
    ['2024', 'published'],
    [undefined, 'nowhere'],
  ]);
});

it('takes the year that an undated text names most often, not what only looks like a year', () => {
  const text = 'Revenue was $3 billion. It cost 2,019 lives. The $2018 shop opened. In 2021 it grew, and in 2021 it moved, not in 2016.';
  expect(candidatesIn(text, null)).toContainEqual(['2021', 'year']);
  expect(candidatesIn('Revenue was $3 billion. It cost 2,019 lives and $2018.', null)).toEqual([[undefined, 'nowhere']]);
  expect(candidatesIn(text, '2024-03-05T00:00:00Z').filter(([, from]) => from === 'year')).toEqual([]);
});
