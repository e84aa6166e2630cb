import type { Token } from '../text/tokens.ts';
import { notNames, organisationWords, places } from './data/words.ts';
import { definedTerms } from './definedTerms.ts';
import type { Mention, MentionKind } from './mention.ts';

/** Whom each spelling of an article stands for. */
export type Known = Map<string, { entity: string; kind: MentionKind }>;

/** Later, shorter forms of a name: the surname, the name without its last words, the letters in brackets behind it. */
export function remember(tokens: readonly Token[], mention: Mention, known: Known): void {
  const entry = { entity: mention.entity, kind: mention.kind };
  const open = tokens[mention.to]?.text === '.' ? mention.to + 1 : mention.to;
  const short = tokens[open + 1];
  const letters = tokens[open]?.text === '(' && tokens[open + 2]?.text === ')' && short?.capital ? short.text : null;
  if (letters !== null && !known.has(letters) && !notNames.has(letters) && mention.kind !== 'person') known.set(letters, entry);
  for (const term of definedTerms(tokens, mention)) if (!known.has(term)) known.set(term, entry);
  // `Starling Bank` is listed, and `Starling` only means it where the article has named it.
  const isListed = mention.form === 'listed' && mention.kind === 'organisation' && organisationWords.has(lastWord(mention.entity));
  if (mention.form !== 'name' && !isListed) return;
  const words = mention.entity.split(' ');
  known.set(mention.entity, entry);
  if (mention.kind === 'person') {
    const surname = words.at(-1);
    if (surname !== undefined && words.length > 1 && surname.length > 1) known.set(surname, entry);
  } else if (mention.kind === 'organisation' && words.length > 1) {
    const first = words[0];
    if (
      first !== undefined &&
      first.length > 3 &&
      !known.has(first) &&
      !notNames.has(first) &&
      !places.has(first) &&
      !organisationWords.has(first)
    )
      known.set(first, entry);
    const shorter = words.slice(0, -1).join(' ');
    if (words.length > 2 && !known.has(shorter) && !places.has(shorter)) known.set(shorter, entry);
  }
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}
