import { joined, type Token } from '../text/tokens.ts';
import { legalForms } from './data/words.ts';
import type { Mention } from './mention.ts';

/** So many tokens may stand between a name and the bracket that defines a word for it: `, a Delaware corporation (the "Company")`. */
const APPOSITION = 14;

const NONE: readonly string[] = [];

function hasBracket(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, tokens.length); i++) if (tokens[i]?.text === '(') return true;
  return false;
}

/** Words behind which somebody else is named. */
const OTHERS = new Set(['and', 'with', 'by', 'of']);

/** Words that brackets in quotation marks define for a name, as contracts and filings do: `(the "Company")`, `("Parent" or "Halden")`. */
export function definedTerms(tokens: readonly Token[], { to, kind }: Mention): readonly string[] {
  if (kind !== 'organisation' && kind !== 'person') return NONE;
  if (!hasBracket(tokens, to, to + APPOSITION + 1)) return NONE;
  let open = to;
  while (open < Math.min(to + APPOSITION, tokens.length) && tokens[open]?.text !== '(') {
    const isStop = tokens[open]?.text === '.' && !legalForms.has(tokens[open - 1]?.text ?? '');
    if (isStop || tokens[open]?.text === ';' || OTHERS.has(tokens[open]?.lower ?? '')) return [];
    open++;
  }
  if (tokens[open]?.text !== '(') return [];
  const terms: string[] = [];
  for (let i = open + 1; i < Math.min(open + 16, tokens.length) && tokens[i]?.text !== ')'; i++) {
    if (!/^["“]$/.test(tokens[i]?.text ?? '')) continue;
    let end = i + 1;
    while (end < Math.min(i + 5, tokens.length) && !/^["”]$/.test(tokens[end]?.text ?? '')) end++;
    const term = joined(tokens, i + 1, end);
    if (/^["”]$/.test(tokens[end]?.text ?? '') && /^\p{Lu}/u.test(term)) terms.push(term);
    i = end;
  }
  return terms;
}
