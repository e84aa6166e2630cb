import type { Token } from '../text/tokens.ts';
import { legalForms, namesWithin, notNames, organisationWords } from './data/words.ts';

/** `First Defiance Financial`, `American Water Works`: such a word opens a name that ends as names of organisations do. */
export function endOfGrandName(tokens: readonly Token[], from: number): number | null {
  if (!namesWithin.has(tokens[from]?.text ?? '')) return null;
  let to = from + 1;
  while (isNamePart(tokens, to)) to++;
  const last = tokens[to - 1]?.text ?? '';
  return to - from > 1 && (organisationWords.has(last) || legalForms.has(last)) ? to : null;
}

/** `Arizona Public Service`, `China Harbour Group`: a place that goes on as names of organisations end is one. */
export function endOfPlaceName(tokens: readonly Token[], at: number): number | null {
  let to = at;
  while (isNamePart(tokens, to)) to++;
  const last = tokens[to - 1]?.text ?? '';
  return to > at && (organisationWords.has(last) || legalForms.has(last)) ? to : null;
}

export function isNamePart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !token.capital || !adjacent(tokens, at)) return false;
  return !notNames.has(token.text) || legalForms.has(token.text) || organisationWords.has(token.text);
}

export function stripLegalForm(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && legalForms.has(tokens[end - 1]?.text ?? '')) end--;
  return end;
}

export function skipLegalForm(tokens: readonly Token[], at: number): number {
  let end = at;
  if (tokens[end]?.text === ',' && legalForms.has(tokens[end + 1]?.text ?? '')) end++;
  while (legalForms.has(tokens[end]?.text ?? '')) end++;
  if (end === at || (end === at + 1 && tokens[at]?.text === ',')) return at;
  return skipDot(tokens, end);
}

/** The full stop of `Ltd.` is part of the name unless it ends the sentence. */
export function skipDot(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === '.' && tokens[at]?.start === tokens[at - 1]?.end && at + 1 < tokens.length ? at + 1 : at;
}

/** `(OTC: DSBX)`: where a share trades names nobody. */
export function isTicker(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text === ':') return /^[([]$/.test(tokens[at - 1]?.text ?? '') && /^[\p{Lu}\d]/u.test(tokens[at + 2]?.text ?? '');
  // `Nasdaq Composite COMP, -0.37%`
  return (
    tokens[at + 1]?.text === ',' &&
    /^[-+−]$/.test(tokens[at + 2]?.text ?? '') &&
    tokens[at + 4]?.text === '%' &&
    /^\p{Lu}{1,5}$/u.test(tokens[at]?.text ?? '')
  );
}

/** The `Carolina-based` behind `North`: the two name a place. */
export function isPlaceAdjective(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text !== token.lower && /-(?:based|listed|born)$/.test(token.text);
}

/** The comma behind `Malmö` in `Malmö, Sweden-based`. */
export function isTown(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== ',') return false;
  const next = tokens[at + 1];
  return isPlaceAdjective(next) || (next?.capital === true && isPlaceAdjective(tokens[at + 2]));
}

export function adjacent(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) <= 1;
}
