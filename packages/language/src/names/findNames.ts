import { findNameSpans } from './findNameSpans.ts';
import { foldNames, tickersOf } from './foldNames.ts';
import { headlineNames, keyOf } from './headlineNames.ts';
import type { NameSentence } from './nameSentence.ts';
import { EXCHANGES } from './nameWords.ts';
import { useOfWords } from './wordUse.ts';

/** A place where a text names somebody or something. */
export interface NameMention {
  /** Which sentence, and which of its words, `to` exclusive. */
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** Offsets into the reading text. */
  readonly start: number;
  readonly end: number;
  /** As it is written here, with single blanks. */
  readonly text: string;
  /** The fullest form that the text has for it: `World Health Organization` where `WHO` stands. */
  readonly name: string;
}

/**
 * The names of a text, in order. A capital alone makes no name: headlines, first words of sentences, roles before a person and words that
 * the text also writes small need a better reason.
 */
export function findNames(sentences: readonly NameSentence[]): NameMention[] {
  const useOf = useOfWords(sentences);
  const spans = sentences.map((sentence) => findNameSpans(sentence, useOf));
  const known = new Set(spans.flatMap((found, i) => found.map(({ from, to }) => keyOf(sentences[i]?.words.slice(from, to) ?? []))));
  for (const name of [...known]) for (const short of shorterKeys(name)) known.add(short);
  const mentions = sentences.flatMap((sentence, i) => {
    const found = [...headlineNames(sentence, known, useOf), ...(spans[i] ?? [])];
    return found.flatMap(({ from, to }) => {
      const text = joined(sentence, from, to);
      return EXCHANGES.has(text.toLowerCase()) && sentence.words[to] === ':' ? [] : [mentionOf(sentence, i, from, to, text)];
    });
  });
  return fold(sentences, mentions);
}

type Unfolded = Omit<NameMention, 'name'>;

function mentionOf({ tokens }: NameSentence, sentence: number, from: number, to: number, text: string): Unfolded {
  return { sentence, from, to, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, text };
}

function fold(sentences: readonly NameSentence[], mentions: readonly Unfolded[]): NameMention[] {
  const tickers = new Map<string, string>();
  for (const [i, sentence] of sentences.entries()) {
    const here = mentions.filter((mention) => mention.sentence === i);
    if (here.length === 0) continue;
    for (const [ticker, name] of tickersOf(
      sentence,
      (word) => here.find(({ to }) => to === word || (to === word - 1 && sentence.words[to] === '.'))?.text ?? null,
    ))
      if (!tickers.has(ticker)) tickers.set(ticker, name);
  }
  const written = new Map<string, { first: number; body: boolean }>();
  for (const [place, { text, sentence, from }] of mentions.entries()) {
    const body = from >= (sentences[sentence]?.headlineTo ?? 0);
    const entry = written.get(text);
    if (entry === undefined || (body && !entry.body)) written.set(text, { first: body ? place : place + mentions.length, body });
  }
  const fullest = foldNames(
    [...written].map(([text, { first }]) => ({ text, first })),
    tickers,
  );
  return mentions.map((mention) => ({ ...mention, name: fullest.get(mention.text) ?? mention.text }));
}

/** A headline may leave out the legal form or all but the first word. */
function shorterKeys(key: string): string[] {
  const words = key.split(' ');
  return words.length > 1 && (words[0] ?? '').length > 3 ? [words.slice(0, -1).join(' ')] : [];
}

/** The words with single blanks where the text has space. */
function joined({ tokens }: NameSentence, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    text += (i > from && token.start > (tokens[i - 1]?.end ?? 0) ? ' ' : '') + token.text;
  }
  return text;
}
