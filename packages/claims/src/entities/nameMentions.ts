import { findNames, kindsOfName, type NameMention, type NameSentence } from '@newsledger/language';
import type { Token } from '../text/tokens.ts';
import { canonicalName } from './canonicalName.ts';
import { ambiguousNames, definedThings } from './data/words.ts';
import { type Terms, withTerms } from './definedTerms.ts';
import type { EntityList } from './entityList.ts';
import type { Mention, MentionKind } from './mention.ts';
import { type ListedName, listedNameAt } from './names.ts';

/** A sentence's tokens as this package cuts them, and as the language package has read them. */
export interface NamedSentence {
  readonly tokens: readonly Token[];
  readonly read: NameSentence;
  readonly headline: boolean;
}

/**
 * The names of an article, a list for each sentence: what the language package finds by how they are written, and names of the lists that
 * aren't written like names (`1&1`, the reader's own). A listed name has the list's spelling, any other its fullest of the article.
 */
export function nameMentions(sentences: readonly NamedSentence[], own: EntityList): Mention[][] {
  // A title shortens before the text has told the full name: `Brightmoor to buy Tessaly`. It is read last.
  const order = [...sentences.keys()].sort((a, b) => Number(sentences[a]?.headline) - Number(sentences[b]?.headline) || a - b);
  const found = new Map<number, NameMention[]>();
  for (const mention of findNames(order.flatMap((index) => sentences[index]?.read ?? []))) {
    const index = order[mention.sentence] ?? 0;
    const here = found.get(index);
    if (here === undefined) found.set(index, [mention]);
    else here.push(mention);
  }
  const terms: Terms = new Map();
  return sentences.map(({ tokens, headline }, index) => {
    const named = (found.get(index) ?? []).flatMap((mention) => asMention(mention, tokens, own));
    return withTerms(
      [...named, ...listedBeside(tokens, named, headline, own)].sort((a, b) => a.start - b.start),
      tokens,
      terms,
    );
  });
}

function asMention({ start, end, text, name }: NameMention, tokens: readonly Token[], own: EntityList): Mention[] {
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0) return [];
  let to = from + 1;
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++;
  const last = tokens[to - 1];
  const first = tokens[from];
  if (first === undefined || last === undefined) return [];
  const listed = wholeListed(tokens, from, to, own);
  if (listed === null && definedThings.has(last.text)) return [];
  const entity = listed?.entity ?? canonicalName(name);
  return [
    {
      start: Math.min(start, first.start),
      end: Math.max(end, last.end),
      from,
      to,
      entity: entity.slice(0, 200),
      kind: listed?.kind ?? kindOf(entity, text),
      form: listed !== null ? 'listed' : name === text ? 'name' : 'short',
    },
  ];
}

/** The listed name that is the whole span, but for a legal form at its end. */
function wholeListed(tokens: readonly Token[], from: number, to: number, own: EntityList): ListedName | null {
  const listed = listedNameAt(tokens, from, own);
  if (listed === null) return null;
  const end = from + listed.words.length;
  if (end === to) return listed;
  const rest = tokens.slice(end, to).map(({ text }) => text.replace('.', ''));
  return rest.every((word) => word === '' || word === ',' || LEGAL.has(word)) ? listed : null;
}

const LEGAL = new Set('Inc Corp Co Ltd LLC PLC plc SA AG SE NV LP Incorporated Corporation Company Limited Group'.split(' '));

/** Names of the lists where the language package saw none. */
function listedBeside(tokens: readonly Token[], named: readonly Mention[], headline: boolean, own: EntityList): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (named.some(({ from, to }) => from <= i && i < to)) continue;
    const listed = listedNameAt(tokens, i, own);
    if (listed === null) continue;
    const to = i + listed.words.length;
    const [only] = listed.words;
    const isWord = listed.words.length === 1 && only !== undefined && ambiguousNames.has(only) && (headline || i === 0);
    const isMoney = tokens[to]?.text === '$' && tokens[to]?.start === tokens[to - 1]?.end;
    if (isWord || isMoney || named.some(({ from }) => from >= i && from < to)) continue;
    const { entity, kind } = listed;
    mentions.push({ start: tokens[i]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, from: i, to, entity, kind, form: 'listed' });
    i = to - 1;
  }
  return mentions;
}

/** What an unlisted name is the name of, as far as it tells. */
function kindOf(name: string, written: string): MentionKind {
  if (LEGAL.has(written.slice(written.lastIndexOf(' ') + 1).replace('.', ''))) return 'organisation';
  if (/ (?:Index|Composite|Average)$/.test(name)) return 'index';
  const { person, place, organisation } = kindsOfName(name);
  return organisation ? 'organisation' : person ? 'person' : place ? 'place' : 'organisation';
}
