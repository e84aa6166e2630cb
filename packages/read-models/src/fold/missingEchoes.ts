import type { ClaimRow } from './rows.ts';

/** How many echoes of some claims, published on each day, are not among those at hand. */
export function* missingEchoes(
  leaders: readonly ClaimRow[],
  atHand: Iterable<ClaimRow>,
): Generator<{ readonly claim: ClaimRow; readonly day: string; readonly count: number }> {
  const counts = new Map<string, number>();
  const placeOf = (leaderId: string, day: string | undefined) => `${leaderId} ${day}`;
  for (const { echoOf, publishedAt } of atHand) {
    if (echoOf === null) continue;
    const place = placeOf(echoOf, publishedAt?.slice(0, 10));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  for (const claim of leaders)
    for (const [day, all] of claim.echoes?.days ?? []) {
      const count = all - (counts.get(placeOf(claim.claimId, day)) ?? 0);
      if (count > 0) yield { claim, day, count };
    }
}
