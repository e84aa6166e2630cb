import { plain } from './exampleClaims.ts';
import type { FigureKey } from './figureKey.ts';
import type { KeyClaim, Pin } from './keyClaim.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

/** A case as an auditor would write it down. */
export interface ReconcilingCase {
  readonly name: string;
  readonly key?: FigureKey;
  readonly pin?: Pin;
  readonly claims: readonly KeyClaim[];
  /** Value, low, high in short (`38bn`; null is none, or an open end), and the agreement. */
  readonly comesTo: readonly [string | null, string | null, string | null, string | null];
  /** One for each claim, in their order. */
  readonly verdicts: string;
}

/** What reconciling makes of a case, and what it should. */
export function tryCase({ key = dealValueKey, pin, claims, comesTo, verdicts }: ReconcilingCase) {
  const result = reconcile(key, claims, { pin: pin ?? null });
  const verdictOf = new Map(result.verdicts.map(({ claimId, verdict }) => [claimId, verdict]));
  const [value, low, high, agreement] = comesTo;
  return {
    actual: {
      value: result.value,
      low: result.low,
      high: result.high,
      agreement: result.agreement,
      verdicts: claims.map(({ claimId }) => verdictOf.get(claimId)).join(' '),
    },
    expected: { value: plain(value), low: plain(low), high: plain(high), agreement, verdicts },
  };
}
