import type { FigureStatus } from '@newsledger/events';

/** What a claim does not say of the figure that it stands with; `day` where it names only the month. */
export type LackingField = 'counterparty' | 'definition' | 'period' | 'day';

/** Why a claim stands with a figure whose key is not its own. */
export interface Joined {
  readonly lacks: readonly LackingField[];
  /** It makes the other party of the deal the subject. */
  readonly swapped: boolean;
  /** It names another investor of the same round. */
  readonly otherInvestor: boolean;
  /** What it called the deal before that was agreed; null when it tells the figure's own status. */
  readonly before: FigureStatus | null;
}

/** One who says all that makes the figure is a full witness, whichever party he begins with or names beside it. */
export function isFullWitness(joined: Joined | null | undefined): boolean {
  return joined == null || (joined.lacks.length === 0 && joined.before === null);
}

/** `It names no counterparty: it stands with the only figure of its time that agrees with it in all else.` */
export function joinedWords({ lacks, swapped, otherInvestor, before }: Joined): string {
  const words: string[] = [];
  if (swapped) words.push('It makes the other party of the deal the subject.');
  if (otherInvestor) words.push('It names another investor of the same round.');
  if (lacks.length > 0)
    words.push(`It names no ${lacks.join(' and no ')}: it stands with the only figure of its time that agrees with it in all else.`);
  if (before !== null) words.push(`It told of ${STAGE_WORDS[before] ?? before} before the deal was agreed.`);
  return words.join(' ');
}

const STAGE_WORDS: Readonly<Partial<Record<FigureStatus, string>>> = { rumoured: 'a rumour', talks: 'talks', planned: 'a plan' };
