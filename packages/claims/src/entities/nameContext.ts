import { joined, type Token } from '../text/tokens.ts';
import { isVerb } from '../text/verbs.ts';
import { organisationNouns } from './data/descriptions.ts';
import { places } from './data/words.ts';

/** `Lumenforge, a start-up that designs chips, said …`: the words behind it say which kind of company it is. */
export function isExplained(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.text !== ',' || !/^(?:an?|the)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  for (let i = to + 2; i < to + 8; i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || isVerb(token.lower)) return false;
    if (organisationNouns.has(token.lower)) return true;
  }
  return false;
}

/** `in Loyang, in Singapore's east`, `at Milbourne, Ohio`: where the next words say where it is, it is a place. */
export function isInPlace(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^(?:in|at|near|outside)$/.test(tokens[from - 1]?.lower ?? '') || tokens[to]?.text !== ',') return false;
  const next = /^(?:in|near|outside)$/.test(tokens[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  return places.has(tokens[next]?.text ?? '') || places.has(joined(tokens, next, next + 2));
}
