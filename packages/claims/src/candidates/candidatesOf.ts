import type { ReadDocument, ReadSentence } from '../text/readDocument.ts';
import type { Candidate } from './candidate.ts';
import { keyOf } from './keyOf.ts';
import { phrasesOf } from './phrases.ts';

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

function phraseCandidates(sentence: ReadSentence, text: string): Candidate[] {
  return phrasesOf(sentence.items).flatMap(({ from, to }) => {
    const first = sentence.items[from];
    const last = sentence.items[to - 1];
    if (first === undefined || last === undefined) return [];
    const entity = text.slice(first.start, last.end).replace(/\s+/g, ' ');
    return [{ entity, key: keyOf(entity), form: 'phrase' as const, sentence, from, to, head: to - 1, mention: null }];
  });
}

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
