/** Where a person finds an offset: both counted from 1, columns in UTF-16 units as offsets are. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns in a text; offsets must be asked for in rising order. */
export function createLocator(text: string): (offset: number) => Place {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let end = text.indexOf('\n', lineStart); end >= 0 && end < offset; end = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}
