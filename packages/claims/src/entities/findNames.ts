import { type LeftOut, nothingLeftOut } from '../ruleFamilies.ts';
import { joined, type Token, tokenise } from '../text/tokens.ts';
import { isVerb } from '../text/verbs.ts';
import { canonicalName } from './canonicalName.ts';
import { organisationNouns } from './data/descriptions.ts';
import {
  ambiguousNames,
  definedThings,
  givenNames,
  legalForms,
  namesWithin,
  notNames,
  organisationWords,
  personTitles,
  places,
} from './data/words.ts';
import { type EntityList, noEntities } from './entityList.ts';
import { isOpening, type TokenisedSentence, wordsWithInnerCapital } from './innerCapitals.ts';
import type { Mention, MentionKind } from './mention.ts';
import { isCoined, isDemonym, isExplained, isInPlace, raisesMoney } from './nameContext.ts';
import {
  adjacent,
  endOfGrandName,
  endOfPlaceName,
  isNamePart,
  isPlaceAdjective,
  isTicker,
  isTown,
  skipDot,
  skipLegalForm,
  stripLegalForm,
} from './nameParts.ts';
import { listedNameAt } from './names.ts';
import { opensAsName } from './opensAsName.ts';
import { organisationNamed } from './organisations.ts';
import { type Known, remember } from './rememberName.ts';

/**
 * Every name of the article, per sentence: listed names, and unknown ones by their capitals. A word that starts a sentence is a name
 * only when it also stands inside another; a title in capitals has only names that the text below confirms.
 */
export function findNames(
  sentences: readonly TokenisedSentence[],
  own: EntityList = noEntities,
  leftOut: LeftOut = nothingLeftOut,
): Mention[][] {
  const inner = wordsWithInnerCapital(sentences);
  const known: Known = new Map();
  const found = new Map<number, Mention[]>();
  const order = [...sentences.keys()].sort((a, b) => Number(sentences[a]?.headline) - Number(sentences[b]?.headline) || a - b);
  for (const index of order) {
    const sentence = sentences[index];
    if (sentence !== undefined) found.set(index, namesOf(sentence, inner, known, own, !leftOut.has('listed names')));
  }
  return sentences.map((_, index) => found.get(index) ?? []);
}

function namesOf(
  { tokens, headline }: TokenisedSentence,
  inner: ReadonlySet<string>,
  known: Known,
  own: EntityList,
  usesList: boolean,
): Mention[] {
  const mentions: Mention[] = [];
  const titleCase = headline || mostlyCapital(tokens);
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token === undefined) break;
    if (isTicker(tokens, i)) {
      i += 3;
      continue;
    }
    const mention =
      (usesList ? listedAt(tokens, i, titleCase, inner, own) : null) ??
      (token.capital ? unlistedAt(tokens, i, titleCase, inner, known) : null);
    if (mention === null) {
      i++;
      continue;
    }
    // `the Intel Capital-led round`: it only says of what kind the next word is.
    if (isPartOfAdjective(tokens, mention.to)) {
      i = mention.to + 1;
      continue;
    }
    mentions.push(mention);
    remember(tokens, mention, known);
    i = mention.to;
  }
  return mentions;
}

function isPartOfAdjective(tokens: readonly Token[], next: number): boolean {
  const text = tokens[next]?.text ?? '';
  return text.includes('-') && /^\p{Lu}\S*-(?:led|backed|owned|controlled|funded)$/u.test(text) && adjacent(tokens, next);
}

function listedAt(tokens: readonly Token[], from: number, titleCase: boolean, inner: ReadonlySet<string>, own: EntityList): Mention | null {
  const listed = listedNameAt(tokens, from, own);
  if (listed === null) return null;
  let to = from + listed.words.length;
  if (listed.kind === 'organisation' && isBasedIn(tokens, from))
    return mentionOf(tokens, from, to, joined(tokens, from, to), 'place', 'name');
  // `US$5 billion`: the country of a currency.
  if (listed.kind === 'place' && tokens[to]?.text === '$' && tokens[to]?.start === tokens[to - 1]?.end) return null;
  const only = listed.words.length === 1 ? (listed.words[0] ?? '') : '';
  const after = tokens[to];
  // `Emirates ordered …`: whoever opens the sentence and acts.
  const acts =
    !titleCase && only !== 'Total' && isVerb(after?.lower ?? '') && /(?:ed|s|said|sold|bought|paid|cut)$/.test(after?.lower ?? '');
  if (ambiguousNames.has(only) && (titleCase || isOpening(tokens, from)) && !inner.has(only) && !acts) return null;
  // `US$3.8 billion` is money.
  if (after?.text === '$' && after.start === tokens[to - 1]?.end) return null;
  if (listed.kind === 'place' && !titleCase && !/^U\.?[SK]\.?$/.test(only)) {
    const end = endOfPlaceName(tokens, to);
    if (end !== null) return mentionOf(tokens, from, end, canonicalName(joined(tokens, from, end)), 'organisation', 'name');
  }
  const before = tokens[from - 1];
  // A listed word inside a longer capitalised name is another entity: `Delta Dental`, `First Apollo Bank`.
  if (ambiguousNames.has(only) && !titleCase && after?.capital && !notNames.has(after.text) && !legalForms.has(after.text)) return null;
  if (ambiguousNames.has(only) && !titleCase && before !== undefined && givenNames.has(before.text)) return null;
  if (!titleCase && listed.kind === 'organisation' && after !== undefined && organisationWords.has(after.text) && adjacent(tokens, to)) {
    let end = to + 1;
    while (end < tokens.length && organisationWords.has(tokens[end]?.text ?? '') && adjacent(tokens, end)) end++;
    return mentionOf(tokens, from, skipLegalForm(tokens, end), joined(tokens, from, end), 'organisation', 'name');
  }
  if (listed.kind === 'organisation') to = skipLegalForm(tokens, to);
  return mentionOf(tokens, from, to, listed.entity, listed.kind, 'listed');
}

/** No name has more words; longer runs of capitals are lists and tables, which would take time by the cube of their length. */
const MAX_NAME = 16;

function unlistedAt(tokens: readonly Token[], from: number, titleCase: boolean, inner: ReadonlySet<string>, known: Known): Mention | null {
  const limit = Math.min(tokens.length, from + MAX_NAME);
  let to = endOfGrandName(tokens, from) ?? from;
  const grand = to > from;
  while (!grand && to < limit && continuesName(tokens, from, to, known)) to++;
  // `First Defiance`, where the article has named First Defiance Financial before.
  if (to === from) return namesWithin.has(tokens[from]?.text ?? '') ? longestKnown(tokens, from, from + 3, known, from + 2) : null;
  if (isPlaceAdjective(tokens[to]) || isTown(tokens, to)) return null;
  // `CNBC's "Market Hour"`: a title of something in quotation marks.
  if (
    /^["“]$/.test(tokens[from - (notNames.has(tokens[from - 1]?.text ?? '') ? 2 : 1)]?.text ?? '') &&
    /^["”]$/.test(tokens[to]?.text ?? '')
  )
    return null;
  const alias = longestKnown(tokens, from, to, known);
  if (alias !== null) return alias;
  const first = tokens[from];
  if (first !== undefined && titleCase && isKnownPair(first.text, known))
    return mentionOf(tokens, from, from + 1, first.text, 'organisation', 'name');
  if (first === undefined || titleCase) return null;
  const opening = isOpening(tokens, from);
  // `Rival Lowe's fell`: an opening word in front of a listed name says what it is.
  if (
    opening &&
    to - from > 1 &&
    !inner.has(first.text) &&
    !givenNames.has(first.text) &&
    listedNameAt(tokens, from + 1, noEntities) !== null
  )
    return null;
  // `Buying Fox's studio would help`: what opens the sentence is done to the name.
  if (opening && to - from > 1 && /ing$/.test(first.lower) && isVerb(first.lower) && !inner.has(first.text))
    return unlistedAt(tokens, from + 1, titleCase, inner, known);
  if (to - from === 1) {
    if (isDemonym(tokens, from)) return null;
    if (
      opening &&
      !inner.has(first.text) &&
      !isCoined(first.text) &&
      !isExplained(tokens, to) &&
      !opensAsName(tokens, from, to) &&
      !raisesMoney(tokens, from)
    )
      return null;
    // `Beauty company Coty`: the opening word says which kind of company.
    if (opening && organisationNouns.has(tokens[to]?.lower ?? '')) return null;
    if (/^\p{Lu}{1,2}$/u.test(first.text) || first.text.length < 3 || organisationWords.has(first.text) || legalForms.has(first.text))
      return null;
    // `RMB247`: the currency of an amount.
    if (/^(?:RMB|CNY|HKD?|SGD|INR|JPY|KRW|NTD?|AUD?|CAD?|CHF|SEK|NOK|DKK|EUR|GBP|USD?|Rs)\d/.test(first.text)) return null;
    // `SMRs`, `PPAs`: several of a kind.
    if (/^\p{Lu}{2,5}s$/u.test(first.text)) return null;
  } else if (opening && !grand && !inner.has(first.text) && givenNames.has(first.text) === false) {
    // `Shares Northfold Systems`: an opening word that is written small elsewhere is no part of the name.
    if (notNames.has(first.text)) return unlistedAt(tokens, from + 1, titleCase, inner, known);
  }
  const bare = stripLegalForm(tokens, from, to);
  if (bare < to) to = skipDot(tokens, to);
  const name = joined(tokens, from, bare);
  if (places.has(name) || isInPlace(tokens, from, to)) return mentionOf(tokens, from, to, name, 'place', 'name');
  const kind = kindOf(tokens, from, to, bare < to);
  if (kind === null) return null;
  if (kind === 'organisation') to = skipLegalForm(tokens, to);
  const entity = kind === 'organisation' ? canonicalName(name) : name;
  return mentionOf(tokens, from, to, entity, kind, organisationNamed(entity) === undefined ? 'name' : 'listed');
}

/** `JetBlue-Spirit`, where both are names of their own. */
function isKnownPair(text: string, known: Known): boolean {
  const [first, second, more] = text.split('-');
  const isKnown = (word: string | undefined) =>
    word !== undefined && (known.has(word) || listedNameAt(tokenise(word, 0), 0, noEntities) !== null);
  return more === undefined && second !== undefined && isKnown(first) && isKnown(second);
}

function continuesName(tokens: readonly Token[], from: number, at: number, known: Known): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (at > from && !adjacent(tokens, at)) return false;
  if (token.capital && at > from && tokens[at - 1]?.text === '&') return true;
  if (at > from && namesWithin.has(token.text) && isNamePart(tokens, at + 1)) return true;
  if (token.capital)
    return !notNames.has(token.text) || legalForms.has(token.text) || organisationWords.has(token.text)
      ? at > from || !personTitles.has(token.lower) || known.has(token.text)
      : false;
  const next = tokens[at + 1];
  if (at === from || next === undefined || !next.capital) return false;
  if (token.text === '&') return true;
  if (notNames.has(next.text)) return false;
  // `Louisville Gas and Electric Company`
  if (token.text === 'and')
    return (
      organisationWords.has(tokens[at - 1]?.text ?? '') && organisationWords.has(next.text) && legalForms.has(tokens[at + 2]?.text ?? '')
    );
  if (token.text === 'of')
    return organisationWords.has(tokens[at - 1]?.text ?? '') || /^(?:Bank|University|Department|Ministry)$/.test(tokens[from]?.text ?? '');
  return /^(?:de|du|von|van|der|la|al|bin)$/.test(token.text);
}

function longestKnown(tokens: readonly Token[], from: number, to: number, known: Known, atLeast = from + 1): Mention | null {
  for (let end = to; end >= atLeast; end--) {
    const entry = known.get(joined(tokens, from, end));
    if (entry !== undefined) return mentionOf(tokens, from, end, entry.entity, entry.kind, 'short');
  }
  return null;
}

/** Last words of what is on maps. */
const REGIONS = new Set(
  'County City Township Village Parish Prefecture Province Valley Island Islands River Lake Beach Springs Heights Coast Bay Peninsula Desert'.split(
    ' ',
  ),
);

const OCCASIONS = new Set('Act Bill Law Summit Conference Forum Expo Symposium Awards Treaty Accord Directive Regulation'.split(' '));

/** `based in Newbury, Berkshire`: a place, whatever else has its name. */
function isBasedIn(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from - 1]?.text === ',' && tokens[from - 2]?.capital === true ? from - 2 : from;
  return tokens[first - 1]?.lower === 'in' && /^(?:based|headquartered|located)$/.test(tokens[first - 2]?.lower ?? '');
}

/** What an unlisted name is; null when it is only a capitalised word. */
function kindOf(tokens: readonly Token[], from: number, to: number, hasLegalForm: boolean): MentionKind | null {
  if (hasLegalForm) return 'organisation';
  const first = tokens[from]?.text ?? '';
  const last = tokens[to - 1]?.text ?? '';
  if (definedThings.has(last)) return null;
  if ((to - from > 1 && REGIONS.has(last)) || isBasedIn(tokens, from)) return 'place';
  if (/^(?:region|province|prefecture|county|peninsula|city)$/.test(tokens[to]?.lower ?? '')) return 'place';
  // Laws and meetings are where things happen; nobody there owns or does them.
  if (to - from > 1 && OCCASIONS.has(last)) return 'place';
  if (to - from > 1 && /^(?:Index|Composite)$/.test(last)) return 'index';
  if (to - from > 1 && organisationWords.has(last)) return 'organisation';
  if (to - from >= 2 && to - from <= 4 && givenNames.has(first)) return 'person';
  if (to - from >= 2 && to - from <= 3 && titleNear(tokens, from, to)) return 'person';
  if (
    to - from === 1 &&
    titleNear(tokens, from, to) &&
    /^(?:Mr|Mrs|Ms|Dr)$/.test(tokens[from - 1]?.text.replace('.', '') ?? tokens[from - 2]?.text ?? '')
  )
    return 'person';
  return 'organisation';
}

function titleNear(tokens: readonly Token[], from: number, to: number): boolean {
  if (personTitles.has(tokens[from - 1]?.lower ?? '')) return true;
  if (tokens[to]?.text !== ',') return false;
  for (let i = to + 1; i < Math.min(to + 6, tokens.length); i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || token.text === '.') return false;
    if (personTitles.has(token.lower)) return true;
  }
  return false;
}

function mentionOf(tokens: readonly Token[], from: number, to: number, entity: string, kind: MentionKind, form: Mention['form']): Mention {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, from, to, entity: entity.slice(0, 200), kind, form };
}

/** Headings and titles write most words large. */
function mostlyCapital(tokens: readonly Token[]): boolean {
  if (/^[.!?]$/.test(tokens.at(-1)?.text ?? '')) return false;
  let large = 0;
  let small = 0;
  for (const token of tokens) if (token.kind === 'word' && token.text.length > 3) token.capital ? large++ : small++;
  return large > 3 && small * 3 < large;
}
