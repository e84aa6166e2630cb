import type { Token } from '../text/tokens.ts';
import { isVerb, isVerbOrBase } from '../text/verbs.ts';
import { notNames } from './data/words.ts';

/** The tokens of one sentence, what its words may be signs of, and whether it is the title. */
export interface TokenisedSentence {
  readonly tokens: readonly Token[];
  readonly hints: number;
  readonly headline: boolean;
}

/** The words whose capitals say that they are names: inside a sentence, or opening more than one. */
export function wordsWithInnerCapital(sentences: readonly TokenisedSentence[]): ReadonlySet<string> {
  const inner = new Set<string>();
  const openers = new Map<string, number>();
  for (const { tokens, headline } of sentences) {
    const first = tokens[0];
    if (first !== undefined && mayOpenAsName(tokens)) openers.set(first.text, (openers.get(first.text) ?? 0) + 1);
    if (headline) continue;
    for (let i = 1; i < tokens.length; i++) {
      const token = tokens[i];
      if (token?.capital && !isOpening(tokens, i)) inner.add(token.text);
    }
  }
  for (const { tokens, headline } of sentences)
    if (headline) for (const { text } of tokens.slice(1)) if (openers.has(text)) openers.set(text, 2);
  for (const [word, times] of openers) if (times > 1 && !inner.has(word) && !isWrittenSmall(sentences, word.toLowerCase())) inner.add(word);
  return inner;
}

/** `Extendicare announces`, `Instacart has set`, `Veltrix's`: a single capitalised word that a verb or possessive follows. */
function mayOpenAsName(tokens: readonly Token[]): boolean {
  const [first, next] = tokens;
  if (first === undefined || next === undefined || first.text.length < 4 || !first.capital || notNames.has(first.text)) return false;
  if (/(?:s|ing|ly|ment|tion)$/.test(first.lower) || isVerbOrBase(first.lower)) return false;
  return /^['’]s$/.test(next.text) || isVerb(next.lower) || /^(?:today|will|said|on)$/.test(next.lower);
}

function isWrittenSmall(sentences: readonly TokenisedSentence[], lower: string): boolean {
  return sentences.some(({ tokens }) => tokens.some((token) => token.text === lower));
}

/** The first word of a sentence or of a quotation, or behind a colon or dash: its capital says nothing. */
export function isOpening(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text;
  return before === undefined || OPENS.has(before);
}

const OPENS = new Set('"“‘:•–—*|#-');
