import { isNoun } from '@newsledger/language';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';
import type { Candidate } from './candidate.ts';
import { keyOf } from './keyOf.ts';

/** How many sentences back names and phrases are looked for. */
const NAMES_BACK = 8;
const PHRASES_BACK = 3;

/** Candidates of one sentence alone. */
export interface SentenceCandidates {
  readonly names: readonly Candidate[];
  readonly phrases: readonly Candidate[];
}

export function candidatesOfSentences(document: ReadDocument): SentenceCandidates[] {
  return document.sentences.map((sentence) => ({ names: namesOf(sentence), phrases: phraseCandidates(sentence, document.text) }));
}

function namesOf(sentence: ReadSentence): Candidate[] {
  return sentence.items.flatMap((item, at) =>
    item.kind !== 'mention'
      ? []
      : [
          {
            entity: item.mention.entity,
            key: keyOf(item.mention.entity),
            form: item.mention.form === 'pronoun' || item.mention.form === 'description' ? ('reference' as const) : ('name' as const),
            sentence,
            from: at,
            to: at + 1,
            head: at,
            mention: item.mention,
          },
        ],
  );
}

/** Noun phrases without what opens them: article, owner, amount. Names alone and pronouns are none. */
function phraseCandidates(sentence: ReadSentence, text: string): Candidate[] {
  const { phrases, tags } = sketchOf(sentence);
  const { items } = sentence;
  return phrases.flatMap(({ from: opens, head, pronoun }) => {
    const last = items[head];
    if (pronoun || last === undefined || last.kind !== 'word' || last.lower.length < 2 || !isNoun(tags[head])) return [];
    let from = Math.max(opens, head - MAX_PHRASE + 1);
    while (from < head && (OPENS.has(tags[from] ?? '') || items[from]?.kind === 'quantity')) from++;
    const first = items[from];
    if (first === undefined) return [];
    const entity = text.slice(first.start, last.end).replace(/\s+/g, ' ');
    return [{ entity, key: keyOf(entity), form: 'phrase' as const, sentence, from, to: head + 1, head, mention: null }];
  });
}

/** Longer ones are lists; what is told of stands at their end. */
const MAX_PHRASE = 8;
const OPENS = new Set(['DET', 'POSS', 'NUM', 'ADV', 'SYM', 'PUNCT', 'VERB_PART', 'VERB_ING']);

/** All that may fill a role of a figure in sentence `index`: of the sentence itself, of those before, and of the title. */
export function candidatesFor(index: number, bySentence: readonly SentenceCandidates[]): Candidate[] {
  const found: Candidate[] = [];
  for (let back = 0; back <= NAMES_BACK && index - back >= 0; back++) {
    const own = bySentence[index - back];
    if (own === undefined) continue;
    found.push(...own.names);
    if (back <= PHRASES_BACK) found.push(...own.phrases);
  }
  const title = bySentence[0];
  if (index > NAMES_BACK && title !== undefined) found.push(...title.names);
  if (index > PHRASES_BACK && title !== undefined) found.push(...title.phrases);
  return found;
}
