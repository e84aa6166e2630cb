import type { EventData } from '@newsledger/events';
import type { AuditRow } from './auditRow.ts';

type Outcome = EventData<'OutcomeAudited'>['outcome'];

/** A claim that counts, as far as an audit must know it. Amounts are exact decimals. */
export interface CheckedClaim {
  readonly claim_id: string;
  readonly figure_id: string;
  readonly verdict: string;
  /** Whether the true value lies within what the claim allows; null when no true value is known. */
  readonly allows: boolean | null;
}

/**
 * What a line of an audit proves of each claim. With a true value every claim is judged by it. Without one, a figure that is right proves
 * those who say so right and the others wrong; a figure that is wrong proves nothing of those who say otherwise.
 */
export function judgeClaims(
  { claim, outcome, error }: Pick<AuditRow, 'claim' | 'outcome' | 'error'>,
  claims: readonly CheckedClaim[],
): { claim: CheckedClaim; outcome: Outcome }[] {
  const wrong: Outcome = error === 'extractor' ? 'wrong_extraction' : 'wrong_source';
  return claims.flatMap((checked) => {
    if (checked.allows !== null) return [{ claim: checked, outcome: checked.allows ? 'right' : 'wrong_source' }];
    if (claim !== undefined) return [{ claim: checked, outcome: outcome === 'right' ? 'right' : wrong }];
    const saysSo = checked.verdict !== 'loses';
    if (outcome === 'right') return [{ claim: checked, outcome: saysSo ? 'right' : 'wrong_source' }];
    return saysSo ? [{ claim: checked, outcome: wrong }] : [];
  });
}
