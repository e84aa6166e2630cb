import type { Tokens } from '../tokens/tokens.ts';
import { isUsualYear } from '../typed/calendar.ts';
import { currencySymbols } from './currencyTable.ts';
import { type CurrencyBefore, moneyOf, readCurrencyBefore } from './readCurrency.ts';
import type { UnitReading } from './readUnit.ts';
import { scaleBeforeSign, scaleBehindCode, scaledCodeOf } from './scaledCodes.ts';

/** A currency before a number with the scale that it carries; null where nobody can tell how much its letters stand for. */
export interface LeadingCurrency extends CurrencyBefore {
  readonly scale: number | null;
}

/** Reads `MSEK`, `SEKm`, `M€`, `$m`, `EUR million` ending right before the number `at`. Before a year it heads a column of a table. */
export function readScaledCurrencyBefore(tokens: Tokens, at: number): LeadingCurrency | null {
  const last = tokens.at(at - 1);
  if (last.kind === 'symbol') return readSign(tokens, at - 1);
  if (last.kind !== 'word') return null;
  const word = scaledCodeOf(last.text);
  if (word !== null && isUsualYear(tokens.at(at).text)) return null;
  if (word !== null) return { unit: moneyOf(word.code), first: at - 1, scale: word.scale };
  const scale = scaleBehindCode(last.text);
  if (scale === null || isUsualYear(tokens.at(at).text)) return null;
  const isAttached = tokens.isAttached(at - 1);
  const before = isAttached === (tokens.at(at - 2).kind === 'symbol') ? readCurrencyBefore(tokens, at - 1) : null;
  return before === null ? null : { ...before, scale };
}

/** `M€ 12`, `k$ 50`. */
function readSign(tokens: Tokens, signAt: number): LeadingCurrency | null {
  const letter = tokens.at(signAt - 1);
  if (letter.kind !== 'word' || !tokens.isAttached(signAt)) return null;
  const scale = scaleBeforeSign(letter.text);
  const code = currencySymbols.get(tokens.at(signAt).text);
  return scale === null || code === undefined ? null : { unit: moneyOf(code), first: signAt - 1, scale };
}

/** Reads `MUSD`, `USDm`, `mnSEK`, `Mkr`, `M€` behind a number; `scale` null where nobody can tell how much the letters stand for. */
export function readScaledCurrencyAfter(tokens: Tokens, at: number): (UnitReading & { readonly scale: number | null }) | null {
  const { kind, text } = tokens.at(at);
  if (kind !== 'word') return null;
  const word = scaledCodeOf(text);
  if (word !== null) return { unit: moneyOf(word.code), next: at + 1, scale: word.scale };
  const sign = tokens.at(at + 1);
  const code = sign.kind === 'symbol' && !sign.gap ? currencySymbols.get(sign.text) : undefined;
  if (code === undefined || (tokens.isNumber(at + 2) && tokens.isAttached(at + 2))) return null;
  const scale = scaleBeforeSign(text);
  return scale === null ? null : { unit: moneyOf(code), next: at + 2, scale };
}
