/** At least so much text on a line, however narrow the terminal is. */
const LEAST = 24;

/** Breaks a text at its spaces into lines of a width, each indented; a word that is longer stays whole. */
export function wrap(text: string, width: number | null, indent = 0): string[] {
  const margin = ' '.repeat(indent);
  if (width === null) return [`${margin}${text}`];
  const room = Math.max(LEAST, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(`${margin}${line}`);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, `${margin}${line}`];
}
