/** At least so much text on an indented line, however narrow the terminal is. */
const LEAST = 24;

/**
 * Breaks a text at its spaces into lines of a width, each indented. A word that is longer is broken, behind one of its marks if it has any; an
 * address that would fit without all of its indent moves to the left, since a broken one can't be opened.
 * @param width of the lines; null where they may have any length.
 */
export function wrap(text: string, width: number | null, indent = 0): string[] {
  if (width === null) return [`${' '.repeat(indent)}${text}`];
  if (/^https?:\S+$/.test(text) && text.length <= width) return [`${' '.repeat(Math.min(indent, width - text.length))}${text}`];
  const room = indent === 0 ? width : Math.max(LEAST, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/).flatMap((whole) => piecesOf(whole, room))) {
    const joined = line === '' || word.goesOn ? `${line}${word.text}` : `${line} ${word.text}`;
    if (joined.length > room && line !== '') {
      lines.push(line);
      line = word.text;
    } else line = joined;
  }
  return [...lines, line].map((one) => `${' '.repeat(indent)}${one}`);
}

interface Piece {
  readonly text: string;
  /** Whether it belongs to the word before it. */
  readonly goesOn: boolean;
}

function piecesOf(word: string, room: number): Piece[] {
  if (word.length <= room) return [{ text: word, goesOn: false }];
  const parts = word.split(/(?<=[_/\-–.,;:?&=])/).flatMap((part) => part.match(new RegExp(`.{1,${room}}`, 'gs')) ?? []);
  return parts.map((text, index) => ({ text, goesOn: index > 0 }));
}
