import type { ClaimRow, Judged } from './rows.ts';

/** What a judgement says of a claim: `right`, `misread (its subject)`, `wrong in the article itself`. */
export function judgementWords({ judgement, field }: Pick<Judged, 'judgement' | 'field'>): string {
  if (judgement === 'right') return 'right';
  if (judgement === 'wrong_source') return 'wrong in the article itself';
  if (field === null) return 'misread';
  return field === 'claim' ? 'misread (it states no such thing)' : `misread (its ${field})`;
}

/** Why a person's judgement keeps a claim from counting; null when nobody judged it. */
export function foundWords({ judged }: Pick<ClaimRow, 'judged'>): string | null {
  return judged === null ? null : `${judged.by} judged it ${judgementWords(judged)}: ${judged.reason}`;
}
