import { compareIds } from '../compareIds.ts';
import { MIN_COPIED_SENTENCE_LENGTH } from '../constants.ts';
import { isSentence } from '../interval.ts';
import type { KeyClaim } from '../keyClaim.ts';
import { areLinked } from './textLinks.ts';

/** What finding echoes looks at of a claim. */
export interface EchoSubject {
  readonly claimId: string;
  readonly articleId: string;
  readonly sourceId: string;
  /**
   * Equal for claims that deciding can't tell apart but by when they were published, by their articles and by how surely they were read; null
   * for a claim that always speaks for itself.
   */
  readonly saying: string | null;
  /** ISO instant; of equals the smaller ids count as earlier. */
  readonly publishedAt: string;
  /** Place in the log, where what came first matters; a claim echoes none that was recorded later. */
  readonly recorded: bigint | null;
  /** 0 to 1. */
  readonly certainty: number;
  /** What ties claims to one origin wherever both count: a party's release, a long sentence. */
  readonly ties: readonly string[];
  /** The credited agency in lower case. */
  readonly wire: string | null;
  /** The agency that it would be of if its publisher were one, in lower case. */
  readonly agency: string;
  readonly canonicalUrl: string | null;
  readonly fingerprint: string | null;
}

/**
 * @param further what else must be equal for two claims to say the same.
 */
export function echoSubjectOf(claim: KeyClaim, further: string | null = null, recorded: bigint | null = null): EchoSubject {
  const { amount, speaksFor = [], wireCredit, sourceName } = claim;
  const longSentence = claim.sentence.length >= MIN_COPIED_SENTENCE_LENGTH ? claim.sentence : null;
  const speaksForItself = claim.standing !== 'active' || claim.correctionNote !== null || claim.publishedAt === null;
  const ties = claim.isPrimary ? speaksFor.map((name) => `party:${name}`) : [];
  if (longSentence !== null) ties.push(`sentence:${longSentence}`);
  return {
    claimId: claim.claimId,
    articleId: claim.articleId,
    sourceId: claim.sourceId,
    saying: speaksForItself
      ? null
      : JSON.stringify([
          claim.sourceId,
          amount.value,
          amount.low,
          amount.high,
          amount.hedge,
          claim.speaker,
          // A speaker's own correction replaces what was quoted before it: when it was quoted counts.
          claim.speaker !== null && !claim.isPrimary ? claim.publishedAt : null,
          wireCredit,
          claim.isPrimary,
          speaksFor,
          claim.joined ?? null,
          longSentence ?? isSentence(claim.sentence),
          further,
        ]),
    publishedAt: claim.publishedAt ?? '9',
    recorded,
    certainty: claim.certainty ?? 1,
    ties,
    wire: wireCredit?.toLowerCase() ?? null,
    agency: (wireCredit ?? sourceName).toLowerCase(),
    canonicalUrl: claim.canonicalUrl,
    fingerprint: claim.fingerprint,
  };
}

/** Whether two claims are one origin's in every set of claims that has both, by what their texts have in common. */
export function areTied(a: EchoSubject, b: EchoSubject): boolean {
  return (
    (a.wire !== null && a.wire === b.agency) ||
    (b.wire !== null && b.wire === a.agency) ||
    areLinked(a, b) ||
    (a.ties.length > 0 && a.ties.some((tie) => b.ties.includes(tie)))
  );
}

/** Order of publication. */
export function isBefore(a: EchoSubject, b: EchoSubject): boolean {
  return a.publishedAt < b.publishedAt || (a.publishedAt === b.publishedAt && compareIds(a, b) < 0);
}

export function isSameSubject(a: EchoSubject, b: EchoSubject): boolean {
  return (
    a.saying === b.saying &&
    a.certainty === b.certainty &&
    a.publishedAt === b.publishedAt &&
    a.claimId === b.claimId &&
    a.articleId === b.articleId &&
    a.sourceId === b.sourceId &&
    a.recorded === b.recorded &&
    a.wire === b.wire &&
    a.agency === b.agency &&
    a.canonicalUrl === b.canonicalUrl &&
    a.fingerprint === b.fingerprint &&
    a.ties.join('\n') === b.ties.join('\n')
  );
}
