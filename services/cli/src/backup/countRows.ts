const NEWLINE = 10;

/** Rows that end in a piece of what COPY writes: a line break in a value is written as `\n`, in two characters. */
export function countRows(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
