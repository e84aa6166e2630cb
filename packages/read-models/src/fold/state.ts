import { canonicalJson } from '@newsledger/events';
import {
  dealBucketOf,
  type FigureKey,
  figureIdOf,
  figureKeyOf,
  isPlaced,
  joinKeys,
  neighboursOf,
  PLACED_FROM,
  type Placement,
  type ReconcileOptions,
  sourceWeight,
} from '@newsledger/reconcile';
import { dayOf } from './dealStages.ts';
import { NO_ECHOES } from './echoColumns.ts';
import { KeyClaims } from './keyClaims.ts';
import { NO_AMOUNT } from './noAmount.ts';
import { reliabilityKey } from './reliabilityKey.ts';
import { resolveName } from './resolveName.ts';
import type {
  ArticleRow,
  AuditRow,
  Cause,
  ClaimRow,
  CopyGroupRow,
  DealClaimRow,
  DealRow,
  DealState,
  EntityRow,
  ExtractorReliabilityRow,
  FigureClaimRow,
  FigureRow,
  FigureState,
  HabitRow,
  NameRow,
  PinRow,
  RateRow,
  ReliabilityRow,
  RevisionRow,
  SourceRow,
} from './rows.ts';
import { Tellings } from './tellings.ts';
import { toKeyClaim } from './toKeyClaim.ts';

/**
 * All that a batch of events may touch, held in memory, with what has changed. Rows are replaced, never patched from outside; claims alone
 * change in place, through `setClaim`.
 */
export class FoldState {
  readonly sources = new Map<string, SourceRow>();
  readonly names = new Map<string, NameRow>();
  readonly entities = new Map<string, EntityRow>();
  readonly reliability = new Map<string, ReliabilityRow>();
  readonly extractorReliability = new Map<string, ExtractorReliabilityRow>();
  readonly copyGroups = new Map<string, CopyGroupRow>();
  /** By measure and source. */
  readonly habits = new Map<string, HabitRow>();
  readonly articles = new Map<string, ArticleRow>();
  readonly revisions = new Map<string, RevisionRow>();
  readonly claims = new Map<string, ClaimRow>();
  readonly pins = new Map<string, PinRow>();
  readonly figures = new Map<string, FigureState>();

  readonly changed = {
    sources: new Set<string>(),
    names: new Set<string>(),
    entities: new Set<string>(),
    /** Whether an epoch was closed: reliability is small, and saved as a whole then. */
    epochs: false,
    reliabilityHistory: [] as (ReliabilityRow & { readonly position: bigint })[],
    rates: new Map<string, RateRow>(),
    articles: new Set<string>(),
    revisions: new Set<string>(),
    newClaims: new Set<string>(),
    claims: new Set<string>(),
    figures: new Map<string, FigureRow>(),
    deals: new Map<string, DealRow>(),
    pins: new Set<string>(),
    figureHistory: [] as (FigureRow & Cause)[],
    dealHistory: [] as (DealRow & Cause)[],
    audits: [] as AuditRow[],
  };

  /** Certainty from which claims count: part of the rules by which the tables are made. */
  readonly placedFrom: number;

  readonly #ofArticle = new Map<string, Set<ClaimRow>>();
  readonly #ofFigure = new Map<string, Set<ClaimRow>>();
  readonly #ofBucket = new Map<string, Set<ClaimRow>>();
  readonly #deals = new Map<string, DealState>();
  readonly #dealsOfBucket = new Map<string, Set<string>>();
  readonly #tellings = new Tellings((claim) => this.isTold(claim));
  /** Keys of figures that claims were placed under. */
  readonly #keys = new Map<string, FigureKey>();
  /** Figures that claims left or came to since figures were last chosen. */
  readonly #moved = new Set<string>();
  readonly #keyClaimsOfFigure = new Map<string, KeyClaims<FigureClaimRow>>();
  readonly #keyClaimsOfBucket = new Map<string, KeyClaims<DealClaimRow>>();
  /** Counts changes of what is known of sources and of names. */
  #factsVersion = 1;

  /** Changed through `setDeal`, which keeps them by bucket too. */
  readonly deals: ReadonlyMap<string, DealState> = this.#deals;

  constructor(placedFrom: number = PLACED_FROM) {
    this.placedFrom = placedFrom;
  }

  readonly resolve = (name: string): string => resolveName(this.names, name);

  /** What a person found goes before what the extractor estimated. */
  readonly isPlaced = ({ certainty, judged }: ClaimRow): boolean =>
    judged === null ? isPlaced(certainty, this.placedFrom) : judged.judgement === 'right';

  /**
   * Whether a claim has a say in which figures there are. What a newer extractor reads otherwise, what was read with too little certainty, and
   * what has not come whole yet has none.
   */
  readonly isTold = (claim: FigureClaimRow): boolean =>
    claim.standing !== 'pending' && claim.standing !== 'reextracted' && this.isPlaced(claim);

  /** What the rules and the latest closed epoch know of witnesses, as `reconcile` wants it for a measure. */
  witnessOptions(measure: string, measureClass: string): Omit<ReconcileOptions, 'pin'> {
    return {
      placedFrom: this.placedFrom,
      weightOf: (sourceId) => this.reliability.get(reliabilityKey(sourceId, measureClass))?.weight ?? sourceWeight(undefined),
      copyGroupOf: (sourceId) => this.copyGroups.get(sourceId)?.groupId ?? null,
      measuresOtherwise: (sourceId) => this.habits.has(reliabilityKey(sourceId, measure)),
    };
  }

  /** The key of a figure that has or had claims. */
  keyOfFigure(figureId: string): FigureKey | undefined {
    return this.#keys.get(figureId) ?? this.figures.get(figureId)?.identity;
  }

  /** Adds a claim as loaded or as just reported. */
  addClaim(claim: ClaimRow): void {
    if (this.claims.has(claim.claimId)) return;
    this.claims.set(claim.claimId, claim);
    add(this.#ofArticle, claim.articleId, claim);
    if (claim.figureId !== null) add(this.#ofFigure, claim.figureId, claim);
    if (claim.dealBucket !== null) add(this.#ofBucket, claim.dealBucket, claim);
    if (claim.kind === 'figure') this.#loadFigureClaim(claim);
  }

  #loadFigureClaim(claim: FigureClaimRow): void {
    const key = this.#keyOf(claim);
    if (this.isTold(claim)) this.#tellings.load(claim, key);
    // Its figure may have no row to tell the key.
    else if (claim.figureId !== null && claim.standing !== 'reextracted') this.#keys.set(claim.figureId, key);
  }

  /** To be called when a source's name, whom it speaks for, or what a name means has changed. */
  noteFacts(): void {
    this.#factsVersion++;
  }

  get factsVersion(): number {
    return this.#factsVersion;
  }

  /** The claims by which a figure is decided. */
  keyClaimsOfFigure(figureId: string, { subject, counterparty }: FigureKey): KeyClaims<FigureClaimRow> {
    const known = this.#keyClaimsOfFigure.get(figureId);
    if (known !== undefined) return known;
    const parties = new Set(counterparty === null ? [subject] : [subject, counterparty]);
    const made = new KeyClaims<FigureClaimRow>({
      toKeyClaim: (row) => (this.isTold(row) && row.standing !== 'withdrawn' ? toKeyClaim(this, row, row.content.amount, parties) : null),
      factsOf: (sourceId) => this.#factsOf(sourceId),
      saying: ({ content: { period } }) => `${period?.from} ${period?.to}`,
      recorded: () => null,
      setEchoOf: (row, leaderId) => this.setClaim(row, { echoOf: leaderId, ...(leaderId !== null && SAID_BY_LEADER) }),
      noteEchoes: ({ claimId }) => this.changed.claims.add(claimId),
      clearEchoes: (row) => this.setClaim(row, { echoOf: null, ...NO_ECHOES }),
    });
    fill(made, this.claimsOfFigure(figureId));
    this.#keyClaimsOfFigure.set(figureId, made);
    return made;
  }

  /** The reports by which the deals of a bucket are told apart and decided. */
  keyClaimsOfBucket(bucket: string): KeyClaims<DealClaimRow> {
    const known = this.#keyClaimsOfBucket.get(bucket);
    if (known !== undefined) return known;
    const made = new KeyClaims<DealClaimRow>({
      // Whose release it is depends on the deal that it is of, so whatever a party says of itself counts as one of several sources here.
      toKeyClaim: (row) =>
        row.standing !== 'pending' && this.isPlaced(row) ? toKeyClaim(this, row, row.content.value?.amount ?? NO_AMOUNT, NOBODY) : null,
      factsOf: (sourceId) => this.#factsOf(sourceId),
      // Fields of what was loaded come in another order.
      saying: (row) => canonicalJson([row.content, dayOf(row), row.publishedAt?.slice(0, 10)]),
      // A deal is named after what was recorded of it first.
      recorded: ({ position }) => position,
      setEchoOf: (row, leaderId) => this.setClaim(row, { echoOf: leaderId, ...(leaderId !== null && SAID_BY_LEADER) }),
      noteEchoes: ({ claimId }) => this.changed.claims.add(claimId),
      clearEchoes: (row) => this.setClaim(row, { echoOf: null, ...NO_ECHOES }),
    });
    fill(made, this.claimsOfBucket(bucket));
    this.#keyClaimsOfBucket.set(bucket, made);
    return made;
  }

  /** To be called once claims are loaded: those that have echoes are decided with them, whatever becomes of them in the batch. */
  claimsLoaded(): void {
    const withEchoes = [...this.claims.values()].filter(({ echoes }) => echoes !== null);
    for (const { figureId } of withEchoes) {
      const key = figureId === null ? undefined : this.keyOfFigure(figureId);
      if (figureId !== null && key !== undefined) this.keyClaimsOfFigure(figureId, key);
    }
    for (const { dealBucket } of withEchoes) if (dealBucket !== null) this.keyClaimsOfBucket(dealBucket);
  }

  #factsOf(sourceId: string): string {
    const source = this.sources.get(sourceId);
    return `${source?.name}\n${(source?.primaryFor ?? []).map(this.resolve).join('\n')}`;
  }

  /** Looks at a claim anew when what it is of is decided next. */
  touchClaim(claim: ClaimRow): void {
    if (claim.kind === 'deal') this.#keyClaimsOfBucket.get(claim.dealBucket ?? '')?.touch(claim);
    else this.#keyClaimsOfFigure.get(claim.figureId ?? '')?.touch(claim);
  }

  /** Puts a claim where it belongs by today's names and standing; that of a figure once `chooseFigures` is asked. */
  placeClaim(claim: ClaimRow): void {
    if (claim.kind === 'figure') this.#placeFigureClaim(claim);
    else this.#placeDealClaim(claim);
    this.touchClaim(claim);
  }

  #placeFigureClaim(claim: FigureClaimRow): void {
    const key = this.#keyOf(claim);
    const { placement } = this.#tellings.update(claim, key);
    if (placement !== null) this.#move(claim, placement);
    // What is not placed tells nothing, but a figure that appears where it stands is decided with it.
    const neighbours = claim.standing === 'reextracted' ? [] : neighboursOf(key);
    if (neighbours.join() !== claim.neighbours.join()) this.setClaim(claim, { neighbours });
    // What has no say stands where its own words put it.
    if (!this.isTold(claim)) this.#move(claim, { figureId: figureIdOf(key), key, joined: null });
  }

  #placeDealClaim(claim: DealClaimRow): void {
    const bucket = dealBucketOf(claim.content, this.resolve);
    if (bucket === claim.dealBucket) return;
    if (claim.dealBucket !== null) {
      this.#ofBucket.get(claim.dealBucket)?.delete(claim);
      this.#keyClaimsOfBucket.get(claim.dealBucket)?.delete(claim);
    }
    claim.dealBucket = bucket;
    add(this.#ofBucket, bucket, claim);
    this.changed.claims.add(claim.claimId);
  }

  /** Asks to choose again who stands with a figure and around it. */
  touchFigure(figureId: string): void {
    const key = this.keyOfFigure(figureId);
    if (key !== undefined) this.#tellings.touch(neighboursOf(key));
  }

  /**
   * Chooses the figures of all that changed since the last call, and of all around it.
   * @returns the figures that claims left or came to.
   */
  chooseFigures(): Set<string> {
    for (const told of this.#tellings.takeChanged()) {
      const placements = joinKeys(told, (figureId) => this.pins.has(figureId));
      for (const telling of told) {
        const placement = placements.get(telling.id);
        if (placement === undefined) continue;
        for (const claim of this.#tellings.place(telling, placement)) this.#move(claim, placement);
      }
    }
    const moved = new Set(this.#moved);
    this.#moved.clear();
    return moved;
  }

  #move(claim: FigureClaimRow, { figureId, key, joined }: Placement): void {
    if (claim.standing !== 'reextracted') this.#keys.set(figureId, key);
    if (claim.figureId !== null) {
      this.#moved.add(claim.figureId);
      this.#ofFigure.get(claim.figureId)?.delete(claim);
      if (claim.figureId !== figureId) this.#keyClaimsOfFigure.get(claim.figureId)?.delete(claim);
    }
    this.#keyClaimsOfFigure.get(figureId)?.touch(claim);
    this.#moved.add(figureId);
    add(this.#ofFigure, figureId, claim);
    if (claim.figureId === figureId && claim.joined === null && joined === null) return;
    Object.assign(claim, { figureId, joined });
    this.changed.claims.add(claim.claimId);
  }

  #keyOf(claim: FigureClaimRow): FigureKey {
    return figureKeyOf(claim.content, this.resolve);
  }

  /** Changes columns of a claim, and remembers it when any of them is new. */
  setClaim<Row extends ClaimRow>(claim: Row, columns: Partial<Row>): void {
    let changed = false;
    let decides = false;
    for (const name of Object.keys(columns)) {
      if (Reflect.get(claim, name) === Reflect.get(columns, name)) continue;
      changed = true;
      decides ||= DECIDING.has(name);
    }
    if (!changed) return;
    Object.assign(claim, columns);
    this.changed.claims.add(claim.claimId);
    if (decides) this.touchClaim(claim);
  }

  claimsOfArticle(articleId: string): ClaimRow[] {
    return [...(this.#ofArticle.get(articleId) ?? [])];
  }

  claimsOfFigure(figureId: string): FigureClaimRow[] {
    return [...(this.#ofFigure.get(figureId) ?? [])].filter((claim) => claim.kind === 'figure');
  }

  claimsOfBucket(bucket: string): DealClaimRow[] {
    return [...(this.#ofBucket.get(bucket) ?? [])].filter((claim) => claim.kind === 'deal');
  }

  /** Adds a deal as loaded or as just decided; its id is made of its bucket, so that it never moves to another. */
  setDeal(deal: DealState): void {
    this.#deals.set(deal.dealId, deal);
    add(this.#dealsOfBucket, deal.bucket, deal.dealId);
  }

  /** Costs what the bucket holds, however many deals a batch touches. */
  dealsOfBucket(bucket: string): DealState[] {
    return [...(this.#dealsOfBucket.get(bucket) ?? [])].flatMap((dealId) => this.deals.get(dealId) ?? []);
  }
}

/** Claims that were saved with echoes are taken as they were saved. */
function fill<Row extends ClaimRow>(claims: KeyClaims<Row>, rows: readonly Row[]): void {
  if (rows.some(({ echoes }) => echoes !== null)) claims.load(rows);
  else for (const row of rows) claims.touch(row);
}

const NOBODY: ReadonlySet<string> = new Set();

/** Columns by which claims are decided. */
const DECIDING: ReadonlySet<string> = new Set([
  'standing',
  'publishedAt',
  'statedAt',
  'wireCredit',
  'canonicalUrl',
  'fingerprint',
  'correctionNote',
  'judged',
]);

/** What is decided of an echo stands with the claim that it echoes. */
const SAID_BY_LEADER = { verdict: null, reason: null, originId: null, isPrimary: false } as const;

function add<T>(index: Map<string, Set<T>>, key: string, member: T): void {
  const members = index.get(key);
  if (members === undefined) index.set(key, new Set([member]));
  else members.add(member);
}
