/** One claim or the reconciled row on a common scale; null is an open end. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

export interface Draw {
  /** One line: `  ├──┤  `, with `◂`/`▸` for ends that are open or off the scale and `│` for a point. */
  readonly line: (interval: Interval) => string;
  /** One line with the least and the greatest end of all, each above its place. */
  readonly axis: (label: (end: number) => string) => string;
}

/** Numbers so many times apart are drawn by their orders of magnitude, or the smaller ones would all be one stroke. */
const LOGARITHMIC_FROM = 50;

/** A scale of `width` characters that all the intervals fit on, with a twentieth of room on both sides. */
export function createScale(intervals: readonly Interval[], width: number): Draw {
  const ends = intervals.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const positive = ends.filter((end) => end > 0);
  const logarithmic = ends.length > 0 && positive.length === ends.length && most / least >= LOGARITHMIC_FROM;
  const measure = logarithmic ? Math.log : (end: number) => end;
  const [min, max] = [measure(least), measure(most)];
  const room = (max - min || Math.abs(max) || 1) / 20;
  const perCharacter = (max - min + 2 * room) / (width - 1);
  const at = (end: number) => Math.round((measure(end) - min + room) / perCharacter);
  return {
    line: ({ low, high }) => {
      const start = low === null ? -1 : at(low);
      const end = high === null ? width : at(high);
      const cells: string[] = Array.from({ length: width }, (_, index) => (index > start && index < end ? '─' : ' '));
      if (start < 0) cells[0] = '◂';
      if (end >= width) cells[width - 1] = '▸';
      if (start >= 0 && start < width) cells[start] = start === end ? '│' : '├';
      if (end >= 0 && end < width && end !== start) cells[end] = '┤';
      return cells.join('');
    },
    axis: (label) => {
      if (ends.length === 0) return '';
      const [left, right] = [label(least), label(most)];
      const start = Math.min(at(least), Math.max(0, width - right.length - left.length - 1));
      if (least === most) return `${' '.repeat(start)}${left}`;
      return `${' '.repeat(start)}${left}`.padEnd(Math.max(width - right.length, start + left.length + 1)) + right;
    },
  };
}
