import type { ClaimJudgement, Correction, Deal, Evidence, Figure, MisreadField } from '@newsledger/events';
import type { EchoCount, FigureKey, Joined, Pin, Standing, Verdict } from '@newsledger/reconcile';

/** Rows of the private tables as the fold holds them in memory. Times are ISO instants in UTC, days are ISO days. */

export interface SourceRow {
  readonly sourceId: string;
  readonly name: string;
  readonly url: string;
  readonly kind: string | null;
  readonly primaryFor: readonly string[];
  readonly everySeconds: number;
  readonly declaredBy: string;
  /** The declared address, when permanent redirects led elsewhere. */
  readonly movedFrom: string | null;
  readonly retiredAt: string | null;
  readonly removedAt: string | null;
  readonly degradedSince: string | null;
  readonly degradedReason: string | null;
  readonly degradedStatus: number | null;
  readonly registeredAt: string;
  readonly changedAt: string;
}

export interface ArticleRow {
  readonly articleId: string;
  readonly sourceId: string;
  readonly url: string;
  readonly canonicalUrl: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly wireCredit: string | null;
  readonly correctionNote: string | null;
  readonly paywalled: boolean;
  readonly fingerprint: string | null;
  readonly wordCount: number | null;
  /** 0 until a page was captured. */
  readonly revision: number;
  readonly unavailableReason: string | null;
  readonly withdrawnReason: string | null;
  readonly discoveredAt: string;
  readonly capturedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly activeRevision: number | null;
  readonly activeExtractor: number | null;
  readonly extractedAt: string | null;
  readonly openExtraction: OpenExtraction | null;
}

/** Claim ids of the parts of an extraction that have come. */
interface OpenExtraction {
  readonly revision: number;
  readonly extractor: number;
  readonly claimIds: readonly string[];
}

export interface RevisionRow {
  readonly articleId: string;
  readonly revision: number;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly wireCredit: string | null;
  readonly correctionNote: string | null;
  readonly captureHash: string;
  readonly textHash: string;
  readonly fingerprint: string;
  readonly wordCount: number;
  readonly recordedAt: string;
}

/** What a person found when he compared a claim with its article. */
export interface Judged {
  /** The claim that was looked at: this one, or one of the same article that was read the same in the same sentence. */
  readonly claimId: string;
  readonly judgement: ClaimJudgement;
  readonly field: MisreadField | null;
  readonly correction: Correction | null;
  readonly by: string;
  readonly reason: string;
  readonly judgedAt: string;
  /** Place of the event in the log; as a number, since JSON keeps it. */
  readonly position: number;
}

interface ClaimBase {
  readonly claimId: string;
  readonly articleId: string;
  readonly sourceId: string;
  readonly revision: number;
  readonly extractorName: string;
  readonly extractorVersion: number;
  readonly names: readonly string[];
  readonly dealClaimId: string | null;
  /** 0 to 1; null when the extractor estimated none. */
  readonly certainty: number | null;
  readonly sentence: string;
  /** Only of claims of the batch at hand: the fold doesn't need it again. */
  readonly evidence: Evidence | null;
  readonly position: bigint;
  readonly recordedAt: string;
  // What is known once the extraction is complete, and what is decided; these change.
  judged: Judged | null;
  articleTitle: string | null;
  publishedAt: string | null;
  statedAt: string | null;
  wireCredit: string | null;
  canonicalUrl: string | null;
  fingerprint: string | null;
  correctionNote: string | null;
  standing: Standing | 'pending';
  figureId: string | null;
  dealBucket: string | null;
  dealId: string | null;
  originId: string | null;
  isPrimary: boolean;
  verdict: Verdict | null;
  reason: string | null;
  /** The claim that this one only echoes: what is decided of its echoes is decided of it. See `Echoes` of the package reconcile. */
  echoOf: string | null;
  /** Whether its text leads to no claim of the same figure or deals that says anything else; null where nobody looked for echoes. */
  lone: boolean | null;
  /** Of an echo whose leader's text has another address, or another fingerprint: its own, by which it is found. */
  ownUrl: string | null;
  ownFingerprint: string | null;
  /** Its echoes, up to date while the state is at hand; null without echoes. What is decided of them follows. */
  echoes: EchoCount | null;
  echoVerdict: Verdict | null;
  /** With the place for how much later something replaced each of them, where that is said. */
  echoReason: string | null;
  echoReplacedAt: string | null;
}

export interface FigureClaimRow extends ClaimBase {
  readonly kind: 'figure';
  readonly content: Figure;
  /** The family of types of the deal that its text tells it with. */
  dealFamily: string | null;
  /** Where its figure is chosen, as `neighboursOf` says by today's names. */
  neighbours: readonly string[];
  /** Why it stands with another figure than that of its own words. */
  joined: Joined | null;
}

export interface DealClaimRow extends ClaimBase {
  readonly kind: 'deal';
  readonly content: Deal;
}

export type ClaimRow = FigureClaimRow | DealClaimRow;

/** What the fold must know of a figure that it may change; `shown` is a hash of all that users see of it. */
export interface FigureState {
  readonly figureId: string;
  readonly identity: FigureKey;
  readonly firstRecorded: string;
  readonly shown: string;
}

export interface PinRow extends Pin {
  readonly figureId: string;
  readonly unit: string;
  readonly pinnedAt: string;
}

export interface FigureRow extends FigureKey {
  readonly figureId: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly live: boolean;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly agreement: string | null;
  readonly confidence: string | null;
  readonly claimCount: number;
  readonly independentSources: number;
  readonly firstReported: string | null;
  readonly firstRecorded: string;
  readonly lastChanged: string;
  readonly explanation: string;
  readonly why: unknown;
  readonly pinned: boolean;
  readonly shown: string;
}

export interface DealState {
  readonly dealId: string;
  readonly bucket: string;
  readonly live: boolean;
  readonly firstRecorded: string;
  readonly shown: string;
}

export interface StageRow {
  readonly status: string;
  readonly reported_on: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly value_definition: string | null;
  readonly claim_count: number;
}

export interface DealRow {
  readonly dealId: string;
  readonly bucket: string;
  readonly live: boolean;
  readonly type: string;
  readonly title: string;
  readonly parties: readonly { readonly role: string; readonly entity: string; readonly parent: string | null }[];
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly valueDefinition: string | null;
  readonly termYears: string | null;
  readonly status: string;
  readonly announcedOn: string | null;
  readonly agreement: string | null;
  readonly claimCount: number;
  readonly independentSources: number;
  readonly stages: readonly StageRow[];
  readonly firstReported: string | null;
  readonly firstRecorded: string;
  readonly lastChanged: string;
  readonly explanation: string;
  readonly shown: string;
}

/** The event that caused a change. */
export interface Cause {
  readonly position: bigint;
  readonly eventId: string;
  readonly eventType: string;
  readonly changedAt: string;
  /** What the event said, in words for people. */
  readonly cause: string;
  /** The article that it is about. */
  readonly articleId: string | null;
}

export interface NameRow {
  readonly name: string;
  readonly entity: string;
  readonly kind: 'alias' | 'merge';
  readonly decidedBy: string;
  readonly decidedAt: string;
}

export interface EntityRow {
  readonly entity: string;
  readonly kind: string | null;
  readonly parent: string | null;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly describedBy: string;
  readonly describedAt: string;
}

export interface AuditRow {
  readonly claimId: string;
  readonly figureId: string;
  readonly outcome: string;
  readonly evidence: string;
  readonly auditedAt: string;
  readonly evidenceUrl: string | null;
  readonly trueValue: string | null;
  readonly by: string | null;
  readonly position: bigint;
}

export interface ReliabilityRow {
  readonly sourceId: string;
  readonly measureClass: string;
  readonly epoch: number;
  readonly rightCount: number;
  readonly wrongCount: number;
  readonly misreadCount: number;
  /** In thousandths of an unknown source's vote. */
  readonly weight: number;
  readonly closedAt: string;
}

export interface ExtractorReliabilityRow {
  readonly extractor: string;
  readonly measureClass: string;
  readonly epoch: number;
  readonly rightCount: number;
  readonly wrongCount: number;
  readonly closedAt: string;
}

export interface CopyGroupRow {
  readonly sourceId: string;
  readonly groupId: string;
  readonly epoch: number;
  readonly comparisons: number;
  readonly shared: number;
}

export interface HabitRow {
  readonly measure: string;
  readonly sourceId: string;
  readonly epoch: number;
}

export interface RateRow {
  readonly rateDate: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly source: string;
  readonly recordedAt: string;
  readonly position: bigint;
}
