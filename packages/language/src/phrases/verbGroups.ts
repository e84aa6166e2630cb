import { isMainVerb, type Tag } from '../tags/tag.ts';

/** A verb with its helpers: `has been sold`, `will not buy`, `to raise`, `is`. */
export interface VerbGroup {
  /** Words of the sentence, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The verb that says what is done; the `be` of `is up` when there is no other. */
  readonly main: number;
  /** `was sold`, `has been sold`, `to be sold`, and a bare `sold` behind a noun is not. */
  readonly passive: boolean;
  /** With `not`, `n't` or `never`. */
  readonly negative: boolean;
  /** Has a subject of its own and a time: neither `to raise` nor a bare `raising` or `raised`. */
  readonly finite: boolean;
  /** `be` as the only verb. */
  readonly copula: boolean;
}

const BE = new Set("be is are was were been being am 's ’s 're ’re 'm ’m get gets got getting".split(' '));
const NEGATIVE = /^(?:not|never|['’]t|n['’]t)$/i;

/** The verb groups of a sentence in order. A participle before its noun (`rising costs`) is none: pass the phrases' words in `inPhrase`. */
export function verbGroups(words: readonly string[], tags: readonly Tag[], inPhrase: (word: number) => boolean): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let from = 0; from < words.length; ) {
    const group = inPhrase(from) ? null : groupAt(words, tags, from, inPhrase);
    if (group !== null) groups.push(group);
    from = group?.to ?? from + 1;
  }
  return groups;
}

function groupAt(words: readonly string[], tags: readonly Tag[], from: number, inPhrase: (word: number) => boolean): VerbGroup | null {
  let end = from;
  let main = -1;
  let at = from;
  for (; at < words.length && !inPhrase(at); at++) {
    const tag = tags[at];
    if (isMainVerb(tag)) {
      main = at;
      end = at + 1;
      break;
    }
    if (tag === 'AUX' || tag === 'MODAL') end = at + 1;
    else if (tag === 'TO' ? at > from : tag !== 'ADV' || at === from) break;
  }
  if (end === from) return null;
  const helpers = words.slice(from, main < 0 ? end : main).map((word) => word.toLowerCase());
  const helped = helpers.some((_, i) => tags[from + i] === 'AUX' || tags[from + i] === 'MODAL');
  const tag = tags[main];
  return {
    from,
    to: end,
    main: main < 0 ? end - 1 : main,
    passive: tag === 'VERB_PART' && BE.has(helpers.filter((_, i) => tags[from + i] === 'AUX').at(-1) ?? ''),
    negative: helpers.some((word) => NEGATIVE.test(word)),
    finite: tags[from] !== 'TO' && (helped || tag === 'VERB_PAST' || tag === 'VERB_PRES') && !/^(?:being|having)$/.test(helpers[0] ?? ''),
    copula: main < 0,
  };
}
