import { compareText } from '../compareText.ts';
import type { FigureKey } from '../figureKey.ts';
import { counts, type Telling } from './telling.ts';

/** Whether a person decided the value of a figure: such a figure never gives way to another. */
export type IsPinned = (figureId: string) => boolean;

/**
 * Names that tellings of one fact give to one field, the one to show first: that of a pinned figure, else of more sources, of the earlier
 * report, of the alphabet.
 */
export function rankNames(told: readonly Telling[], nameIn: (key: FigureKey) => string | null, isPinned: IsPinned): string[] {
  const names = new Map<string, Telling[]>();
  for (const telling of told) {
    const name = nameIn(telling.key);
    if (name === null) continue;
    const own = names.get(name);
    if (own === undefined) names.set(name, [telling]);
    else own.push(telling);
  }
  const ranked = [...names].map(([name, own]) => ({
    name,
    pinned: own.some(({ figureId }) => isPinned(figureId)),
    sources: new Set(own.flatMap(({ sources }) => [...sources])).size,
    first: own.filter(counts).reduce((least, { day }) => (day !== null && day < least ? day : least), '9'),
  }));
  ranked.sort(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.sources - a.sources || compareText(a.first, b.first) || compareText(a.name, b.name),
  );
  return ranked.map(({ name }) => name);
}
