import { isVerbItem, wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import { clauseSubject } from './chooseSubject.ts';
import type { SubjectChoice } from './subjectChoice.ts';

const WORTH =
  /\b(?:market (?:value|cap\w*|worth|valuation)|worth|capitali[sz]ation|most valuable|stock[- ]market value|valued at|valuation)\b/i;
const REACHING =
  /^(?:pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|top(?:ped|s)?|topping|surpass(?:ed|es|ing)?|hit|hits|hitting|reach(?:ed|es|ing)?|exceed(?:ed|s)?|broke|breached|touched)$/;

/** Whether this sentence or one of the two before it, up to the paragraph before, speaks of what a company is worth on the market. */
export function speaksOfWorth(sentences: readonly ReadSentence[], { index, paragraph }: ReadSentence): boolean {
  return sentences.slice(Math.max(0, index - 2), index + 1).some((other) => paragraph - other.paragraph <= 1 && WORTH.test(other.text));
}

/** `Nvidia first passed $1 trillion`: the company that reaches an amount; null when the amount before item `at` is not reached. */
export function reachesAmount(items: readonly Item[], at: number): SubjectChoice | null {
  let verb = at - 1;
  while (verb >= 0 && /^(?:the|a|about|some|nearly|almost|just|mark|level|of|over|past|even)$/.test(items[verb]?.lower ?? '')) verb--;
  const word = items[verb];
  if (word === undefined || !REACHING.test(word.lower)) return null;
  const subject = clauseSubject(items, at);
  if (subject?.index == null) return null;
  const item = items[subject.index];
  if (item?.kind !== 'mention' || item.mention.kind !== 'organisation') return null;
  for (let i = subject.index + 1; i < verb; i++)
    if (items[i]?.kind === 'quantity' || (isVerbItem(items[i]) && !/^(?:has|had|have)$/.test(items[i]?.lower ?? ''))) return null;
  return /\b(?:sales|revenues?|profits?|income|spending|capex|orders|backlog|users|customers|debt|costs?|demand|investments?|funding|target|earnings)\b/.test(
    wordsOf(items, 0, at + 6),
  )
    ? null
    : subject;
}
