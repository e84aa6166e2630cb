import type { Token } from '../text/tokens.ts';
import { isVerb } from '../text/verbs.ts';

/** What a whole market has or is, behind its name in the singular: `data-centre demand`. */
const OF_MARKETS = new Set(
  'demand capacity market markets industry sector power electricity energy spending growth boom construction investment investments consumption use load buildout build-out operators'.split(
    ' ',
  ),
);

/** In front of single members of a market. */
const SINGLING = new Set(
  "a an its their his her our my this that these those each every another one two three four five six seven eight nine ten dozen dozens several hundreds thousands 's".split(
    ' ',
  ),
);

/** Markets whose names are also what their members are called. */
const NAMED_AS_MEMBERS = new Set(['Data centres', 'US data centres', 'AI servers']);

/** Whether tokens `[from, to)` name a whole kind of thing: `data centres use`, and not `3 data centres` or `a data centre campus`. */
export function isWholeMarket(entity: string, tokens: readonly Token[], from: number, to: number): boolean {
  if (!NAMED_AS_MEMBERS.has(entity)) return true;
  // `A top AI server costs …`: the one stands for its kind.
  if (entity === 'AI servers' && tokens[from - 1]?.lower === 'a' && isVerb(tokens[to]?.lower ?? '')) return true;
  if (OF_MARKETS.has(tokens[to]?.lower ?? '')) return !singledOut(tokens, from, true);
  return tokens[to - 1]?.lower.endsWith('s') === true && !singledOut(tokens, from, false);
}

/** A number, article or possessor stands before the name and its adjectives; `the demand of a market` has an article as well. */
function singledOut(tokens: readonly Token[], from: number, isCompound: boolean): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') return false;
    if (token.kind === 'number' && !/^(?:19|20)\d\d$/.test(token.text)) return true;
    if (token.lower === 'that' && tokens[from - 1] === token) return false;
    if (SINGLING.has(token.lower)) return !(isCompound && /^(?:an?|this|that|another)$/.test(token.lower));
    if (isVerb(token.lower) || /^(?:of|in|for|by|to|from|with|at|on|and|or|the|than|as|that)$/.test(token.lower)) return false;
  }
  return false;
}
