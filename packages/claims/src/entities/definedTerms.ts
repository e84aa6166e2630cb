import type { Token } from '../text/tokens.ts';
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
function definedTerms(tokens: readonly Token[], { to, kind }: Mention): readonly string[] {
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
    const term = tokens
      .slice(i + 1, end)
      .map(({ text }) => text)
      .join(' ');
    if (/^["”]$/.test(tokens[end]?.text ?? '') && /^\p{Lu}/u.test(term)) terms.push(term);
    i = end;
  }
  return terms;
}

/** Whom each defined term of a text stands for. */
export type Terms = Map<string, Mention>;

/** Words that a defined term has at most. */
const LONGEST = 4;

/**
 * The mentions of a sentence with those that defined terms make: `Parent will acquire the Company`. What the sentence defines itself is
 * added to `terms`, and holds from there on.
 */
export function withTerms(mentions: readonly Mention[], tokens: readonly Token[], terms: Terms): Mention[] {
  for (const mention of mentions) for (const term of definedTerms(tokens, mention)) if (!terms.has(term)) terms.set(term, mention);
  if (terms.size === 0) return [...mentions];
  const found: Mention[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!tokens[from]?.capital) continue;
    for (let to = Math.min(tokens.length, from + LONGEST); to > from; to--) {
      const meant = terms.get(
        tokens
          .slice(from, to)
          .map(({ text }) => text)
          .join(' '),
      );
      if (meant === undefined) continue;
      const { entity, kind } = meant;
      found.push({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, from, to, entity, kind, form: 'short' });
      from = to - 1;
      break;
    }
  }
  const rest = mentions.filter((mention) => !found.some(({ from, to }) => from < mention.to && mention.from < to));
  return [...rest, ...found].sort((a, b) => a.start - b.start);
}
