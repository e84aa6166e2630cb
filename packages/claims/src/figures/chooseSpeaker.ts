import type { Mention } from '../entities/mention.ts';
import { hasTrait, isSourceName } from '../entities/organisations.ts';
import { type Chosen, groundAt } from '../explain/ground.ts';
import { isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { rememberingLast } from '../text/rememberingLast.ts';
import { bitOf } from '../text/wordHints.ts';
import { clauseSubject } from './chooseSubject.ts';
import { ADDING, ASKING, ESTIMATES, SAYING, SOURCES } from './creditWords.ts';
import { isExpected } from './expectedAmount.ts';
import { unnamedSource } from './unnamedSource.ts';

const ANONYMOUS = /^(?:people|persons?|sources?|officials?|executives?|analysts?|bankers?|economists?|traders)$/;
const SCOPE_FREE = /^(?:reported|announced|confirmed|disclosed|put|puts|claims?)$/;
/** Who does so in front of an amount says what will be, of himself or others. */
const AHEAD = new Set(
  'expect expects expected expecting sees forecast forecasts forecasting projects projected projecting predict predicts predicted predicting anticipates anticipated'.split(
    ' ',
  ),
);
const BEFORE_AHEAD = new Set(['had', 'have', 'were', 'also', 'on', 'average', 'now']);
/**
 * Whom the sentence quotes or credits for what stands at item `quantity`; null when it speaks for itself. A verb of saying credits what
 * follows it, and what precedes it when it closes the sentence: `…, Gartner said.`
 */
export function chooseSpeaker(items: readonly Item[], quantity: number): Chosen<string> | null {
  const clause = clauseStart(items, quantity);
  const credits = creditsOf(items);
  return (
    (isExpected(items, quantity) ? expecting(items, quantity) : null) ??
    (clause > 0 ? creditedFrom(items, quantity, clause, credits) : null) ??
    creditedFrom(items, quantity, 0, credits) ??
    creditBehind(items, quantity, credits) ??
    credits.unnamed ??
    (credits.crowds ? analysts(items, quantity) : null)
  );
}

/** `compared with the average estimate of $46 billion, according to data compiled by LSEG`: who asked for or has what was expected. */
function expecting(items: readonly Item[], quantity: number): Chosen<string> | null {
  for (let i = quantity + 1; i < items.length; i++) {
    const isAsking = ASKING.has(items[i]?.lower ?? '') && items[i + 1]?.lower === 'by';
    const isCredit = items[i]?.lower === 'according' && items[i + 1]?.lower === 'to';
    const named = isAsking || isCredit ? mentionAfter(items, i + 2) : null;
    if (named !== null) return speaker(items, named, i, 'who has what was expected');
  }
  for (let i = quantity - 1; i >= Math.max(0, quantity - 8); i--) {
    const item = items[i];
    if (item?.kind === 'mention' && item.mention.entity === 'Wall Street') return speaker(items, i, i, 'who expected');
    if (/^(?:surveyed|polled)$/.test(item?.lower ?? '')) return null;
  }
  return null;
}

/** `it said it earned $2, while Wall Street expected $3`, `A forecasts 130 GW; B forecasts 104 GW`: who speaks in the amount's own clause comes first. */
function clauseStart(items: readonly Item[], quantity: number): number {
  for (let i = Math.min(quantity, items.length) - 1; i > 0; i--) {
    const lower = items[i]?.lower;
    if (lower === 'while' || lower === 'whereas' || lower === ';') return i;
  }
  return 0;
}

function creditedFrom(items: readonly Item[], quantity: number, from: number, { crediting }: Credits): Chosen<string> | null {
  for (const i of crediting) {
    if (i < from) continue;
    const item = items[i];
    if (item === undefined) continue;
    if (item.lower === 'according' && items[i + 1]?.lower === 'to') {
      const named = mentionAfter(items, i + 2);
      if (named !== null) return speaker(items, sourceBehind(items, named) ?? named, i, 'according to');
    }
    if (ASKING.has(item.lower) && items[i + 1]?.lower === 'by') {
      const pollster = mentionAfter(items, i + 2);
      if (pollster !== null) return speaker(items, pollster, i, 'surveyed by');
    }
    if (i < quantity && ADDING.has(item.lower) && items[i - 1]?.text === ',') {
      const actor = clauseSubject(items, i - 1)?.index ?? null;
      if (actor !== null && isWhoSpeaks(items[actor])) return speaker(items, actor, i, 'verb of saying that goes on');
    }
    if (item.kind !== 'word' || !SAYING.has(item.lower)) continue;
    if (/^(?:was|were|been|be|is|are|'s|’s|an?|the|its|their|than|as)$/.test(items[i - 1]?.lower ?? '') && !/ing$/.test(item.lower))
      continue;
    const before = speakerBefore(items, i);
    const after = before === null && i > quantity ? invertedSpeaker(items, i) : null;
    const named = before ?? after;
    if (named === null) continue;
    if (
      i < quantity
        ? !SCOPE_FREE.test(item.lower) || opensContent(items, i + 1) || (item.lower === 'reported' && isForecaster(items[named]))
        : closes(items, i, quantity)
    )
      return speaker(items, named, i, before === null ? 'verb of saying before the speaker' : 'verb of saying');
  }
  return null;
}

/** `according to IBES data from Refinitiv`: who makes the data. */
function sourceBehind(items: readonly Item[], named: number): number | null {
  const isMade =
    /^(?:data|figures|estimates|research)$/.test(items[named + 1]?.lower ?? '') && /^(?:from|by)$/.test(items[named + 2]?.lower ?? '');
  return isMade && items[named + 3]?.kind === 'mention' ? named + 3 : null;
}

/** `announced that`, `confirmed on Monday it would`: what is said follows. */
function opensContent(items: readonly Item[], from: number): boolean {
  let i = from;
  while (i < from + 3 && (items[i]?.kind === 'period' || /^(?:on|today|this|week|,)$/.test(items[i]?.lower ?? ''))) i++;
  return /^(?:that|it|its|they|plans|intentions?)$/.test(items[i]?.lower ?? '');
}

/** `Analysts expected it to sell 40 million`: a crowd without a name. */
function analysts(items: readonly Item[], quantity: number): Chosen<string> | null {
  for (let who = 0; who < quantity; who++) {
    const lower = items[who]?.lower ?? '';
    if (lower !== 'analysts' && lower !== 'economists') continue;
    let i = who + 1;
    while (i < quantity && BEFORE_AHEAD.has(items[i]?.lower ?? '')) i++;
    if (AHEAD.has(items[i]?.lower ?? '')) return { value: lower, because: groundAt('crowd that expects', items, who, i + 1) };
  }
  return null;
}

/** Where a sentence may credit somebody: items with verbs of saying and the like, and items with words for an estimate. */
interface Credits {
  readonly crediting: readonly number[];
  readonly estimates: readonly number[];
  /** Who is cited without a name. */
  readonly unnamed: Chosen<string> | null;
  /** Analysts or economists stand in it. */
  readonly crowds: boolean;
}

const CREDIT = bitOf('credit');

const creditsOf = rememberingLast((items: readonly Item[]): Credits => {
  const crediting: number[] = [];
  const estimates: number[] = [];
  let crowds = false;
  let cites = false;
  for (const [i, { lower, hints }] of items.entries()) {
    if ((hints & CREDIT) === 0) continue;
    if (lower === 'according' || ASKING.has(lower) || SAYING.has(lower) || ADDING.has(lower)) crediting.push(i);
    cites ||= SOURCES.has(lower);
    crowds ||= lower === 'analysts' || lower === 'economists';
    if (i > 0 && ESTIMATES.has(lower)) estimates.push(i);
  }
  return { crediting, estimates, unnamed: cites ? unnamedSource(items) : null, crowds };
});

/** Item `named` speaks; item `word` says so. */
function speaker(items: readonly Item[], named: number, word: number, rule: string): Chosen<string> | null {
  const item = items[named];
  if (item?.kind !== 'mention') return null;
  return { value: item.mention.entity, because: groundAt(rule, items, Math.min(named, word), Math.max(named, word) + 1) };
}

/** Banks and researchers expect what others will do. */
function isForecaster(item: Item | undefined): boolean {
  return item?.kind === 'mention' && (hasTrait(item.mention.entity, 'analyst') || isSourceName(item.mention.entity));
}

/** The nearest named speaker right before the verb: `Dan Ives, an analyst at Wedbush, said`. */
function speakerBefore(items: readonly Item[], verb: number): number | null {
  let i = verb - 1;
  while (
    i >= 0 &&
    items[i]?.kind === 'word' &&
    /^(?:also|has|had|have|previously|earlier|then|later|who|now|recently|separately)$/.test(items[i]?.lower ?? '')
  )
    i--;
  // `Cisco (CSCO) said`
  if (items[i]?.text === ')' && items[i - 2]?.text === '(') i -= 3;
  if (/^(?:is|are|was|were)$/.test(items[i]?.lower ?? '') && /ing$/.test(items[verb]?.lower ?? '')) i--;
  const direct = items[i];
  if (direct?.kind === 'period') i--;
  const near = items[i];
  if (near?.kind === 'mention') return isWhoSpeaks(near) ? i : null;
  if (near?.kind === 'word' && ANONYMOUS.test(near.lower)) return anonymousBefore(items, i);
  if (near?.text !== ',') return titleHolder(items, i);
  // `OpenAI's chief executive, Sam Altman, said`
  const between = items[i - 1];
  if (between?.kind === 'mention' && between.mention.kind === 'person' && items[i - 2]?.text === ',') return i - 1;
  // An apposition stands between: go back to its opening comma.
  for (let j = i - 1; j >= Math.max(0, i - 14); j--) {
    if (items[j]?.text !== ',') continue;
    const named = items[j - 1];
    return named?.kind === 'mention' && speaks(named.mention) ? j - 1 : null;
  }
  return null;
}

/** Also the crowd that is called by a street. */
function isWhoSpeaks(item: Item | undefined): boolean {
  return item?.kind === 'mention' && (speaks(item.mention) || item.mention.entity === 'Wall Street');
}

/** People and organisations say things; markets, places, indexes and products don't. */
function speaks({ kind }: Mention): boolean {
  return kind === 'person' || kind === 'organisation';
}

/** `analysts at Goldman Sachs said`, `a spokesman for Oracle said`. */
function titleHolder(items: readonly Item[], index: number): number | null {
  for (let i = index; i >= Math.max(0, index - 6); i--) {
    const item = items[i];
    if (item === undefined || item.kind === 'mark' || isVerbItem(item)) return null;
    if (item.kind === 'mention') return speaks(item.mention) ? i : null;
  }
  return null;
}

function anonymousBefore(items: readonly Item[], index: number): number | null {
  const before = items[index - 1];
  if (before?.kind === 'mention' && /^(?:analysts?|economists?|executives?|officials?|bankers?)$/.test(items[index]?.lower ?? ''))
    return index - 1;
  return null;
}

/** `said chief executive Andy Jassy` behind the content. */
function invertedSpeaker(items: readonly Item[], verb: number): number | null {
  for (let i = verb + 1; i < Math.min(verb + 7, items.length); i++) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && item.text !== ',')) return null;
    if (item.kind === 'mention' && item.mention.kind === 'person') return i;
    if (
      item.kind === 'mention' &&
      speaks(item.mention) &&
      items[i + 1]?.kind !== 'mention' &&
      !/^(?:chief|ceo|cfo|analyst|chairman|president|'s|’s)$/.test(items[i + 1]?.lower ?? '')
    )
      return i;
    if (isVerbItem(item)) return null;
  }
  return null;
}

/** The verb of saying stands behind a comma or quotation mark that ends what is said. */
function closes(items: readonly Item[], verb: number, quantity: number): boolean {
  for (let i = verb; i > quantity; i--) if (/^[,”"’]$/.test(items[i]?.text ?? '')) return true;
  return false;
}

function mentionAfter(items: readonly Item[], from: number): number | null {
  for (let i = from; i < Math.min(from + 8, items.length); i++) {
    const item = items[i];
    if (item === undefined || (item.kind === 'mark' && /^[.;]$/.test(item.text))) return null;
    // `according to an SEC filing`: the one that it was filed with says nothing.
    if (item.kind === 'mention' && /^(?:filings?|documents|disclosures?)$/.test(items[i + 1]?.lower ?? '')) return null;
    if (item.kind === 'mention' && speaks(item.mention)) return i;
    if (item.kind === 'word' && /^(?:people|person|sources?)$/.test(item.lower)) return null;
  }
  return null;
}

/** `its earnings report` tells of itself, and credits nobody. */
const OF_RESULTS = new Set(['earnings', 'quarterly', 'annual', 'results', 'financial', 'profit', 'revenue', 'sales']);

/** `fell 19.5% after it cut its forecast`: the forecast is of something else. */
function changesClause(items: readonly Item[], quantity: number, estimate: number): boolean {
  for (let i = quantity + 1; i < estimate; i++)
    if (/^(?:after|because|as|since|when|;)$/.test(items[i]?.lower ?? '') || items[i]?.kind === 'quantity') return true;
  return false;
}

/** `by the Financial Times' estimate`, `a Goldman Sachs estimate`, `Gartner's forecast of`. */
function creditBehind(items: readonly Item[], quantity: number, { estimates }: Credits): Chosen<string> | null {
  for (const i of estimates) {
    if (Math.abs(i - quantity) > 12 || changesClause(items, quantity, i) || OF_RESULTS.has(items[i - 1]?.lower ?? '')) continue;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const item = items[j];
      if (item !== undefined && isWhoSpeaks(item)) return speaker(items, j, i, 'credited estimate');
      if (item?.kind === 'mark' && !/^['’]$/.test(item.text)) break;
    }
    const named = /^(?:by|from)$/.test(items[i + 1]?.lower ?? '') ? mentionAfter(items, i + 2) : null;
    if (named !== null) return speaker(items, named, i, 'credited estimate');
  }
  return null;
}
