import nlp from 'compromise/two';

/**
 * What compromise's word list has `word` (in small letters) as, without any sentence around it: `plunged` → `PastTense`, `james` →
 * `MaleName`, `canada` → `Country`; several joined by `+`, and an empty string for the words that it hasn't.
 */
export function lexicalTag(word: string): string {
  return lexicon.get(word) ?? '';
}

const lexicon = lexiconOf(nlp.model());

/** The list lies inside compromise's model, which its types leave open. */
function lexiconOf(model: unknown): ReadonlyMap<string, string> {
  const one = isRecord(model) ? model.one : undefined;
  const entries = isRecord(one) && isRecord(one.lexicon) ? Object.entries(one.lexicon) : [];
  if (entries.length === 0) throw new Error('compromise keeps its lexicon elsewhere now: see packages/language/src/compromise/lexicon.ts');
  return new Map(entries.map(([word, tag]) => [word, Array.isArray(tag) ? tag.join('+') : String(tag)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
