import { isSourceName } from '../entities/organisations.ts';
import { prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { isSpeaker, SPEECH } from './speakingMention.ts';
import { choice, type SubjectChoice } from './subjectChoice.ts';

/** `$3 trillion will be invested in data centres`: a market behind the quantity, when nobody stands before it. */
export function marketRight(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity + 1; i < items.length; i++) {
    const item = items[i];
    if (item?.kind === 'mention' && item.mention.kind === 'market') return choice(item.mention, 'market behind the amount', i);
  }
  return null;
}

/** Offices that tell of others. */
const AUTHORITY = /\b(?:Department|Ministry|Bureau|Office|Agency|Commission|Statistics|Administration|Federal Reserve|Treasury)\b/;

/** Whom the items `[from, to)` name: a market or organisation that is no source. */
export function sentenceSubject(items: readonly Item[], from: number, to: number): SubjectChoice | null {
  let best: SubjectChoice | null = null;
  let bestScore = 0;
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item?.kind !== 'mention' || isSpeaker(items, i) || item.mention.kind === 'place') continue;
    if (AUTHORITY.test(item.mention.entity) && SPEECH.test(items[i + 1]?.lower ?? '')) continue;
    const source = isSourceName(item.mention.entity);
    if (source && from === 0) continue;
    const preposition = prepositionBefore(items, i);
    const score =
      (item.mention.kind === 'person' ? 1 : 4) +
      (preposition === null ? 1 : 0) -
      (source ? 4 : 0) -
      (item.mention.form === 'pronoun' ? 1 : 0) -
      (preposition === 'to' || preposition === 'than' ? 2 : 0);
    if (score > bestScore) {
      bestScore = score;
      best = choice(item.mention, 'named in the sentence', i);
    }
  }
  return best;
}
