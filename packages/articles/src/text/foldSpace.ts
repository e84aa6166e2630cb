/** Spaces that keep amounts together: no-break, figure, thin, narrow no-break. */
const TIGHT = '\\u00a0\\u2007\\u2009\\u202f';
const OUTSIDE_AMOUNTS = new RegExp(`(?<![\\d\\p{Sc}.,])[${TIGHT}]+(?![\\d])|(?<=[.,])[${TIGHT}]+(?!\\d)`, 'gu');
const INVISIBLE = '\\u200b\\u200e\\u200f\\u2060\\ufeff\\u00ad';
const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'g');
const SPACE = ' \\t\\r\\n\\f\\v\\u2028\\u2029';
/** White space that is more than one blank. */
const RUNS = new RegExp(`(?: {2}| ?(?! )[${SPACE}])[${SPACE}]*`, 'g');

/** What there is to fold; most texts of a page have nothing of it. */
const UNFOLDED = new RegExp(`(?! )[\\s${INVISIBLE}]| {2}`);
/** Of that, what is more than white space. */
const SPECIAL = new RegExp(`[${TIGHT}${INVISIBLE}]`);

/** White space folded to single blanks. Spaces beside digits and currency signs are kept as written: readers of amounts need them. */
export function foldSpace(text: string): string {
  if (!UNFOLDED.test(text)) return text.trim();
  const visible = SPECIAL.test(text) ? text.replace(ALL_INVISIBLE, '').replace(OUTSIDE_AMOUNTS, ' ') : text;
  return visible.replace(RUNS, ' ').trim();
}
