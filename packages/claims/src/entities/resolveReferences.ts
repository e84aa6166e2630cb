import type { Token } from '../text/tokens.ts';
import { isVerb } from '../text/verbs.ts';
import { bitOf } from '../text/wordHints.ts';
import { isAside, isExample, isQuoteRow, isTableRow } from './besideTheSubject.ts';
import { markets, organisationNouns, traitWords } from './data/descriptions.ts';
import { headquarters } from './data/headquarters.ts';
import { legalForms } from './data/words.ts';
import type { Mention } from './mention.ts';
import { makerOf } from './names.ts';
import { hasTrait, isSourceName, organisationNamed } from './organisations.ts';
import type { TokenisedSentence } from './tokenisedSentence.ts';
import { isWholeMarket } from './wholeMarket.ts';

const PRONOUN = bitOf('pronoun');
const PREPOSITIONS = new Set(
  'of by with from to for in on at against between among under via through like than versus vs including as into over about'.split(' '),
);

/** Whom the article is talking about at a point of the text. */
interface Focus {
  /** The organisation that the last sentence was about. */
  subject: string | null;
  /** Organisations in the order of their last mention, latest last. */
  readonly recent: string[];
}

/**
 * Adds to the names of each sentence what stands for an entity by reference: pronouns ("its"), descriptions ("the company", "the ChatGPT
 * maker", "the cloud provider") and whole markets ("data centres"). Reads the article once, from the top.
 */
export function resolveReferences(sentences: readonly TokenisedSentence[], names: readonly (readonly Mention[])[]): ResolvedSentence[] {
  const focus: Focus = { subject: null, recent: [] };
  return sentences.map((sentence, index) => {
    const before = focus.subject;
    return { mentions: readSentence(sentence, names[index] ?? [], focus), focus: before };
  });
}

/** A sentence's mentions, and the organisation that the text before it was about. */
export interface ResolvedSentence {
  readonly mentions: readonly Mention[];
  readonly focus: string | null;
}

function readSentence({ tokens, hints }: TokenisedSentence, names: readonly Mention[], focus: Focus): Mention[] {
  const mentions: Mention[] = [];
  const isRow = isQuoteRow(tokens);
  let next = 0;
  let subject: string | null = null;
  let acting: string | null = null;
  let i = 0;
  while (i < tokens.length) {
    const name = names[next];
    const token = tokens[i];
    if (token === undefined) break;
    let mention: Mention | null = null;
    if (name !== undefined && name.from <= i) {
      mention = name;
      next++;
    } else if (token.kind === 'word') {
      mention = description(tokens, i, names, next, focus, subject) ?? pronoun(tokens, i, focus, acting ?? subject);
      if (mention !== null && mention.form === 'description') while (next < names.length && (names[next]?.from ?? 0) < mention.to) next++;
    }
    if (mention === null) {
      i++;
      continue;
    }
    mentions.push(mention);
    if (mention.kind === 'organisation' && mention.form !== 'pronoun' && !isRow && !isAside(tokens, mention)) {
      touch(focus, mention.entity);
      if ((acts(tokens, mention) || isTraded(tokens, mention)) && !isSource(tokens, mention)) acting = mention.entity;
      if (
        subject === null &&
        !isSource(tokens, mention) &&
        !isExample(tokens, mention) &&
        !PREPOSITIONS.has(tokens[mention.from - 1]?.lower ?? '')
      )
        subject = mention.entity;
    }
    i = Math.max(i + 1, mention.to);
  }
  const found = (hints & MARKET) === 0 ? [] : marketsOf(tokens, mentions);
  subject ??= found.find(({ from }) => !tokens.slice(0, from).some((token) => isVerb(token.lower)))?.entity ?? null;
  if (isRow || isTableRow(tokens)) return mentions;
  if (subject !== null) focus.subject = subject;
  else if (focus.subject === null)
    focus.subject = mentions.find((mention) => mention.kind === 'organisation' && !isSourceName(mention.entity))?.entity ?? null;
  if (found.length === 0) return mentions;
  // `US data centres`: the market's name has taken up the place's.
  const rest = mentions.filter(
    (mention) => mention.kind !== 'place' || !found.some((market) => market.start < mention.end && mention.start < market.end),
  );
  return [...rest, ...found].sort((a, b) => a.start - b.start);
}

/** `whose first member, Apple, saw its value soar`: a verb right behind a name, with at most a comma between, makes it the one that "its" means. */
function acts(tokens: readonly Token[], mention: Mention): boolean {
  if (PREPOSITIONS.has(tokens[mention.from - 1]?.lower ?? '')) return false;
  const next = tokens[mention.to];
  return isVerb(next?.text === ',' && tokens[mention.from - 1]?.text === ',' ? (tokens[mention.to + 1]?.lower ?? '') : (next?.lower ?? ''));
}

/** `the sell-off of NVIDIA stock, causing its value to drop`: whose shares move is the one that "its" means. */
function isTraded(tokens: readonly Token[], mention: Mention): boolean {
  return /^(?:of|in)$/.test(tokens[mention.from - 1]?.lower ?? '') && /^(?:stock|shares)$/.test(tokens[mention.to]?.lower ?? '');
}

function touch(focus: Focus, entity: string): void {
  const at = focus.recent.indexOf(entity);
  if (at >= 0) focus.recent.splice(at, 1);
  focus.recent.push(entity);
  if (focus.recent.length > 12) focus.recent.shift();
}

/** Who reports or analyses is rarely whom "the company" means. */
function isSource(tokens: readonly Token[], mention: Mention): boolean {
  if (isSourceName(mention.entity) || isCredited(tokens, mention.from)) return true;
  return (
    hasTrait(mention.entity, 'analyst') &&
    /^(?:analysts?|said|says|estimates?|estimated|expects?|forecasts?|wrote)$/.test(tokens[mention.to]?.lower ?? '')
  );
}

/** `according to the property firm Aldermark Realty` */
function isCredited(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > Math.max(0, at - 6); i--) {
    if (tokens[i]?.kind === 'mark') return false;
    if (tokens[i]?.lower === 'to') return tokens[i - 1]?.lower === 'according';
  }
  return false;
}

function pronoun(tokens: readonly Token[], at: number, focus: Focus, subject: string | null): Mention | null {
  const token = tokens[at];
  if (token === undefined || (token.hints & PRONOUN) === 0) return null;
  const entity = subject ?? focus.subject;
  if (entity === null) return null;
  return { start: token.start, end: token.end, from: at, to: at + 1, entity, kind: 'organisation', form: 'pronoun' };
}

/** Words that no description of a company goes on over. */
const ENDS_DESCRIPTION = new Set("of in to that which is was has had said for and with on at by 's the a an its their this".split(' '));

const BACKED = /-(?:backed|owned|controlled|led|funded|run|listed|based)$/;

/** "the company", "the ChatGPT maker", "the Seattle-based cloud giant": at most six words up to the noun. */
function description(
  tokens: readonly Token[],
  at: number,
  names: readonly Mention[],
  next: number,
  focus: Focus,
  subject: string | null,
): Mention | null {
  const article = tokens[at]?.lower;
  if (article !== 'the' && article !== 'this') return null;
  const traits: string[] = [];
  let product: Mention | null = null;
  let name = next;
  for (let i = at + 1; i < Math.min(at + 14, tokens.length); i++) {
    const token = tokens[i];
    if (token === undefined) return null;
    const mention = names[name];
    if (mention !== undefined && mention.from === i) {
      product = mention;
      name++;
      i = mention.to - 1;
      continue;
    }
    // `the Goldman Sachs-backed company`: who backs it isn't it.
    if (product !== null && BACKED.test(token.lower)) product = null;
    const trait = traitWords.get(token.lower);
    if (trait !== undefined) traits.push(trait);
    const made = tokens[i + 1]?.lower === 'of' && names[name]?.from === i + 2 ? names[name] : undefined;
    if (made !== undefined && /^(?:maker|owner|developer|creator|parent)$/.test(token.lower)) {
      const maker = makerOf.get(made.entity.toLowerCase());
      if (maker !== undefined)
        return {
          start: tokens[at]?.start ?? 0,
          end: made.end,
          from: at,
          to: made.to,
          entity: maker,
          kind: 'organisation',
          form: 'description',
        };
    }
    if (organisationNouns.has(token.lower) && !organisationNouns.has(tokens[i + 1]?.lower ?? '')) {
      // `the property firm Aldermark Realty`: the name behind the noun says who it is.
      if (names[name]?.from === i + 1 && names[name]?.kind === 'organisation') return null;
      const governed = PREPOSITIONS.has(tokens[at - 1]?.lower ?? '');
      const entity =
        seatedAt(tokens, at, i, focus) ??
        (governed && traits.length === 0 && product === null ? otherInSentence(names, next, subject, focus) : null) ??
        described(isModified(tokens, at, i) ? 'company' : token.lower, traits, product, focus, subject);
      return entity === null
        ? null
        : { start: tokens[at]?.start ?? 0, end: token.end, from: at, to: i + 1, entity, kind: 'organisation', form: 'description' };
    }
    if (token.text === '.' && legalForms.has(tokens[i - 1]?.text ?? '')) continue;
    if (token.kind === 'mark' && token.text !== ',' && token.text !== '-') return null;
    if (token.lower === 'and' && product !== null && (names[name]?.from === i + 1 || BACKED.test(tokens[i + 1]?.lower ?? ''))) continue;
    if (ENDS_DESCRIPTION.has(token.lower)) return null;
  }
  return null;
}

/** `the Menlo Park, California-based company`: who of those that the text named has its seat there. */
function seatedAt(tokens: readonly Token[], article: number, noun: number, focus: Focus): string | null {
  if (!tokens.slice(article + 1, noun).some(({ lower }) => lower.endsWith('-based'))) return null;
  const first = (tokens[article + 1]?.lower ?? '').replace(/-based$/, '');
  const second = (tokens[article + 2]?.lower ?? '').replace(/-based$/, '');
  const seated = headquarters[first] ?? headquarters[`${first} ${second}`];
  return seated?.find((name) => focus.recent.includes(name)) ?? null;
}

/** `Amazon … its stake in the company`: behind a preposition, "the company" is the other one of the sentence. */
function otherInSentence(names: readonly Mention[], next: number, subject: string | null, focus: Focus): string | null {
  if (subject === null) return null;
  return (
    names.slice(0, next).findLast((name) => name.kind === 'organisation' && name.entity !== subject)?.entity ??
    (focus.subject === subject ? null : focus.subject)
  );
}

/** "the beauty brand" is a company; "the brand" is one of its goods. */
function isModified(tokens: readonly Token[], at: number, noun: number): boolean {
  return noun - at > 1 && /^(?:brand|chain)$/.test(tokens[noun]?.lower ?? '');
}

function described(noun: string, traits: readonly string[], product: Mention | null, focus: Focus, subject: string | null): string | null {
  if (product !== null && /^(?:maker|owner|developer|creator|parent|provider|builder|operator)$/.test(noun)) {
    const maker = makerOf.get(product.entity.toLowerCase());
    if (maker !== undefined) return maker;
  }
  // `the Facebook and Instagram parent`
  const parent = product !== null && /^(?:parent|owner)$/.test(noun) ? organisationNamed(product.entity)?.parent : null;
  if (parent != null) return parent;
  if (product?.kind === 'organisation' && !/^(?:maker|owner|parent|investor|customer|partner|supplier|unit|subsidiary|fund)$/.test(noun))
    return product.entity;
  for (let i = focus.recent.length - 1; i >= 0; i--) {
    const entity = focus.recent[i];
    if (entity !== undefined && traits.length > 0 && traits.some((trait) => hasTrait(entity, trait))) return entity;
  }
  if (
    /^(?:unit|subsidiary|parent|brand|chain|fund|investor|buyer|seller|bidder|customer|partner|supplier|vendor|platform|leader|owner|operator|business|unit)$/.test(
      noun,
    )
  )
    return null;
  const meant = subject ?? focus.subject;
  // A part of a company is its unit or business, hardly "the company".
  if (meant !== null && /^(?:company|group|firm|giant)$/.test(noun) && hasTrait(meant, 'unit'))
    return focus.recent.findLast((entity) => !hasTrait(entity, 'unit') && !isSourceName(entity)) ?? meant;
  return meant;
}

function marketsOf(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return [];
  const taken = mentions.filter((mention) => mention.kind !== 'place');
  let text = '';
  for (const token of tokens) text = text.padEnd(token.start - first.start) + token.text;
  const found: Mention[] = [];
  for (const [entity, words] of marketPatterns) {
    for (const match of text.matchAll(words)) {
      const start = first.start + match.index;
      const end = start + match[0].length;
      if (
        taken.some((mention) => mention.start < end && start < mention.end) ||
        found.some((mention) => mention.start < end && start < mention.end)
      )
        continue;
      const from = tokens.findIndex((token) => token.end > start);
      let to = from;
      while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++;
      if (!isWholeMarket(entity, tokens, from, to)) continue;
      found.push({ start, end, from, to, entity, kind: 'market', form: 'name' });
    }
  }
  return found;
}

/** Few sentences have a word of a market's name. */
const MARKET = bitOf('market');

const marketPatterns = markets.map(([entity, words]) => [entity, new RegExp(words.source, 'gi')] as const);
