import type { Token } from '../text/tokens.ts';
import { isVerb } from '../text/verbs.ts';
import type { Mention } from './mention.ts';

/** `its services, which include Apple Music, the App Store and iCloud, …`: members of a list of examples are not what the text goes on about. */
export function isExample(tokens: readonly Token[], { from }: Mention): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 14); i--) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (/^(?:includ(?:e|es|ed|ing)|like)$/.test(token.lower) || (token.lower === 'as' && tokens[i - 1]?.lower === 'such')) return true;
    if (token.text === token.lower && !/^(?:,|and|or|the|\.)$/.test(token.lower)) return false;
  }
  return false;
}

/** `Rival Lowe's was lower, too`: whom the text compares with is not what it goes on about. */
export function isAside(tokens: readonly Token[], { from }: Mention): boolean {
  return /^(?:rivals?|competitors?|peers?|fellow)$/.test(tokens[from - 1]?.lower ?? '');
}

/** `LOW LOWE'S COMPANIES INC. 113.40 -1.62 -1.41%`: a row of prices beside the text is not what the text is about. */
export function isQuoteRow(tokens: readonly Token[]): boolean {
  if (tokens.length >= 20) return false;
  let prices = 0;
  for (const { kind, text } of tokens) if (kind === 'number' && /^\d[\d,]*\.\d\d$/.test(text)) prices++;
  return prices >= 2 && !tokens.some(({ lower }) => isVerb(lower));
}

/** Cells stand between bars. */
export function isTableRow(tokens: readonly Token[]): boolean {
  let bars = 0;
  for (const { text } of tokens) if (text === '|') bars++;
  return bars >= 2;
}
