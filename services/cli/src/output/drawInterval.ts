/** One claim or the reconciled row on a common scale; null is an open end. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** Makes one line of `width` characters out of an interval: `  ├──┤  `, with `◂`/`▸` for open ends and `│` for a point. */
export type Draw = (interval: Interval) => string;

/** A scale that all the intervals fit on, with a twentieth of room on both sides. */
export function createScale(intervals: readonly Interval[], width: number): Draw {
  const ends = intervals.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  const min = Math.min(...ends);
  const max = Math.max(...ends);
  const room = (max - min || Math.abs(max) || 1) / 20;
  const from = min - room;
  const perCharacter = (max + room - from) / (width - 1);
  const at = (end: number) => Math.round((end - from) / perCharacter);
  return ({ low, high }) => {
    const start = low === null ? 0 : at(low);
    const end = high === null ? width - 1 : at(high);
    const cells: string[] = Array.from({ length: width }, (_, index) => (index > start && index < end ? '─' : ' '));
    if (start === end) cells[start] = '│';
    else {
      cells[start] = low === null ? '◂' : '├';
      cells[end] = high === null ? '▸' : '┤';
    }
    return cells.join('');
  };
}
