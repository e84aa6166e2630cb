import type { Item } from '../text/items.ts';
import { rememberingLast } from '../text/rememberingLast.ts';
import type { MeasureCue } from './cue.ts';

/** A cue found in a sentence: items `[from, to)`. */
export interface CueMatch {
  readonly cue: MeasureCue;
  readonly from: number;
  readonly to: number;
}

/** Cues by their first word. */
export type CueIndex = ReadonlyMap<string, readonly (readonly [words: readonly string[], cue: MeasureCue])[]>;

/** Every cue of a table in a sentence, whose words are looked up once for all its figures. */
export function findCues(items: readonly Item[], index: CueIndex): readonly CueMatch[] {
  const known = cuesOf(items);
  const matches = known.get(index) ?? matchCues(items, index);
  known.set(index, matches);
  return matches;
}

const cuesOf = rememberingLast((_items: readonly Item[]) => new Map<CueIndex, readonly CueMatch[]>());

function matchCues(items: readonly Item[], index: CueIndex): CueMatch[] {
  const matches: CueMatch[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item === undefined || item.kind === 'quantity') continue;
    const starting = index.get(item.lower);
    if (starting === undefined) continue;
    for (const [words, cue] of starting) {
      if (words.every((word, offset) => items[i + offset]?.lower === word)) matches.push({ cue, from: i, to: i + words.length });
    }
  }
  return matches;
}

/** The cue that decides a quantity: the nearest, where crossing another quantity, a comma or a clause's end counts as distance. */
export function nearestCue(items: readonly Item[], quantity: number, cues: readonly CueMatch[]): CueMatch | null {
  let best: CueMatch | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const match of cues) {
    const after = match.from > quantity;
    if (match.cue.side === 'before' && after) continue;
    if (match.cue.side === 'after' && !after) continue;
    // `at $6 billion including debt`: what is paid takes the debt over.
    if (match.from === quantity + 2 && /^(?:including|excluding)$/.test(items[quantity + 1]?.lower ?? '')) continue;
    const between = after ? [quantity + 1, match.from] : [match.to, quantity];
    const [from = 0, to = 0] = between;
    if (to - from > match.cue.reach) continue;
    const cost = to - from + match.cue.cost + crossings(items, from, to, after);
    if (cost < bestCost || (cost === bestCost && best !== null && match.to - match.from > best.to - best.from)) {
      best = match;
      bestCost = cost;
    }
  }
  return bestCost <= 16 ? best : null;
}

const CLOSING = new Set(',;:—–(');
const JOINING = new Set('and while but as after which with or that'.split(' '));

function crossings(items: readonly Item[], from: number, to: number, after: boolean): number {
  let cost = after ? 0.75 : 0;
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item === undefined) continue;
    if (item.kind === 'quantity') cost += 3;
    else if (item.kind === 'mark' && CLOSING.has(item.text)) cost += item.text === ',' ? 3 : 4;
    else if (item.kind === 'word' && JOINING.has(item.lower)) cost += 2;
  }
  return cost;
}

/** Built once per table, when the module is loaded. */
export function indexCues(table: readonly MeasureCue[]): CueIndex {
  const index = new Map<string, (readonly [readonly string[], MeasureCue])[]>();
  for (const cue of table) {
    for (const phrase of cue.words.split('|')) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      const entries = index.get(first) ?? [];
      if (!entries.some(([other, { side }]) => other.join(' ') === phrase && side === cue.side)) entries.push([words, cue]);
      index.set(first, entries);
    }
  }
  return index;
}
