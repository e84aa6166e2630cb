import type { Tokens } from '../tokens/tokens.ts';

/** Nothing but the end of a sentence or paragraph stands at this token. */
export function endsSentence(tokens: Tokens, at: number): boolean {
  const token = tokens.at(at);
  if (token.kind === 'break') return true;
  return (
    !token.gap &&
    (token.text === '?' || token.text === '!' || (token.text === '.' && (tokens.at(at + 1).gap || tokens.at(at + 1).kind === 'break')))
  );
}
