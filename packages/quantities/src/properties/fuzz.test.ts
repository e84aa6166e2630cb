import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { scanAll } from '../index.ts';
import { compareDecimals } from '../testing/decimals.ts';
import { texts } from '../testing/texts.ts';

/** Characters to read, and the seed of a run to repeat: `FUZZ_CHARACTERS=10000000 FUZZ_SEED=42 pnpm exec vitest … fuzz`. */
const characters = Number(process.env.FUZZ_CHARACTERS ?? (inject('form') === 'long' ? 10_000_000 : 200_000));
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** Phrases, oddities and random Unicode by turns, until there are enough characters. A text of many is read at once. */
function* batches(): Generator<string> {
  const perBatch = 200;
  for (let read = 0, batch = 0; read < characters; batch += 1) {
    for (const text of fc.sample(texts, { seed: seed + batch, numRuns: perBatch })) {
      read += text.length;
      yield text;
    }
  }
}

function breachesOf(text: string): string[] {
  const { quantities, typedSpans } = scanAll(text);
  const stretches = [...quantities, ...typedSpans].sort((a, b) => a.start - b.start);
  const misplaced = stretches.some(
    (stretch, index) =>
      stretch.start >= stretch.end ||
      stretch.start < (stretches[index - 1]?.end ?? 0) ||
      text.slice(stretch.start, stretch.end) !== stretch.text,
  );
  const turned = quantities.some(({ low, high }) => low !== null && high !== null && compareDecimals(low, high) > 0);
  return misplaced || turned ? [text] : [];
}

test(`${characters.toLocaleString('en')} characters of news and nonsense are read without a breach (seed ${seed})`, {
  timeout: 1_800_000,
}, () => {
  let read = 0;
  const breaches: string[] = [];
  for (const text of batches()) {
    read += text.length;
    breaches.push(...breachesOf(text));
  }
  expect(breaches).toEqual([]);
  expect(read).toBeGreaterThanOrEqual(characters);
});
