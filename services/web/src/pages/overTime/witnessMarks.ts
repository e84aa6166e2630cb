import type { ClaimRow } from '@newsledger/read-models';
import { dayOf } from '../times.ts';

/** What was said of a figure on one day, by however many: one mark on a chart, one row of its table. */
export interface WitnessMark {
  /** Of publication, in UTC: `2025-11-03`. */
  readonly day: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly value: string | null;
  /** `yes` carries the reconciled value, `no` contradicts it, `gone` counts no more: corrected, replaced or withdrawn. */
  readonly kind: 'yes' | 'no' | 'gone';
  /** Names of the sources, each once. */
  readonly sources: readonly string[];
  /** Independent origins. What counts no more has none. */
  readonly witnesses: number;
  readonly articles: number;
  /** Why it counts no more, or why it loses. */
  readonly reason: string | null;
}

const KINDS = { winner: 'yes', agrees: 'yes', loses: 'no', superseded: 'gone', withdrawn: 'gone' } as const;

/** The claims of a figure by day, amount and what became of them, the first day first. What is unplaced or has no date is no part of it. */
export function witnessMarks(claims: readonly ClaimRow[]): WitnessMark[] {
  const placed = claims.flatMap((claim) =>
    claim.verdict === 'unplaced' || claim.published_at === null
      ? []
      : [{ claim, day: dayOf(claim.published_at), kind: KINDS[claim.verdict] }],
  );
  const said = Map.groupBy(placed, ({ claim, day, kind }) => JSON.stringify([day, claim.low, claim.high, claim.value, kind]));
  const marks = [...said.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const claimsOf = group.map(({ claim }) => claim);
    const { low, high, value } = first.claim;
    return {
      day: first.day,
      low,
      high,
      value,
      kind: first.kind,
      sources: [...new Set(claimsOf.map(({ source }) => source))],
      witnesses: new Set(claimsOf.flatMap(({ origin_id }) => origin_id ?? [])).size,
      articles: new Set(claimsOf.map(({ article_url }) => article_url)).size,
      reason: first.kind === 'yes' ? null : first.claim.reason,
    };
  });
  return marks.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
