const DAY = '(?:\\p{L}{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2} \\p{L}{3,9})(?:,? \\d{4})?';
/** Initials in brackets are more often an abbreviation of what stands before them, except for agencies known by theirs. */
const AGENCY = '\\((?:AP|AFP|DPA|PTI|UPI|ANI|[^()\\n]{0,30}\\p{Ll}[^()\\n]{0,30}|[A-Z]+ [A-Z ]{2,30})\\)';
const PLACE = "\\p{Lu}[\\p{L}.'’]*(?:[ -]\\p{Lu}[\\p{L}.'’]*){0,3}";

/** What a wire or a press office sets before its news: places, day, agency. One example each. */
export const datelines: readonly { readonly words: RegExp; readonly example: string }[] = [
  {
    words: new RegExp(`^(?:${PLACE}(?:[,/] ?${PLACE}){0,3},? ?)?(?:${DAY},? ?)?${AGENCY} ?[-–—]{1,2} `, 'u'),
    example: 'OSLO, Nov. 3 (Northwire) - Fjord Data rented servers.',
  },
  {
    words: new RegExp(`^${PLACE}(?:[,/] ?${PLACE}){0,3},? ${DAY},? ?(?:/[\\p{L} -]{2,30}/ ?)?[-–—]{1,2} `, 'u'),
    example: 'Oslo, November 3, 2025 – Fjord Data rented servers.',
  },
  {
    words: /^\p{Lu}{3,}(?:[ ,/]+\p{Lu}[\p{L}.]*){0,4} ?[–—] /u,
    example: 'OSLO, Norway — Fjord Data rented servers.',
  },
];

/** Every dateline ends in one. */
const DASH = /[-–—] /;

/** The number of characters of a sentence that are its dateline; 0 when it has none. */
export function datelineLength(sentence: string): number {
  if (!DASH.test(sentence)) return 0;
  for (const { words } of datelines) {
    const found = words.exec(sentence)?.[0];
    if (found !== undefined && found.length < sentence.length) return found.length;
  }
  return 0;
}
