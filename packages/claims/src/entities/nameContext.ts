import { joined, type Token } from '../text/tokens.ts';
import { isVerb } from '../text/verbs.ts';
import { organisationNouns } from './data/descriptions.ts';
import { places } from './data/words.ts';

/** `Lumenforge, a start-up that designs chips, said …`: the words behind it say which kind of company it is. */
export function isExplained(tokens: readonly Token[], to: number): boolean {
  if (/ly$/.test(tokens[to - 1]?.lower ?? '') && tokens[to - 1]?.text !== tokens[to - 1]?.text.toUpperCase()) return false;
  if (tokens[to]?.text !== ',' || !/^(?:an?|the)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  for (let i = to + 2; i < to + 8; i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || isVerb(token.lower)) return false;
    if (organisationNouns.has(token.lower)) return true;
  }
  return false;
}

/** `in Loyang, in Singapore's east`, `at Milbourne, Ohio`, `near Milbourne`: where the next words say where it is, it is a place. */
export function isInPlace(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:near|outside)$/.test(before)) return true;
  const behind = tokens[to]?.text === ',' ? to + 1 : to;
  const isFurther = /^(?:in|near|outside)$/.test(tokens[behind]?.lower ?? '');
  if (!/^(?:in|at)$/.test(before) || (behind === to && !isFurther)) return false;
  const next = isFurther ? behind + 1 : behind;
  return places.has(tokens[next]?.text ?? '') || places.has(joined(tokens, next, next + 2));
}
