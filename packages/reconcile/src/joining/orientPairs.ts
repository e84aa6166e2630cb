import type { FigureKey } from '../figureKey.ts';
import { compareText } from '../interval.ts';
import { isOfDeal } from './dealFigures.ts';
import type { Telling } from './telling.ts';

/** Whether a person decided the value of a figure: such a figure never gives way to another. */
export type IsPinned = (figureId: string) => boolean;

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
    const subjects = [...new Set(told.map(({ key }) => key.subject))];
    if (subjects.length < 2 || !told.some(({ key, family }) => isOfDeal(key.measure, family))) continue;
    const subject = chooseSubject(subjects, told, isPinned);
    for (const telling of told)
      if (telling.key.subject !== subject) oriented.set(telling, { ...telling.key, subject, counterparty: telling.key.subject });
  }
  return oriented;
}

function pairOf({ subject, counterparty, measure, unit, noun }: FigureKey): string | null {
  if (counterparty === null || counterparty === subject) return null;
  return JSON.stringify([measure, unit, noun, ...[subject, counterparty].sort(compareText)]);
}

function chooseSubject(subjects: readonly string[], told: readonly Telling[], isPinned: IsPinned): string {
  const ranked = subjects.map((subject) => {
    const own = told.filter(({ key }) => key.subject === subject);
    const sources = new Set(own.flatMap((telling) => [...telling.sources]));
    const first = own.reduce((least, { day }) => (day !== null && day < least ? day : least), '9');
    return { subject, pinned: own.some(({ figureId }) => isPinned(figureId)), sources: sources.size, first };
  });
  ranked.sort(
    (a, b) =>
      Number(b.pinned) - Number(a.pinned) || b.sources - a.sources || compareText(a.first, b.first) || compareText(a.subject, b.subject),
  );
  return ranked[0]?.subject ?? '';
}
