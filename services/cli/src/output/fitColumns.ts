/** What a column of a table needs, in characters. */
export interface ColumnRoom {
  /** What it takes where there is room. */
  readonly natural: number;
  /** Less would break words. */
  readonly least: number;
  /** Columns that people can do without go first, the greatest number before the others; null for those that stay. */
  readonly dispensable: number | null;
}

/** Characters between two columns. */
export const GAP = 2;

/** No column gets narrower, whatever breaks. */
const NARROWEST = 4;

/**
 * Widths of columns that fit a line together: what is wide gives way first, then what can be done without is left out, and in a terminal that
 * is too narrow for the rest words are broken.
 * @param width of a line; null where lines may have any length.
 * @returns a width for each column; 0 for one that is left out.
 */
export function fitColumns(columns: readonly ColumnRoom[], width: number | null): number[] {
  if (width === null) return columns.map(({ natural }) => natural);
  const kept = keepThatFit(columns, width);
  const widths = columns.map((column, index) => (kept.has(index) ? column.natural : 0));
  for (const floor of [(index: number) => columns[index]?.least ?? NARROWEST, () => NARROWEST])
    while (lineOf(widths) > width) {
      const widest = widestAbove(widths, floor);
      if (widest === null) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  return widths;
}

function keepThatFit(columns: readonly ColumnRoom[], width: number): ReadonlySet<number> {
  const kept = new Set(columns.keys());
  const byNeed = [...columns.entries()].filter(([, { dispensable }]) => dispensable !== null);
  for (const [index] of byNeed.sort(([, a], [, b]) => (b.dispensable ?? 0) - (a.dispensable ?? 0))) {
    if (lineOf(columns.map(({ least }, at) => (kept.has(at) ? least : 0))) <= width) break;
    kept.delete(index);
  }
  return kept;
}

function lineOf(widths: readonly number[]): number {
  const shown = widths.filter((width) => width > 0);
  return shown.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, shown.length - 1);
}

function widestAbove(widths: readonly number[], floor: (index: number) => number): number | null {
  let widest: number | null = null;
  for (const [index, width] of widths.entries()) if (width > floor(index) && width > (widths[widest ?? -1] ?? 0)) widest = index;
  return widest;
}
