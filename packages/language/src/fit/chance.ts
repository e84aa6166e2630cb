/** Numbers that look drawn by lot and are the same on every run. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  shuffled<T>(list: readonly T[]): T[];
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, rank: below(0x7fffffff) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  return { below, shuffled };
}
