import type { Amount } from '@newsledger/events';
import type { EchoCount } from './echoes/member.ts';
import type { Joined } from './joining/joined.ts';

/**
 * Whether a claim counts. `active`: its article's latest extraction states it. `revised`: a later revision of the article replaced it.
 * `reextracted`: a newer extractor no longer reads it so. `withdrawn`: the article was taken down.
 */
export type Standing = 'active' | 'revised' | 'reextracted' | 'withdrawn';

/** One claim of a figure key, with all that deciding needs to know of its article. Times are ISO instants in UTC. */
export interface KeyClaim {
  readonly claimId: string;
  readonly articleId: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly standing: Standing;
  readonly revision: number;
  readonly amount: Amount;
  /** How probable it is, 0 to 1, that the claim is read right; null when its extractor estimated nothing. */
  readonly certainty: number | null;
  /** Whom the article quotes; null when it speaks for itself. */
  readonly speaker: string | null;
  /** Whether the source publishes a party's own releases, and which parties' they are. */
  readonly isPrimary: boolean;
  readonly speaksFor?: readonly string[];
  readonly publishedAt: string | null;
  /** When this revision was published or changed. */
  readonly statedAt: string | null;
  readonly wireCredit: string | null;
  readonly canonicalUrl: string | null;
  /** 64-bit SimHash of the article's text in 16 hexadecimal digits; null for feed entries. */
  readonly fingerprint: string | null;
  readonly correctionNote: string | null;
  readonly sentence: string;
  /** Why it stands with this figure, when the figure is not the one of its own words. */
  readonly joined?: Joined | null;
  /** Later claims that only echo it, for which it stands too; see `Echoes`. */
  readonly echoes?: EchoCount | null;
}

/** What a person decided. */
export interface Pin {
  readonly value: string;
  readonly by: string;
  readonly reason: string;
}

/** `unplaced`: read with too little certainty to count. */
export type Verdict = 'winner' | 'agrees' | 'loses' | 'superseded' | 'withdrawn' | 'unplaced';

export type Agreement = 'single_source' | 'agreed' | 'agreed_with_outlier' | 'disputed' | 'superseded';

/**
 * Why a claim lost: a usual slip made its number out of the right one; its source habitually measures otherwise; it garbles what it
 * copies; forecasters differ; or none of these.
 */
export type LossKind = 'slip' | 'definition' | 'garbled_copy' | 'rival_forecast' | 'other';

export interface ClaimVerdict {
  readonly claimId: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Null for claims that don't lose. */
  readonly kind: LossKind | null;
  /** Null for claims that don't count. */
  readonly originId: string | null;
}
