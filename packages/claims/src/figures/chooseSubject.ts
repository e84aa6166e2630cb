import { byDefault } from '../explain/ground.ts';
import { type LeftOut, nothingLeftOut, type RuleFamily } from '../ruleFamilies.ts';
import { hasVerb, isBoundary, isPossessive, isVerbItem, prepositionBefore, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { isVerbOrBase } from '../text/verbs.ts';
import { aggregateSubject } from './aggregateSubject.ts';
import { apposedSubject } from './apposedSubject.ts';
import { economySubject } from './economySubject.ts';
import { firstOfList } from './firstOfList.ts';
import { movedName } from './movedName.ts';
import { participleSubject } from './participleSubject.ts';
import { inOffice } from './personInOffice.ts';
import { placeBeside, placeSubject } from './placeSubject.ts';
import { relativeSubject } from './relativeSubject.ts';
import { respectiveSubject } from './respectiveSubject.ts';
import { marketRight, sentenceSubject } from './sentenceSubject.ts';
import { isExample, isExpecting, isSpeaker, SPEECH } from './speakingMention.ts';
import { choice, type SubjectChoice } from './subjectChoice.ts';
import { actsBeside, ownerBeforeWhich, ownerOfChanged } from './whoseIsTold.ts';

/** The possessor of what is measured. */
export const POSSESSOR = 'possessor';

/** What countries have: `China's gross domestic product growth`. */
const ECONOMY =
  /\b(?:gdp|domestic product|economy|economic|inflation|exports|imports|unemployment|population|consumer prices|budget|deficit)\b/;

/**
 * The subject of a quantity: the possessor of the noun that it measures, the object of "values", the entity behind "revenue of", the
 * subject of its clause; else what the sentence, then the text before it, is about.
 * @param owned the quantity is a part that somebody owns: what stands behind "stake in" is owned, not the owner.
 * @param anchor the item from which to look: the measure's words, or the quantity itself.
 */
export function chooseSubject(
  items: readonly Item[],
  quantity: number,
  anchor: number,
  focus: string | null,
  owned = false,
  leftOut: LeftOut = nothingLeftOut,
): SubjectChoice | null {
  // Words of another clause say what is measured, not of whom: `Ford's value was …, while Rivian's was …`.
  const near = boundaryBetween(items, anchor, quantity) ? quantity : anchor;
  const unless = (family: RuleFamily, choose: () => SubjectChoice | null): SubjectChoice | null => (leftOut.has(family) ? null : choose());
  return (
    unless(
      'clause subjects',
      () =>
        respectiveSubject(items, quantity) ?? nextInRanking(items, quantity) ?? movedName(items, quantity) ?? placeBeside(items, quantity),
    ) ??
    unless('possessors', () => possessor(items, Math.min(near, quantity)) ?? (near !== quantity ? possessor(items, near) : null)) ??
    unless(
      'clause subjects',
      () =>
        relativeSubject(items, quantity) ??
        ownerOfChanged(items, near, quantity) ??
        ownerBeforeWhich(items, quantity) ??
        actsBeside(items, quantity),
    ) ??
    unless('objects of value', () => objectOfValue(items, quantity)) ??
    unless('nouns with of', () => (owned ? null : nounOf(items, near, quantity))) ??
    unless(
      'clause subjects',
      () =>
        economySubject(items, quantity) ??
        aggregateSubject(items, quantity) ??
        apposedSubject(items, quantity) ??
        participleSubject(items, quantity) ??
        nowWorth(items, quantity) ??
        placeSubject(items, quantity) ??
        leadingSubject(items, Math.min(near, quantity), owned ? null : focus),
    ) ??
    unless('sentence subjects', () => sentenceSubject(items, 0, quantity) ?? marketRight(items, quantity)) ??
    unless('focus', () => (focus === null ? null : { entity: focus, index: null, because: byDefault('whom the text before is about') })) ??
    unless('sentence subjects', () => sentenceSubject(items, quantity, items.length))
  );
}

function boundaryBetween(items: readonly Item[], a: number, b: number): boolean {
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++) if (isBoundary(items, i)) return true;
  return false;
}

/** `Nvidia's market value`, `its $25 billion listing`: the nearest possessor in the same noun phrase. */
function possessor(items: readonly Item[], anchor: number): SubjectChoice | null {
  for (let i = anchor - 1; i >= Math.max(0, anchor - 6); i--) {
    const item = items[i];
    if (item === undefined || isVerbItem(item)) return null;
    // `Chevron, whose profit of $11.2bn …`
    if (item.lower === 'whose') {
      const owner = items[items[i - 1]?.text === ',' ? i - 2 : i - 1];
      return owner?.kind === 'mention' && owner.mention.kind !== 'place' ? choice(owner.mention, POSSESSOR, i) : null;
    }
    if (item.kind === 'mark' && !/^['’"“-]$/.test(item.text)) return null;
    // `causing its value to drop by 17 %`
    if (item.lower === 'to' && isVerbOrBase(items[i + 1]?.lower ?? '')) continue;
    if (item.kind === 'word' && /^(?:of|by|with|from|to|for|in|on|at|and|than)$/.test(item.lower)) return null;
    // `Google's parent Alphabet`
    if (item.kind === 'mention' && /^(?:parent|owner|rival|subsidiary|competitor|supplier|backer)$/.test(items[i - 1]?.lower ?? ''))
      return null;
    if (
      item.kind === 'mention' &&
      isPossessive(items, i) &&
      (item.mention.kind !== 'place' || ECONOMY.test(items[anchor]?.lower ?? '') || ECONOMY.test(wordsOf(items, i + 2, anchor + 1)))
    )
      return choice(item.mention, POSSESSOR, i);
  }
  return null;
}

const VALUING = new Set('value values valued valuing leave leaves leaving left put puts give gives giving'.split(' '));

/** `values the company at up to $1 trillion`, `valuing it at $500 billion`. */
function objectOfValue(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity - 1; i >= Math.max(0, quantity - 8); i--) {
    if (VALUING.has(items[i]?.lower ?? '') && !/^(?:market|equity|enterprise|in|of|the|a|stock-market)$/.test(items[i - 1]?.lower ?? '')) {
      for (let j = i + 1; j < quantity; j++) {
        const item = items[j];
        if (item?.kind === 'mention' && item.mention.kind !== 'place') return choice(item.mention, 'object of “values”', j);
        if (item?.kind === 'mark') return null;
      }
      return null;
    }
  }
  return null;
}

/** What comes from those who make it. */
const FLOWS = /^(?:revenues?|sales|profits?|income|earnings|demand|output|exports|production|shipments|orders|emissions|growth)$/;

/** `revenue of Oracle`, `shares in Cisco`, `power demand of data centres`. */
function nounOf(items: readonly Item[], anchor: number, quantity: number): SubjectChoice | null {
  if (anchor === quantity) return null;
  const at = [anchor + 1, anchor + 2].find(
    (index) => items[index]?.kind === 'word' && /^(?:of|at|for|by|from|in|on)$/.test(items[index]?.lower ?? ''),
  );
  // `$2 billion in advance from Apple`: who gives it isn't who has it.
  if (items[at ?? 0]?.lower === 'from' && !FLOWS.test(items[(at ?? 0) - 1]?.lower ?? '')) return null;
  if (at === undefined || (at === anchor + 2 && items[anchor + 1]?.kind !== 'word') || isVerbItem(items[anchor + 1])) return null;
  for (let i = at + 1; i < Math.min(at + 6, items.length); i++) {
    const item = items[i];
    if (item === undefined || item.kind === 'mark' || item.kind === 'quantity' || item.kind === 'period' || isVerbItem(item)) return null;
    if (item.lower === 'according') return null;
    if (item.kind === 'mention' && item.mention.kind !== 'place' && item.mention.kind !== 'person')
      return choice(item.mention, 'behind the measured noun', i);
  }
  return null;
}

/** `It had 17.5 percent of the market, followed by HPE at 16.3 percent`: the next of a ranking. */
function nextInRanking(items: readonly Item[], quantity: number): SubjectChoice | null {
  const next = items[quantity - 2];
  const isNext =
    /^(?:at|with|on)$/.test(items[quantity - 1]?.lower ?? '') &&
    /^(?:followed|trailed|chased) by$/.test(wordsOf(items, quantity - 4, quantity - 2));
  return isNext && next?.kind === 'mention' ? choice(next.mention, 'next of a ranking', quantity - 2) : null;
}

/** `; and Microsoft, a member since 2019 and now worth $1.27 trillion`: who opens a part of a list without a verb of its own. */
function nowWorth(items: readonly Item[], quantity: number): SubjectChoice | null {
  let i = quantity - 1;
  while (
    i >= 0 &&
    items[i]?.kind === 'word' &&
    /^(?:at|about|some|nearly|worth|valued|now|then|currently|today|almost|over|more|than)$/.test(items[i]?.lower ?? '')
  )
    i--;
  if (!items.slice(i + 1, quantity).some((item) => /^(?:worth|valued)$/.test(item.lower)) || isVerbItem(items[i])) return null;
  for (; i >= 0; i--) {
    const item = items[i];
    if (item === undefined || isBoundary(items, i) || isVerbItem(item)) return null;
    // `planes in a deal worth $14 billion`
    if (/^(?:deals?|contracts?|orders?|agreements?|stakes?|shares|package|transaction)$/.test(item.lower)) return null;
    if (item.kind === 'mention' && item.mention.kind === 'organisation' && prepositionBefore(items, i) === null)
      return /^(?:worth|valued)$/.test(items[i + 1]?.lower ?? '') ? null : choice(item.mention, 'named before “worth”', i);
  }
  return null;
}

/** The subject of the clause; of several that act together, the first. */
function leadingSubject(items: readonly Item[], anchor: number, focus: string | null): SubjectChoice | null {
  const found = clauseSubject(items, anchor);
  const first = found?.index == null ? undefined : items[firstOfList(items, found.index)];
  return inOffice(items, found !== null && first?.kind === 'mention' ? { ...found, entity: first.mention.entity } : found, focus);
}

/** Past forms by which prices move. */
const MOVED = new Set('slid spiked bounced rebounded crashed tanked cratered ripped popped slumped plummeted accelerated'.split(' '));

/** The nearest mention to the left that a verb follows and no preposition governs. */
export function clauseSubject(items: readonly Item[], anchor: number): SubjectChoice | null {
  // `weeks after Meta paid …`: the words of the measure can be the verb themselves.
  const isMove = MOVED.has(items[anchor]?.lower ?? '');
  let verbSeen = isMove || isVerbItem(items[anchor]);
  let governed: SubjectChoice | null = null;
  let object: SubjectChoice | null = null;
  for (let i = anchor - 1; i >= 0; i--) {
    const item = items[i];
    if (item === undefined) break;
    if (isVerbItem(item)) verbSeen = true;
    if (isBoundary(items, i) && governed !== null) return governed;
    const aside = item.text === ',' && isVerbItem(items[i + 1]) ? relativeBefore(items, i) : null;
    if (aside !== null) {
      i = aside;
      continue;
    }
    if (item.kind !== 'mention' || !verbSeen || item.mention.kind === 'place') continue;
    if (isPossessive(items, i)) {
      // `Rivian's was $14 billion`: the possessor stands for what it possesses.
      if (isVerbItem(items[i + 2]) && items[i + 1]?.kind === 'word') return choice(item.mention, 'clause subject', i);
      continue;
    }
    const preposition = prepositionBefore(items, i);
    if (isSpeaker(items, i) || isExample(items, i)) continue;
    // `with Microsoft, which will take all 835 megawatts`: who is governed here acts in the relative clause.
    if (
      !/^(?:at|in|near|outside)$/.test(preposition ?? '') &&
      /^(?:which|who)$/.test(items[i + (items[i + 1]?.text === ',' ? 2 : 1)]?.lower ?? '') &&
      isVerbItem(items[i + 3]) &&
      !isExpecting(items, i + 2) &&
      !closedBefore(items, i + 3, anchor)
    )
      return choice(item.mention, 'clause subject', i);
    if (preposition !== null) {
      if (/^(?:of|in|at|for|by|on|from)$/.test(preposition) && governed === null && subjectNounBefore(items, i))
        governed = choice(item.mention, 'clause subject', i);
      continue;
    }
    if (!isMove && !hasVerb(items, i + 1, anchor + 1)) continue;
    if (isObject(items, i)) {
      object ??= choice(item.mention, 'clause subject', i);
      continue;
    }
    return governed ?? choice(item.mention, 'clause subject', i);
  }
  return governed ?? object;
}

/** `the cloud unit, which contains its Azure services, posted …`: the comma at which the relative clause began that ends at item `end`. */
function relativeBefore(items: readonly Item[], end: number): number | null {
  for (let i = end - 1; i > Math.max(0, end - 14); i--) {
    if (/^(?:which|who)$/.test(items[i]?.lower ?? '') && items[i - 1]?.text === ',') return i - 1;
    if (items[i]?.text === ',' || isBoundary(items, i)) return null;
  }
  return null;
}

/** A relative clause ends at its next comma. */
function closedBefore(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (items[i]?.text === ',' || isBoundary(items, i)) return true;
  return false;
}

/** `Shares of Cisco rose`, `spending on data centres tripled`: the noun before the preposition is no entity itself. */
function subjectNounBefore(items: readonly Item[], index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - 5); i--) {
    const item = items[i];
    if (
      item?.kind === 'word' &&
      /^(?:shares?|stock|value|valuation|revenues?|sales|spending|demand|capacity|use|profits?|investments?|growth|price|consumption|capitalisation|capitalization|output|number|unit|supply|income|debt|orders)$/.test(
        item.lower,
      )
    )
      return true;
    if (item === undefined || item.kind === 'mark' || isVerbItem(item)) return false;
  }
  return false;
}

/** `plans to restart Three Mile Island and take …`: what a verb acts on is not what acts next, except behind a verb of saying. */
function isObject(items: readonly Item[], mention: number): boolean {
  for (let i = mention - 1; i >= Math.max(0, mention - 4); i--) {
    const item = items[i];
    if (item === undefined || item.kind !== 'word') return false;
    if (SPEECH.test(item.lower) || /^(?:is|are|was|were|be|see|saw|seen|let|makes?|made|help|helps|helped|that|means?)$/.test(item.lower))
      return false;
    if (isVerbOrBase(item.lower)) return true;
    if (!/^(?:the|a|an|new|its|their|rival|chip|cloud|start-?up|company|group|[a-z]+-based|[a-z]+maker|giant)$/.test(item.lower))
      return false;
  }
  return false;
}
