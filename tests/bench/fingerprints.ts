/**
 * How well fingerprints tell copies from other texts, and how fast: `node tests/bench/fingerprints.ts [articles]`.
 *
 * Articles of 300 to 900 words are drawn from a vocabulary in which words are as frequent as in a language (Zipf), and one sentence in eight
 * from a stock that all share, as texts of one week's news share quotes and background. Each is copied
 * with every edit below. A copy is found when the index gives its original; what else it gives is false. Then the index is asked 1,000 times
 * at growing sizes.
 */
import { createFingerprintIndex, fingerprint, hammingDistance } from '@newsledger/articles';

const ARTICLES = Number(process.argv[2] ?? 2_000);
const BOILERPLATE =
  'This story was produced by the Gazette News Service. Follow us for more stories like this one. Reporting by the business desk. Reproduction without permission is not allowed.';

type Edit = (text: readonly string[], seed: number) => string[];
const edits: Readonly<Record<string, Edit>> = {
  'nothing but its layout': (text) => text.map((paragraph) => `  ${paragraph.toUpperCase()}\n`),
  'the byline swapped': (text) => [text[0] ?? '', 'By Carl Dune in Leith', ...text.slice(2)],
  'the headline changed': (text, seed) => [`Another headline for story ${seed}`, ...text.slice(1)],
  "an agency's closing lines added": (text) => [...text, BOILERPLATE],
  'a paragraph added': (text, seed) => [...text.slice(0, 3), story(seed + 5_000_000, 50)[0] ?? '', ...text.slice(3)],
  'the last tenth cut': (text) => text.slice(0, Math.ceil(text.length * 0.9)),
  'the last quarter cut': (text) => text.slice(0, Math.ceil(text.length * 0.75)),
  'the last half cut': (text) => text.slice(0, Math.ceil(text.length * 0.5)),
  'every tenth word changed': (text) =>
    text.map((paragraph) =>
      paragraph
        .split(' ')
        .map((word, at) => (at % 10 === 9 ? `${word}s` : word))
        .join(' '),
    ),
};

const articles = Array.from({ length: ARTICLES }, (_, seed) => [
  sentence(numbers(seed + 9_000_000)),
  'By Ada Birch',
  ...story(seed, 300 + ((seed * 37) % 600)),
]);
const index = createFingerprintIndex<number>();
const start = performance.now();
for (const [key, text] of articles.entries()) index.add(fingerprint(text.join('\n\n')), key);
console.log(`${ARTICLES} articles fingerprinted and added: ${((performance.now() - start) / ARTICLES).toFixed(3)} ms each`);

const prints = articles.map((text) => fingerprint(text.join('\n\n')));
for (const [name, edit] of Object.entries(edits)) {
  let found = 0;
  let wrong = 0;
  const bits: number[] = [];
  for (const [key, text] of articles.entries()) {
    const copy = fingerprint(edit(text, key).join('\n\n'));
    const near = index.near(copy);
    if (near.some((one) => one.key === key)) found++;
    wrong += near.filter((one) => one.key !== key).length;
    bits.push(hammingDistance(prints[key] ?? '', copy));
  }
  const precision = found + wrong === 0 ? 1 : found / (found + wrong);
  const within = (most: number) => (bits.filter((count) => count <= most).length / ARTICLES).toFixed(2);
  console.log(
    `${name.padEnd(32)} recall ${(found / ARTICLES).toFixed(3)}  precision ${precision.toFixed(3)}  within 3, 7, 10, 12 bits ${[3, 7, 10, 12].map(within).join(' ')}`,
  );
}
let nearest = 64;
for (let one = 0; one < Math.min(ARTICLES, 500); one++)
  for (let other = 0; other < one; other++) nearest = Math.min(nearest, hammingDistance(prints[one] ?? '', prints[other] ?? ''));
console.log(`the nearest two of the first ${Math.min(ARTICLES, 500)} different articles: ${nearest} bits`);

for (const size of [1_000, 10_000, 100_000]) {
  const large = createFingerprintIndex<number>();
  for (let key = 0; key < size; key++) large.add(randomPrint(key), key);
  const begin = performance.now();
  for (let query = 0; query < 1_000; query++) large.near(randomPrint(query + 17_000_000));
  console.log(`index of ${size}: ${((performance.now() - begin) / 1_000).toFixed(3)} ms a query`);
}

/** Paragraphs of about `words` words. */
function story(seed: number, words: number): string[] {
  const next = numbers(seed);
  const texts: string[] = [];
  for (let written = 0; written < words; ) {
    const text = Array.from({ length: 2 + (next() % 2) }, () => sentence(next() % 8 === 0 ? numbers(next() % 200) : next)).join(' ');
    texts.push(text);
    written += text.split(' ').length;
  }
  return texts;
}

function sentence(next: () => number): string {
  return `${Array.from({ length: 8 + (next() % 18) }, () => `w${Math.floor(20_000 ** ((next() % 100_000) / 100_000))}`).join(' ')}.`;
}

/** Whole numbers of a linear congruential generator (Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

/** The finaliser of MurmurHash3 over two halves. */
function randomPrint(seed: number): string {
  const half = (value: number) => {
    let hash = value >>> 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
  };
  return half(seed * 2 + 1) + half(seed * 2 + 0x9e3779b9);
}
