import type { AnyRecordedEvent, Figure } from '@newsledger/events';
import { dealBucketOf, figureIdOf, figureKeyOf, type LinkedText, neighboursOf } from '@newsledger/reconcile';
import type pg from 'pg';
import { revisionKey } from '../fold/foldArticle.ts';
import { sourcesTouchedBy } from '../fold/foldEpoch.ts';
import { changesClaims } from '../fold/foldSource.ts';
import { reliabilityKey } from '../fold/reliabilityKey.ts';
import { namesThrough, resolveName } from '../fold/resolveName.ts';
import type { ClaimRow, FigureState } from '../fold/rows.ts';
import { FoldState } from '../fold/state.ts';
import type { KeyShare } from '../shares/keyShare.ts';
import { loadArticles, loadRevisions } from './loadArticles.ts';
import {
  figuresWithUnplaced,
  loadClaimsAround,
  loadClaimsOfArticles,
  loadClaimsOfKeys,
  loadClaimsOfNames,
  loadClaimsOfSources,
  loadEchoesLinkedTo,
  loadEchoesOf,
} from './loadClaims.ts';
import { loadEntities } from './loadEntities.ts';
import { loadDeals, loadFigures, loadFiguresAround, loadPins } from './loadFigures.ts';
import { loadNames } from './loadNames.ts';
import { loadCopyGroups, loadExtractorReliability, loadHabits, loadReliability } from './loadReliability.ts';
import { loadRules } from './loadRules.ts';
import { loadSources } from './loadSources.ts';
import { isNameEvent, nameStages, namesIn } from './nameStages.ts';

/** Claims whose echoes are to be loaded, whatever the events have to do with them. */
export type EchoesWanted = readonly string[] | 'all';

/** What a state has from the tables: all that belongs to each of these, but for echoes. */
class AtHand {
  readonly state: FoldState;
  readonly articles = new Set<string>();
  readonly neighbours = new Set<string>();
  readonly figures = new Set<string>();
  readonly buckets = new Set<string>();
  /** Figures of which is known whether they have claims that are not placed and not at hand. */
  readonly unplaced = new Set<string>();

  constructor(state: FoldState) {
    this.state = state;
  }
}

export type { AtHand };

/**
 * Reads, in a dozen queries whatever the size of the batch, everything that folding it can touch. Of the echoes of a claim, which may be many
 * thousands, only such as the batch's texts lead to.
 */
export async function loadState(
  client: pg.ClientBase,
  events: readonly AnyRecordedEvent[],
  { echoesOf, keys }: { readonly echoesOf: EchoesWanted; readonly keys: KeyShare | null },
): Promise<AtHand> {
  // Whatever this process was told: rows of two thresholds side by side would not be what a rebuild gives.
  const state = new FoldState((await loadRules(client))?.placedFrom, keys);
  for (const row of await loadSources(client)) state.sources.set(row.sourceId, row);
  for (const row of await loadNames(client)) state.names.set(row.name, row);
  const described = events.flatMap((event) => (event.type === 'EntityDescribed' ? event.data.entity : []));
  if (described.length > 0) for (const row of await loadEntities(client, described)) state.entities.set(row.entity, row);
  for (const row of await loadReliability(client)) state.reliability.set(reliabilityKey(row.sourceId, row.measureClass), row);
  for (const row of await loadCopyGroups(client)) state.copyGroups.set(row.sourceId, row);
  for (const row of await loadHabits(client)) state.habits.set(reliabilityKey(row.sourceId, row.measure), row);
  for (const row of await loadPins(client)) state.pins.set(row.figureId, row);
  if (events.some(({ type }) => type === 'ReliabilityEpochClosed'))
    for (const row of await loadExtractorReliability(client))
      state.extractorReliability.set(reliabilityKey(row.extractor, row.measureClass), row);
  const atHand = new AtHand(state);
  await new Loading(client, atHand, events).load(echoesOf);
  return atHand;
}

/**
 * Adds what a batch of news can touch and the state does not have yet.
 * @returns false when the state can't be added to and has to be loaded afresh: echoes are needed of claims that it has decided without them.
 */
export async function loadMore(client: pg.ClientBase, atHand: AtHand, events: readonly AnyRecordedEvent[]): Promise<boolean> {
  const loading = new Loading(client, atHand, events);
  await loading.load([]);
  const added = new Set(loading.added.map(({ claimId }) => claimId));
  return loading.added.every(({ echoOf }) => echoOf === null || added.has(echoOf) || !atHand.state.claims.has(echoOf));
}

/** One look at the tables for a batch. */
class Loading {
  readonly #client: pg.ClientBase;
  readonly #atHand: AtHand;
  readonly #state: FoldState;
  readonly #events: readonly AnyRecordedEvent[];
  /** Claims that were not at hand before. */
  readonly added: ClaimRow[] = [];

  constructor(client: pg.ClientBase, atHand: AtHand, events: readonly AnyRecordedEvent[]) {
    this.#client = client;
    this.#atHand = atHand;
    this.#state = atHand.state;
    this.#events = events;
  }

  async load(echoesOf: EchoesWanted): Promise<void> {
    await this.#loadArticles();
    // Without any key nothing is decided.
    if (this.#state.keys?.isRest) return;
    await this.#loadRenamed();
    await this.#loadAround();
    await this.#loadOfTouchedSources();
    await this.#loadWhatIsDecided();
    await this.#loadEchoes(echoesOf);
    this.#state.claimsLoaded(this.added);
  }

  #add(claims: readonly ClaimRow[]): void {
    for (const claim of claims) if (this.#state.addClaim(claim)) this.added.push(claim);
  }

  #addFigures(figures: readonly FigureState[]): void {
    for (const row of figures) if (!this.#state.figures.has(row.figureId)) this.#state.figures.set(row.figureId, row);
  }

  async #loadArticles(): Promise<void> {
    const touched = this.#events.flatMap(({ data }) => ('articleId' in data ? data.articleId : []));
    const ids = takeUnknown(this.#atHand.articles, touched);
    if (ids.length === 0) return;
    const { articles, revisions } = this.#state;
    for (const row of await loadArticles(this.#client, ids)) articles.set(row.articleId, row);
    // Most articles of a batch are new; only known ones can have revisions and claims.
    const stored = ids.filter((articleId) => articles.has(articleId));
    if (stored.length === 0) return;
    for (const row of await loadRevisions(this.#client, stored)) revisions.set(revisionKey(row.articleId, row.revision), row);
    if (!this.#state.keys?.isRest) this.#add(await loadClaimsOfArticles(this.#client, stored));
  }

  /** Claims that are about something else because a name is. */
  async #loadRenamed(): Promise<void> {
    const touched = new Set<string>();
    for (const event of this.#events) for (const name of isNameEvent(event) ? namesIn(event) : []) touched.add(name);
    if (touched.size > 0) this.#add(await loadClaimsOfNames(this.#client, [...namesThrough(this.#state.names, touched)]));
  }

  /** Everything told where an event of the batch may change which figure a claim stands with. */
  async #loadAround(): Promise<void> {
    const pinned = pinnedBy(this.#events);
    if (pinned.length > 0) {
      this.#addFigures(await loadFigures(this.#client, pinned));
      // A figure whose claims are not placed has no row.
      this.#add(await loadClaimsOfKeys(this.#client, { figureIds: pinned, buckets: [], placedFrom: 0 }));
    }
    const neighbours = takeUnknown(this.#atHand.neighbours, this.#neighboursTouched(pinned));
    if (neighbours.length === 0) return;
    this.#add(await loadClaimsAround(this.#client, { neighbours, placedFrom: this.#state.placedFrom }));
    this.#addFigures(await loadFiguresAround(this.#client, neighbours));
  }

  /** Claims that count otherwise because a source, or what is known of it, changes. */
  async #loadOfTouchedSources(): Promise<void> {
    const sourceIds = new Set<string>();
    for (const event of this.#events)
      if (event.type === 'SourceRegistered' || event.type === 'SourceChanged') {
        const { sourceId } = event.data;
        if (changesClaims(this.#state.sources.get(sourceId), event.data) || sourceIds.has(sourceId)) sourceIds.add(sourceId);
      } else if (event.type === 'ReliabilityEpochClosed')
        for (const sourceId of sourcesTouchedBy(this.#state, event.data)) sourceIds.add(sourceId);
    if (sourceIds.size > 0) this.#add(await loadClaimsOfSources(this.#client, [...sourceIds]));
  }

  /** What the figures and deals that any claim at hand stands with are decided by. */
  async #loadWhatIsDecided(): Promise<void> {
    const figuresTouched = [...this.added.flatMap(({ figureId }) => figureId ?? []), ...pinnedBy(this.#events)];
    const figureIds = takeUnknown(this.#atHand.figures, figuresTouched);
    const buckets = takeUnknown(this.#atHand.buckets, this.#bucketsTouched());
    const { placedFrom } = this.#state;
    if (figureIds.length + buckets.length > 0) this.#add(await loadClaimsOfKeys(this.#client, { figureIds, buckets, placedFrom }));
    await this.#seeUnplaced();
    const unknown = figureIds.filter((figureId) => !this.#state.figures.has(figureId));
    if (unknown.length > 0) this.#addFigures(await loadFigures(this.#client, unknown));
    if (buckets.length === 0) return;
    for (const row of await loadDeals(this.#client, buckets)) if (!this.#state.deals.has(row.dealId)) this.#state.setDeal(row);
  }

  /** Whether figures that nothing decides any more have claims that were read with too little certainty. */
  async #seeUnplaced(): Promise<void> {
    const { placedFrom, unplacedAway, isPlaced } = this.#state;
    const asked = new Set(takeUnknown(this.#atHand.unplaced, this.#figuresOfWords()));
    for (const { figureId } of this.added) if (figureId !== null && unplacedAway.has(figureId)) asked.add(figureId);
    if (asked.size === 0) return;
    const known = [...asked].flatMap((figureId) =>
      this.#state.claimsOfFigure(figureId).flatMap((claim) => (isPlaced(claim) ? [] : claim.claimId)),
    );
    for (const figureId of asked) unplacedAway.delete(figureId);
    for (const figureId of await figuresWithUnplaced(this.#client, { figureIds: [...asked], placedFrom, known }))
      unplacedAway.add(figureId);
  }

  async #loadEchoes(echoesOf: EchoesWanted): Promise<void> {
    const leaderIds = [...this.#state.leaders];
    if (leaderIds.length === 0) return;
    const whole = echoesOf === 'all' ? leaderIds : leaderIds.filter((claimId) => echoesOf.includes(claimId));
    if (whole.length > 0) this.#add(await loadEchoesOf(this.#client, whole));
    for (let texts = this.#texts(); texts.length > 0; ) {
      const linked = await loadEchoesLinkedTo(this.#client, leaderIds, texts);
      texts = linked.filter(({ claimId }) => !this.#state.claims.has(claimId));
      this.#add(linked);
    }
  }

  /** Texts whose claims the batch may bring, or change. */
  #texts(): LinkedText[] {
    const { articles, revisions } = this.#state;
    const touched = [...new Set(this.#events.flatMap(({ data }) => ('articleId' in data ? data.articleId : [])))];
    const rows = touched.flatMap((articleId) => articles.get(articleId) ?? []);
    return [
      ...rows,
      ...rows.flatMap(({ articleId, revision: last }) =>
        Array.from({ length: last }, (_, before) => revisions.get(revisionKey(articleId, before + 1)) ?? []).flat(),
      ),
      ...this.#events.flatMap(({ type, data }) => (type === 'ArticleCaptured' || type === 'ArticleRevised' ? data : [])),
    ];
  }

  /** Where the claims at hand, and those reported, tell something, whatever names mean at each moment of the batch. */
  #neighboursTouched(pinned: readonly string[]): Set<string> {
    const neighbours = new Set<string>();
    const note = (names: readonly string[]) => {
      for (const name of names) neighbours.add(name);
    };
    for (const figureId of pinned) note(neighboursOfFigure(this.#state.figures.get(figureId)));
    for (const claim of this.added) if (claim.kind === 'figure') note(claim.neighbours);
    for (const names of nameStages(this.#state.names, this.#events)) {
      const resolve = (name: string) => resolveName(names, name);
      for (const claim of this.added) if (claim.kind === 'figure') note(neighboursOf(figureKeyOf(claim.content, resolve)));
      for (const { type, data } of this.#events) {
        if (type !== 'FigureReported') continue;
        const key = figureKeyOf(data.figure, resolve);
        if (this.#state.keys?.ownsFigure(key) !== false) note(neighboursOf(key));
      }
    }
    return neighbours;
  }

  /** Figures that claims at hand, and those reported, stand with or may come back to, whatever names mean at each moment of the batch. */
  #figuresOfWords(): Set<string> {
    const figureIds = new Set(pinnedBy(this.#events));
    for (const { figureId } of this.added) if (figureId !== null) figureIds.add(figureId);
    for (const names of nameStages(this.#state.names, this.#events)) {
      const resolve = (name: string) => resolveName(names, name);
      const add = (figure: Figure) => {
        const key = figureKeyOf(figure, resolve);
        if (this.#state.keys?.ownsFigure(key) !== false) figureIds.add(figureIdOf(key));
      };
      for (const claim of this.added)
        if (claim.kind === 'figure' && (claim.joined !== null || names !== this.#state.names)) add(claim.content);
      for (const { type, data } of this.#events) if (type === 'FigureReported') add(data.figure);
    }
    return figureIds;
  }

  /** Deal buckets that any claim at hand is, was or will be about, whatever names mean at each moment of the batch. */
  #bucketsTouched(): Set<string> {
    const buckets = new Set<string>();
    for (const { dealBucket } of this.added) if (dealBucket !== null) buckets.add(dealBucket);
    for (const names of nameStages(this.#state.names, this.#events)) {
      const resolve = (name: string) => resolveName(names, name);
      for (const claim of this.added) if (claim.kind === 'deal') buckets.add(dealBucketOf(claim.content, resolve));
      for (const { type, data } of this.#events) {
        if (type !== 'DealReported') continue;
        const bucket = dealBucketOf(data.deal, resolve);
        if (this.#state.keys?.ownsDeal(bucket) !== false) buckets.add(bucket);
      }
    }
    return buckets;
  }
}

/** Those of some keys that are not known yet; from then on they are. */
function takeUnknown(known: Set<string>, keys: Iterable<string>): string[] {
  const unknown = new Set<string>();
  for (const key of keys) if (!known.has(key)) unknown.add(key);
  for (const key of unknown) known.add(key);
  return [...unknown];
}

function pinnedBy(events: readonly AnyRecordedEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'FigurePinned' || event.type === 'FigureUnpinned' ? event.data.figureId : []));
}

function neighboursOfFigure(figure: FigureState | undefined): readonly string[] {
  return figure === undefined ? [] : neighboursOf(figure.identity);
}
