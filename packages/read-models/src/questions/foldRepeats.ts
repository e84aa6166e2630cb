import type { ClaimRow } from './listClaims.ts';

export interface RepeatedClaim {
  readonly claim: ClaimRow;
  /** How often the article says it. */
  readonly times: number;
}

/** What one article says several times, with one verdict, stands once: where it was first. */
export function foldRepeats(claims: readonly ClaimRow[]): RepeatedClaim[] {
  const said = Map.groupBy(claims, ({ article_url, low, high, verdict, reason, speaker, origin_id }) =>
    JSON.stringify([article_url, low, high, verdict, reason, speaker, origin_id]),
  );
  return [...said.values()].flatMap(([claim, ...again]) => (claim === undefined ? [] : [{ claim, times: 1 + again.length }]));
}
