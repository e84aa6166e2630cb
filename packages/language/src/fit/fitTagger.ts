import { FEATURES, writeFeatures } from '../tags/features.ts';
import { TAGS, type Tag } from '../tags/tag.ts';
import { keyOf, type WeightRow } from '../tags/weights.ts';
import { BOUNDARY, type WordForm, wordForm } from '../tags/wordForm.ts';
import { type Writing, writingOf } from '../tags/writing.ts';
import { chanceOf } from './chance.ts';

/** A sentence whose tags are known. */
export interface TaggedSentence {
  readonly words: readonly string[];
  readonly tags: readonly Tag[];
}

export interface FitOptions {
  /** Passes over all sentences. */
  readonly passes: number;
  /** A feature seen in fewer places is chance. */
  readonly leastSeen: number;
  /** Averaged weights times this become whole numbers; those that become 0 are dropped. */
  readonly scale: number;
  /** Weights nearer to 0 than this are dropped. */
  readonly leastWeight: number;
  readonly seed: number;
}

const FIT_OPTIONS: FitOptions = { passes: 6, leastSeen: 10, scale: 4, leastWeight: 4, seed: 20_240_601 };

/** What a sentence is to the perceptron. */
interface Example {
  readonly forms: readonly WordForm[];
  readonly gold: readonly number[];
  readonly writing: Writing;
}

/**
 * Fits the weights of an averaged perceptron (Collins 2002) that tags from left to right. All arithmetic is on whole numbers up to the one
 * division at the end, and the order of sentences follows from the seed: the same sentences give the same weights.
 */
export function fitTagger(sentences: readonly TaggedSentence[], options: FitOptions = FIT_OPTIONS): WeightRow[] {
  const examples = sentences.map(exampleOf);
  const ids = countFeatures(examples, options.leastSeen);
  const fit = new AveragedWeights(ids.size);
  const chance = chanceOf(options.seed);
  const features = new Int32Array(FEATURES);
  const rows = new Int32Array(FEATURES);
  for (let pass = 0; pass < options.passes; pass++)
    for (const { forms, gold, writing } of chance.shuffled(examples)) {
      let before = BOUNDARY.fixed;
      let before2 = BOUNDARY.fixed;
      for (let i = 0; i < forms.length; i++) {
        let tag = forms[i]?.fixed ?? -1;
        if (tag < 0) {
          writeFeatures(forms, i, before, before2, writing, features);
          for (let f = 0; f < FEATURES; f++) rows[f] = ids.get(keyOf(features[f] ?? 0)) ?? -1;
          tag = fit.learn(rows, gold[i] ?? 0);
        }
        before2 = before;
        before = tag;
      }
    }
  return [...ids].flatMap(([key, row]) => {
    const weights = fit.rounded(row, options);
    return weights.some((weight) => weight !== 0) ? [{ key, weights }] : [];
  });
}

function exampleOf({ words, tags }: TaggedSentence): Example {
  const forms = words.map(wordForm);
  return { forms, gold: tags.map((tag) => TAGS.indexOf(tag)), writing: writingOf(forms, words) };
}

/** A row for each feature that stands in `leastSeen` places or more. */
function countFeatures(examples: readonly Example[], leastSeen: number): Map<number, number> {
  const counts = new Map<number, number>();
  const features = new Int32Array(FEATURES);
  for (const { forms, gold, writing } of examples) {
    let before = BOUNDARY.fixed;
    let before2 = BOUNDARY.fixed;
    for (const [i, form] of forms.entries()) {
      if (form.fixed < 0) {
        writeFeatures(forms, i, before, before2, writing, features);
        for (const feature of features) counts.set(keyOf(feature), (counts.get(keyOf(feature)) ?? 0) + 1);
      }
      before2 = before;
      before = form.fixed < 0 ? (gold[i] ?? 0) : form.fixed;
    }
  }
  const ids = new Map<number, number>();
  for (const [key, count] of counts) if (count >= leastSeen) ids.set(key, ids.size);
  return ids;
}

/** Weights now, and the sum of what each was after every word so far, brought up to date when the weight changes. */
class AveragedWeights {
  readonly #now: Int32Array;
  readonly #sum: Float64Array;
  readonly #changed: Int32Array;
  readonly #scores = new Int32Array(TAGS.length);
  #words = 0;

  constructor(rows: number) {
    this.#now = new Int32Array(rows * TAGS.length);
    this.#sum = new Float64Array(rows * TAGS.length);
    this.#changed = new Int32Array(rows * TAGS.length);
  }

  /** Guesses the tag of a word with the features in `rows` (-1: none), and learns from it when it is not `gold`. */
  learn(rows: Int32Array, gold: number): number {
    const scores = this.#scores.fill(0);
    for (const row of rows) {
      if (row < 0) continue;
      for (let tag = 0; tag < TAGS.length; tag++) scores[tag] = (scores[tag] ?? 0) + (this.#now[row * TAGS.length + tag] ?? 0);
    }
    let guess = 0;
    for (let tag = 1; tag < TAGS.length; tag++) if ((scores[tag] ?? 0) > (scores[guess] ?? 0)) guess = tag;
    this.#words++;
    if (guess !== gold)
      for (const row of rows) {
        if (row < 0) continue;
        this.#add(row * TAGS.length + gold, 1);
        this.#add(row * TAGS.length + guess, -1);
      }
    return guess;
  }

  #add(at: number, by: number): void {
    const now = this.#now[at] ?? 0;
    this.#sum[at] = (this.#sum[at] ?? 0) + now * (this.#words - (this.#changed[at] ?? 0));
    this.#changed[at] = this.#words;
    this.#now[at] = now + by;
  }

  rounded(row: number, { scale, leastWeight }: FitOptions): number[] {
    return TAGS.map((_, tag) => {
      this.#add(row * TAGS.length + tag, 0);
      const weight = Math.round(((this.#sum[row * TAGS.length + tag] ?? 0) * scale) / this.#words);
      return Math.abs(weight) < leastWeight ? 0 : Math.max(-127, Math.min(127, weight));
    });
  }
}
