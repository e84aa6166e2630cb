/** What a word is in its sentence. The order is that of the weights' file; who changes it fits anew. */
export const TAGS = [
  /** A name, or a word of one: `Bank`, `of` not included, `England`. */
  'PROPN',
  'NOUN',
  'NOUN_PL',
  'ADJ',
  'ADV',
  'DET',
  'PRON',
  /** `'s` behind its owner, and `its`, `their`, `whose`. */
  'POSS',
  'NUM',
  'VERB_PAST',
  /** `rises`, and `rise` where it is told of now. */
  'VERB_PRES',
  /** The infinitive, also behind `will` and `to`. */
  'VERB_BASE',
  'VERB_ING',
  /** The past participle: `has risen`, `was bought`, `the shares sold`. */
  'VERB_PART',
  /** `be`, `have` and `do` beside another verb, and `be` as the only verb. */
  'AUX',
  'MODAL',
  'ADP',
  /** `up` of `set up`, `out` of `pay out`. */
  'PARTICLE',
  /** `to` before an infinitive. */
  'TO',
  /** `and`, `or`, `but`, `&`. */
  'CONJ',
  /** `that`, `because`, `if`, `while`. */
  'SCONJ',
  'PUNCT',
  /** Signs of currencies, `%`, `+`. */
  'SYM',
  /** Interjections, addresses, foreign words. */
  'OTHER',
] as const;

export type Tag = (typeof TAGS)[number];

const VERBS: ReadonlySet<Tag> = new Set<Tag>(['VERB_PAST', 'VERB_PRES', 'VERB_BASE', 'VERB_ING', 'VERB_PART']);

/** A verb that says something of its own; `AUX` and `MODAL` only help one. */
export function isMainVerb(tag: Tag | undefined): boolean {
  return tag !== undefined && VERBS.has(tag);
}

export function isNoun(tag: Tag | undefined): boolean {
  return tag === 'NOUN' || tag === 'NOUN_PL' || tag === 'PROPN';
}
