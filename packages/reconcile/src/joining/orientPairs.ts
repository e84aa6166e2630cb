import { compareText } from '../compareText.ts';
import type { FigureKey } from '../figureKey.ts';
import { isOfDeal, isOfPair } from './dealFigures.ts';
import { type IsPinned, rankNames } from './rankNames.ts';
import { counts, type Telling } from './telling.ts';

/**
 * The key of each telling with the parties of a deal in one order, whoever a text makes the subject: the order that a pinned figure has,
 * else that of more sources, of the earlier report, of the alphabet.
 */
export function orientPairs(tellings: readonly Telling[], isPinned: IsPinned): Map<Telling, FigureKey> {
  const oriented = new Map<Telling, FigureKey>();
  const pairs = new Map<string, Telling[]>();
  for (const telling of tellings) {
    oriented.set(telling, telling.key);
    const pair = pairOf(telling.key);
    if (pair === null) continue;
    const told = pairs.get(pair);
    if (told === undefined) pairs.set(pair, [telling]);
    else told.push(telling);
  }
  for (const told of pairs.values()) {
    const [subject, ...others] = rankNames(told, ({ subject }) => subject, isPinned);
    if (
      subject === undefined ||
      others.length === 0 ||
      !told.some((telling) => counts(telling) && isOfDeal(telling.key.measure, telling.family))
    )
      continue;
    for (const telling of told)
      if (telling.key.subject !== subject) oriented.set(telling, { ...telling.key, subject, counterparty: telling.key.subject });
  }
  return oriented;
}

function pairOf(key: FigureKey): string | null {
  if (!isOfPair(key)) return null;
  const { subject, counterparty, measure, unit, noun } = key;
  return JSON.stringify([measure, unit, noun, ...[subject, counterparty].sort(compareText)]);
}
