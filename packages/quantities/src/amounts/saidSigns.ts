import type { Tokens } from '../tokens/tokens.ts';

/** What is lost, used or missing: accountants put the amount in parentheses, though the word has said the sign. */
const lossWords = new Set('loss losses deficit deficits outflow outflows shortfall used decrease decline reduction'.split(' '));

/** What parentheses turn into its contrary. */
const gainWords = new Set(
  'income profit profits earnings ebitda ebit result results margin margins flow flows inflow inflows provided benefit gain gains contribution change cash'.split(
    ' ',
  ),
);

/** Between the word and the amount one of these tells a sentence from a line of a table. */
const joiningWords = new Set(
  'of was were is to at or and totaled totalled reached widened narrowed grew rose fell came in from reported'.split(' '),
);

/** `net loss attributable to common shareholders for the second quarter of`, and some more. */
const MAX_TOKENS = 16;

/**
 * `net loss of $(12.3) million` is a loss of 12.3, `income of $(12.3) million` an income of −12.3: true where the words before the token
 * `first` have said the sign that the parentheses repeat. Where they leave both open (`income (loss) of`) the parentheses are the sign.
 */
export function saysLoss(tokens: Tokens, first: number): boolean {
  let isJoined = false;
  for (let at = first - 1; at >= first - MAX_TOKENS; at -= 1) {
    const { kind, text, lower, gap } = tokens.at(at);
    if (kind === 'break' || text === ';' || (text === '.' && tokens.at(at + 1).gap && !gap)) return false;
    isJoined ||= joiningWords.has(lower);
    if (lossWords.has(lower)) return isJoined && !isOneOfTwo(tokens, at);
    if (gainWords.has(lower) && !/^tax(?:es)?$/.test(tokens.lower(at + 1))) return false;
  }
  return false;
}

/** `income (loss)`, `loss (income)`, `profit or loss`, `gain/loss`. */
function isOneOfTwo(tokens: Tokens, at: number): boolean {
  const open = tokens.at(at - 1).text === '(' ? at - 2 : at - 1;
  const before = tokens.lower(open);
  const isBehindGain = gainWords.has(before) && open < at - 1;
  const isJoined = (before === 'or' || before === 'and' || before === '/') && gainWords.has(tokens.lower(open - 1));
  const isBeforeGain = /^[/(]$/.test(tokens.at(at + 1).text) && gainWords.has(tokens.lower(at + 2));
  return isBehindGain || isJoined || isBeforeGain;
}
