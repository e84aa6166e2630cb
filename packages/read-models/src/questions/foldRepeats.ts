import { isSentence } from '@newsledger/reconcile';
import type { ClaimRow } from './listClaims.ts';

export interface RepeatedClaim {
  readonly claim: ClaimRow;
  /** How often the article says it. */
  readonly times: number;
}

/** What one article says several times, with one verdict, stands once, in its fullest sentence. */
export function foldRepeats(claims: readonly ClaimRow[]): RepeatedClaim[] {
  const said = Map.groupBy(claims, ({ article_url, low, high, verdict, reason, speaker, origin_id }) =>
    JSON.stringify([article_url, low, high, verdict, reason, speaker, origin_id]),
  );
  return [...said.values()].flatMap((again) => {
    const [claim] = again.toSorted(
      (a, b) => Number(isSentence(b.sentence)) - Number(isSentence(a.sentence)) || b.sentence.length - a.sentence.length,
    );
    return claim === undefined ? [] : [{ claim, times: again.length }];
  });
}
