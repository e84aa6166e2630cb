/** The text on one line, cut at `maxChars` UTF-16 units and `maxBytes` of UTF-8 without splitting a character. */
export function fitText(text: string, maxChars: number, maxBytes = maxChars * 2): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= maxChars && Buffer.byteLength(flat) <= maxBytes) return flat.toWellFormed();
  let bytes = 0;
  let end = 0;
  for (const character of flat) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes || end + character.length > maxChars) break;
    end += character.length;
  }
  return flat.slice(0, end).trimEnd().toWellFormed();
}
