import { PLACED_FROM, RULE } from './constants.ts';
import type { ClaimVerdict, KeyClaim } from './keyClaim.ts';

/**
 * Whether a claim takes part in the tables: it is read with at least so much certainty, or by an extractor that estimated none.
 * @param placedFrom the least certainty that counts, 0 to 1.
 */
export function isPlaced(certainty: number | null, placedFrom: number = PLACED_FROM): boolean {
  return certainty === null || certainty >= placedFrom;
}

/** The rule version: the rules, and from which certainty on claims count. */
export function ruleOf(placedFrom: number): string {
  return `${RULE}, placed from ${placedFrom}`;
}

/** What becomes of a claim that is not placed: it stays visible, and votes for nothing. `found` is why a person took it out. */
export function judgeUnplaced(
  { claimId, standing, certainty, found = null }: Pick<KeyClaim, 'claimId' | 'standing' | 'certainty'> & { readonly found?: string | null },
  placedFrom: number,
): ClaimVerdict {
  const judged = (verdict: ClaimVerdict['verdict'], reason: string) => ({ claimId, verdict, reason, kind: null, originId: null });
  if (standing === 'withdrawn') return judged('withdrawn', 'The article was withdrawn.');
  if (standing === 'reextracted') return judged('withdrawn', 'A newer extractor no longer reads it so.');
  if (standing === 'revised') return judged('superseded', 'A later revision of the article replaced it.');
  if (found !== null) return judged('unplaced', found);
  return judged('unplaced', `Perhaps misread: its certainty is ${certainty}, and claims count from ${placedFrom} on.`);
}
