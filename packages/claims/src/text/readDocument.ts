import type { DealStatus } from '@newsledger/events';
import { type NameSentence, nameSentence } from '@newsledger/language';
import { type Quantity, scan } from '@newsledger/quantities';
import type { EntityList } from '../entities/entityList.ts';
import { noEntities } from '../entities/entityList.ts';
import { nameMentions } from '../entities/nameMentions.ts';
import { ownNameOf } from '../entities/ownName.ts';
import { resolveReferences } from '../entities/resolveReferences.ts';
import { type Day, dayOf } from '../periods/calendar.ts';
import { findPeriods } from '../periods/findPeriods.ts';
import { isBoilerplate } from './boilerplate.ts';
import { datelineLength } from './dateline.ts';
import { buildItems, type Item } from './items.ts';
import { inCountry } from './looseCurrencies.ts';
import { sectionsOf } from './sections.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { hintsOf, tokenise } from './tokens.ts';
import { bitOf } from './wordHints.ts';

/** What the extractor is given. */
export interface ArticleText {
  readonly title: string;
  /** The reading text: title, blank line, paragraphs. */
  readonly text: string;
  /** ISO 8601; null when the page doesn't say. */
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  readonly language?: string | null;
  /** Names of the reader's own, besides the built-in list. */
  readonly entities?: EntityList;
}

/** A sentence taken apart. */
export interface ReadSentence extends Sentence {
  readonly index: number;
  /** The text in small letters, with blanks for all white space; empty when there are no items. */
  readonly lower: string;
  /** What its words may be signs of: tables of patterns without a word of theirs here need not be tried. */
  readonly hints: number;
  /** Empty in the boilerplate of a filing. */
  readonly items: readonly Item[];
  /** The organisation that the text before this sentence was about. */
  readonly focus: string | null;
  readonly boilerplate: boolean;
  /** Its words and their tags as the language package has them. */
  readonly read: NameSentence;
  /** What the item of a filing says of its deals; null outside of filings. */
  readonly filed: DealStatus | null;
}

export interface ReadDocument {
  readonly text: string;
  readonly today: Day | null;
  readonly publisher: string | null;
  readonly sentences: readonly ReadSentence[];
}

const NOTHING = { tokens: [], hints: 0, read: nameSentence('') };
const NOTICE = bitOf('notice');

/** Sentences, names, references, quantities and expressions of time of an article. Linear in its length. */
export function readDocument(article: ArticleText): ReadDocument {
  const today = dayOf(article.publishedAt);
  const sentences = splitSentences(article.text, article.title).map(withoutDateline);
  const tokenised = sentences.map(({ text, start, headline }) => {
    const tokens = tokenise(text, start);
    return { tokens, hints: hintsOf(tokens), headline, read: nameSentence(text, start) };
  });
  const isOwn = ownNameOf(article);
  const names = nameMentions(tokenised, article.entities ?? noEntities).map((mentions) => mentions.filter(({ entity }) => !isOwn(entity)));
  const resolved = resolveReferences(tokenised, names);
  const sections = sectionsOf(sentences);
  const quantities = inCountry(scan(article.text), article.text);
  let next = 0;
  return {
    text: article.text,
    today,
    publisher: article.publisher,
    sentences: sentences.map((sentence, index) => {
      const inside: Quantity[] = [];
      while (next < quantities.length && (quantities[next]?.start ?? 0) < sentence.end) {
        const quantity = quantities[next++];
        if (quantity !== undefined && quantity.start >= sentence.start && quantity.end <= sentence.end) inside.push(quantity);
      }
      const { mentions, focus } = resolved[index] ?? { mentions: [], focus: null };
      const { tokens, hints, read } = tokenised[index] ?? NOTHING;
      const section = sections[index];
      const filed = section?.status ?? null;
      if (section?.boilerplate === true) return { ...sentence, index, lower: '', hints, items: [], focus, boilerplate: true, filed, read };
      const items = buildItems(tokens, inside, mentions, findPeriods(sentence.text, sentence.start, today, hints), article.text);
      const lower = sentence.text.toLowerCase().replace(/[^\S ]/g, ' ');
      return { ...sentence, index, lower, hints, items, focus, boilerplate: (hints & NOTICE) !== 0 && isBoilerplate(lower), filed, read };
    }),
  };
}

/** The news begins behind place, day and agency, which name nobody that it is about. */
function withoutDateline(sentence: Sentence): Sentence {
  const length = sentence.headline ? 0 : datelineLength(sentence.text);
  return length === 0 ? sentence : { ...sentence, start: sentence.start + length, text: sentence.text.slice(length) };
}
