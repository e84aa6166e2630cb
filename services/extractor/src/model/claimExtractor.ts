import type { ArticleText, Extraction } from '@newsledger/claims';
import type { ExtractorIdentity } from '../claimEvents.ts';

/** Whoever finds claims in a text besides the rules. */
export interface ClaimExtractor {
  /** Written into each of its claims. */
  readonly identity: ExtractorIdentity;
  /**
   * The claims that it finds and the text bears out; none when it can't be asked now. Trouble is logged, never thrown, so that the rules'
   * claims always stand.
   * @param about ids for the log.
   */
  extract(article: ArticleText, about: { readonly articleId: string; readonly revision: number }, signal: AbortSignal): Promise<Extraction>;
}
