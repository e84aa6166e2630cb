import type { Token } from '../text/tokens.ts';

/** The tokens of one sentence, what its words may be signs of, and whether it is the title. */
export interface TokenisedSentence {
  readonly tokens: readonly Token[];
  readonly hints: number;
  readonly headline: boolean;
}
