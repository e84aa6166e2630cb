import {
  dealBucketOf,
  type FigureKey,
  figureIdOf,
  figureKeyOf,
  joinKeys,
  neighboursOf,
  type Placement,
  type ReconcileOptions,
  sourceWeight,
} from '@newsledger/reconcile';
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
  readonly deals = new Map<string, DealState>();

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

  readonly #ofArticle = new Map<string, Set<ClaimRow>>();
  readonly #ofFigure = new Map<string, Set<ClaimRow>>();
  readonly #ofBucket = new Map<string, Set<ClaimRow>>();
  readonly #tellings = new Tellings();
  /** Keys of figures that claims were placed under. */
  readonly #keys = new Map<string, FigureKey>();

  readonly resolve = (name: string): string => resolveName(this.names, name);

  /** What the latest closed epoch knows of sources, as `reconcile` wants it for a measure. */
  witnessOptions(measure: string, measureClass: string): Pick<ReconcileOptions, 'weightOf' | 'copyGroupOf' | 'measuresOtherwise'> {
    return {
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
    if (claim.kind === 'figure') this.#tellings.load(claim, this.#keyOf(claim));
  }

  /** Puts a claim where it belongs by today's names and standing; that of a figure once `chooseFigures` is asked. */
  placeClaim(claim: ClaimRow): void {
    if (claim.kind === 'figure') this.#placeFigureClaim(claim);
    else this.#placeDealClaim(claim);
  }

  #placeFigureClaim(claim: FigureClaimRow): void {
    const key = this.#keyOf(claim);
    const neighbours = this.#tellings.update(claim, key);
    if (neighbours.join() !== claim.neighbours.join()) this.setClaim(claim, { neighbours });
    // What a newer extractor reads otherwise stands where its own words put it.
    if (claim.standing === 'reextracted') this.#move(claim, { figureId: figureIdOf(key), key, joined: null });
  }

  #placeDealClaim(claim: DealClaimRow): void {
    const bucket = dealBucketOf(claim.content, this.resolve);
    if (bucket === claim.dealBucket) return;
    if (claim.dealBucket !== null) this.#ofBucket.get(claim.dealBucket)?.delete(claim);
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
    const touched = new Set<string>();
    for (const told of this.#tellings.takeChanged()) {
      const placements = joinKeys(told, (figureId) => this.pins.has(figureId));
      for (const telling of told) {
        const placement = placements.get(telling.id);
        if (placement === undefined) continue;
        for (const claim of this.#tellings.place(telling, placement)) {
          if (claim.figureId !== null) touched.add(claim.figureId);
          touched.add(placement.figureId);
          this.#move(claim, placement);
        }
      }
    }
    return touched;
  }

  #move(claim: FigureClaimRow, { figureId, key, joined }: Placement): void {
    this.#keys.set(figureId, key);
    if (claim.figureId !== null) this.#ofFigure.get(claim.figureId)?.delete(claim);
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
    for (const [name, value] of Object.entries(columns)) changed ||= Reflect.get(claim, name) !== value;
    if (!changed) return;
    Object.assign(claim, columns);
    this.changed.claims.add(claim.claimId);
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

  dealsOfBucket(bucket: string): DealState[] {
    return [...this.deals.values()].filter((deal) => deal.bucket === bucket);
  }
}

function add(index: Map<string, Set<ClaimRow>>, key: string, claim: ClaimRow): void {
  const claims = index.get(key);
  if (claims === undefined) index.set(key, new Set([claim]));
  else claims.add(claim);
}
