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
import type { KeyShare } from '../shares/keyShare.ts';
import { Changes } from './changes.ts';
import { DecidingClaims } from './decidingClaims.ts';
import type { KeyClaims } from './keyClaims.ts';
import { missingEchoes } from './missingEchoes.ts';
import { reliabilityKey } from './reliabilityKey.ts';
import { resolveName } from './resolveName.ts';
import type {
  ArticleRow,
  ClaimRow,
  CopyGroupRow,
  DealClaimRow,
  DealState,
  EntityRow,
  ExtractorReliabilityRow,
  FigureClaimRow,
  FigureState,
  HabitRow,
  NameRow,
  PinRow,
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

  readonly changed = new Changes();

  /** The part of the tables that it is of: claims of others are left out. Null where it is of all. */
  readonly keys: KeyShare | null;

  /** Certainty from which claims count: part of the rules by which the tables are made. */
  readonly placedFrom: number;

  /** Ids of the claims that stand for echoes. */
  readonly leaders = new Set<string>();

  readonly #ofArticle = new Map<string, Set<ClaimRow>>();
  readonly #ofFigure = new Map<string, Set<ClaimRow>>();
  readonly #ofBucket = new Map<string, Set<ClaimRow>>();
  readonly #deals = new Map<string, DealState>();
  readonly #dealsOfBucket = new Map<string, Set<string>>();
  /** Figures of which the tables have claims that are not at hand, all of them read with too little certainty to count. */
  readonly unplacedAway = new Set<string>();
  readonly #tellings = new Tellings((claim) => this.isTold(claim));
  /** Keys of figures that claims were placed under. */
  readonly #keys = new Map<string, FigureKey>();
  /** Figures that claims left or came to since figures were last chosen. */
  readonly #moved = new Set<string>();
  readonly #deciding = new DecidingClaims(this);
  /** Deals of other shares, which are at hand for what their articles' figures are told with, and decided and saved by others. */
  readonly #foreign = new Set<ClaimRow>();
  /** Counts changes of what is known of sources and of names. */
  #factsVersion = 1;

  /** Changed through `setDeal`, which keeps them by bucket too. */
  readonly deals: ReadonlyMap<string, DealState> = this.#deals;

  constructor(placedFrom: number = PLACED_FROM, keys: KeyShare | null = null) {
    this.placedFrom = placedFrom;
    this.keys = keys;
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

  /** Adds a claim as loaded or as just reported. @returns whether it was not there yet, and is this state's to decide. */
  addClaim(claim: ClaimRow): boolean {
    if (this.claims.has(claim.claimId)) return false;
    if (!this.#owns(claim)) {
      if (claim.kind === 'deal') this.#addForeign(claim);
      return false;
    }
    this.claims.set(claim.claimId, claim);
    if (claim.echoes !== null) this.leaders.add(claim.claimId);
    add(this.#ofArticle, claim.articleId, claim);
    if (claim.figureId !== null) add(this.#ofFigure, claim.figureId, claim);
    if (claim.dealBucket !== null) add(this.#ofBucket, claim.dealBucket, claim);
    if (claim.kind === 'figure') this.#loadFigureClaim(claim);
    return true;
  }

  #owns(claim: ClaimRow): boolean {
    if (this.keys === null) return true;
    return claim.kind === 'figure'
      ? this.keys.ownsFigure(this.ownKeyOf(claim))
      : this.keys.ownsDeal(dealBucketOf(claim.content, this.resolve));
  }

  /** What its owner decides of it may be of another moment. */
  #addForeign(claim: DealClaimRow): void {
    const undecided = {
      ...claim,
      dealBucket: null,
      dealId: null,
      echoOf: null,
      lone: null,
      ownUrl: null,
      ownFingerprint: null,
      echoes: null,
    };
    this.#foreign.add(undecided);
    this.claims.set(claim.claimId, undecided);
    add(this.#ofArticle, claim.articleId, undecided);
  }

  #loadFigureClaim(claim: FigureClaimRow): void {
    const key = this.ownKeyOf(claim);
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
  keyClaimsOfFigure(figureId: string, key: FigureKey): KeyClaims<FigureClaimRow> {
    return this.#deciding.ofFigure(figureId, key);
  }

  /** The reports by which the deals of a bucket are told apart and decided. */
  keyClaimsOfBucket(bucket: string): KeyClaims<DealClaimRow> {
    return this.#deciding.ofBucket(bucket);
  }

  /**
   * To be called once claims are loaded: those that have echoes are decided with them, whatever becomes of them in the batch. Of the echoes
   * those that later claims of the batch have nothing to do with needn't be at hand.
   * @param loaded the claims that came from the tables since the last call.
   */
  claimsLoaded(loaded: readonly ClaimRow[]): void {
    const withEchoes = loaded.filter(({ echoes }) => echoes !== null);
    if (withEchoes.length === 0) return;
    // What echoes tell that are not at hand is told all the same.
    for (const { claim, day, count } of missingEchoes(withEchoes, this.claims.values()))
      if (claim.kind === 'figure') this.#tellings.loadEchoes(claim, this.ownKeyOf(claim), day, count);
    for (const { figureId } of withEchoes) {
      const key = figureId === null ? undefined : this.keyOfFigure(figureId);
      if (figureId !== null && key !== undefined) this.keyClaimsOfFigure(figureId, key);
    }
    for (const { dealBucket } of withEchoes) if (dealBucket !== null) this.keyClaimsOfBucket(dealBucket);
  }

  /** Looks at a claim anew when what it is of is decided next. */
  touchClaim(claim: ClaimRow): void {
    this.#deciding.touch(claim);
  }

  /** Puts a claim where it belongs by today's names and standing; that of a figure once `chooseFigures` is asked. */
  placeClaim(claim: ClaimRow): void {
    if (this.#foreign.has(claim)) return;
    if (claim.kind === 'figure') this.#placeFigureClaim(claim);
    else this.#placeDealClaim(claim);
    this.touchClaim(claim);
  }

  #placeFigureClaim(claim: FigureClaimRow): void {
    const key = this.ownKeyOf(claim);
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
      this.#deciding.leaveBucket(claim, bucket);
      this.#ofBucket.get(claim.dealBucket)?.delete(claim);
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
    }
    this.#deciding.moveToFigure(claim, figureId);
    this.#moved.add(figureId);
    add(this.#ofFigure, figureId, claim);
    if (claim.figureId === figureId && claim.joined === null && joined === null) return;
    Object.assign(claim, { figureId, joined });
    this.changed.claims.add(claim.claimId);
  }

  /** The key that a claim's own words make, by today's names. */
  ownKeyOf(claim: FigureClaimRow): FigureKey {
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
    if (this.#foreign.has(claim)) return;
    this.changed.claims.add(claim.claimId);
    if (claim.echoes === null) this.leaders.delete(claim.claimId);
    else this.leaders.add(claim.claimId);
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

function add<T>(index: Map<string, Set<T>>, key: string, member: T): void {
  const members = index.get(key);
  if (members === undefined) index.set(key, new Set([member]));
  else members.add(member);
}
