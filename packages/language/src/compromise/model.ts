import nlp from 'compromise/two';

type Inflect = (word: string, model: object, tense?: 'PastTense' | 'PresentTense' | 'Gerund' | 'Participle') => string;

/** What this package uses of compromise's inside, which its types leave open. This is the only file that looks there. */
export interface Compromise {
  /** Words in small letters, with what they are when they stand alone. */
  readonly lexicon: ReadonlyMap<string, string>;
  readonly model: object;
  readonly toInfinitive: Inflect;
  readonly toSingular: Inflect;
  /** The tags of each word of `text`. */
  readonly tagsOf: (text: string) => readonly (readonly string[])[];
}

export const compromise: Compromise = open();

function open(): Compromise {
  const model = nlp.model();
  const lexicon = at(model, 'one', 'lexicon');
  const toInfinitive = at(nlp.methods(), 'two', 'transform', 'verb', 'toInfinitive');
  const toSingular = at(nlp.methods(), 'two', 'transform', 'noun', 'toSingular');
  if (!isRecord(lexicon) || !isInflection(toInfinitive) || !isInflection(toSingular))
    throw new Error('This version of compromise keeps its lexicon or its verbs elsewhere: see packages/language/src/compromise/model.ts');
  const entries = Object.entries(lexicon).map(([word, tag]): [string, string] => [word, Array.isArray(tag) ? tag.join('+') : String(tag)]);
  return { lexicon: new Map(entries), model, toInfinitive, toSingular, tagsOf };
}

function tagsOf(text: string): readonly (readonly string[])[] {
  const sentences: unknown = nlp(text).json();
  if (!Array.isArray(sentences)) return [];
  return sentences.flatMap((sentence) => (isRecord(sentence) && Array.isArray(sentence.terms) ? sentence.terms.map(tagsOfTerm) : []));
}

function tagsOfTerm(term: unknown): string[] {
  return isRecord(term) && Array.isArray(term.tags) ? term.tags.map(String) : [];
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isInflection(value: unknown): value is Inflect {
  return typeof value === 'function';
}
