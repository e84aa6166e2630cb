import type { AnyRecordedEvent } from '@newsledger/events';
import { dealBucketOf, figureKeyOf, type LinkedText, neighboursOf } from '@newsledger/reconcile';
import type pg from 'pg';
import { revisionKey } from '../fold/foldArticle.ts';
import { sourcesTouchedBy } from '../fold/foldEpoch.ts';
import { changeNames, type NameEvent } from '../fold/foldNames.ts';
import { changesClaims } from '../fold/foldSource.ts';
import { reliabilityKey } from '../fold/reliabilityKey.ts';
import { namesThrough, resolveName } from '../fold/resolveName.ts';
import type { ClaimRow, NameRow } from '../fold/rows.ts';
import { FoldState } from '../fold/state.ts';
import { loadArticles, loadRevisions } from './loadArticles.ts';
import {
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

/** Claims whose echoes are to be loaded, whatever the events have to do with them. */
export type EchoesWanted = readonly string[] | 'all';

/**
 * Reads, in a dozen queries whatever the size of the batch, everything that folding it can touch. Of the echoes of a claim, which may be many
 * thousands, only such as the batch's texts lead to.
 */
export async function loadState(
  client: pg.ClientBase,
  events: readonly AnyRecordedEvent[],
  echoesOf: EchoesWanted = [],
): Promise<FoldState> {
  // Whatever this process was told: rows of two thresholds side by side would not be what a rebuild gives.
  const state = new FoldState((await loadRules(client))?.placedFrom);
  for (const row of await loadSources(client)) state.sources.set(row.sourceId, row);
  for (const row of await loadNames(client)) state.names.set(row.name, row);
  const described = events.flatMap((event) => (event.type === 'EntityDescribed' ? event.data.entity : []));
  if (described.length > 0) for (const row of await loadEntities(client, described)) state.entities.set(row.entity, row);
  for (const row of await loadReliability(client)) state.reliability.set(reliabilityKey(row.sourceId, row.measureClass), row);
  for (const row of await loadCopyGroups(client)) state.copyGroups.set(row.sourceId, row);
  for (const row of await loadHabits(client)) state.habits.set(reliabilityKey(row.sourceId, row.measure), row);
  if (events.some(({ type }) => type === 'ReliabilityEpochClosed'))
    for (const row of await loadExtractorReliability(client))
      state.extractorReliability.set(reliabilityKey(row.extractor, row.measureClass), row);
  await loadArticlesOf(client, state, events);
  for (const claim of await loadRenamedClaims(client, state, events)) state.addClaim(claim);
  await loadAround(client, state, events);
  for (const claim of await loadClaimsOfTouchedSources(client, state, events)) state.addClaim(claim);
  await loadWhatIsDecided(client, state, events);
  await loadEchoes(client, state, { events, echoesOf });
  state.claimsLoaded();
  return state;
}

/** Everything told where an event of the batch may change which figure a claim stands with. */
async function loadAround(client: pg.ClientBase, state: FoldState, events: readonly AnyRecordedEvent[]): Promise<void> {
  for (const row of await loadPins(client)) state.pins.set(row.figureId, row);
  const pinned = events.flatMap((event) => (event.type === 'FigurePinned' || event.type === 'FigureUnpinned' ? event.data.figureId : []));
  if (pinned.length > 0) {
    for (const row of await loadFigures(client, pinned)) state.figures.set(row.figureId, row);
    // A figure whose claims are not placed has no row.
    for (const claim of await loadClaimsOfKeys(client, { figureIds: pinned, buckets: [] })) state.addClaim(claim);
  }
  const neighbours = [...neighboursTouchedBy(state, events)];
  if (neighbours.length === 0) return;
  for (const claim of await loadClaimsAround(client, neighbours)) state.addClaim(claim);
  for (const row of await loadFiguresAround(client, neighbours)) state.figures.set(row.figureId, row);
}

/** What the figures and deals that any claim at hand stands with are decided by. */
async function loadWhatIsDecided(client: pg.ClientBase, state: FoldState, events: readonly AnyRecordedEvent[]): Promise<void> {
  const figureIds = [...figuresAtHand(state, events)];
  const buckets = [...bucketsTouchedBy(state, events)];
  if (figureIds.length + buckets.length > 0)
    for (const claim of await loadClaimsOfKeys(client, { figureIds, buckets })) state.addClaim(claim);
  const unknown = figureIds.filter((figureId) => !state.figures.has(figureId));
  if (unknown.length > 0) for (const row of await loadFigures(client, unknown)) state.figures.set(row.figureId, row);
  if (buckets.length > 0) for (const row of await loadDeals(client, buckets)) state.setDeal(row);
}

async function loadEchoes(
  client: pg.ClientBase,
  state: FoldState,
  { events, echoesOf }: { readonly events: readonly AnyRecordedEvent[]; readonly echoesOf: EchoesWanted },
): Promise<void> {
  const leaderIds = [...state.claims.values()].flatMap(({ claimId, echoes }) => (echoes === null ? [] : claimId));
  if (leaderIds.length === 0) return;
  const whole = echoesOf === 'all' ? leaderIds : leaderIds.filter((claimId) => echoesOf.includes(claimId));
  if (whole.length > 0) for (const claim of await loadEchoesOf(client, whole)) state.addClaim(claim);
  for (let texts = textsOf(state, events); texts.length > 0; ) {
    const linked = await loadEchoesLinkedTo(client, leaderIds, texts);
    texts = linked.filter(({ claimId }) => !state.claims.has(claimId));
    for (const claim of linked) state.addClaim(claim);
  }
}

/** Texts whose claims a batch may bring, or change. */
function textsOf(state: FoldState, events: readonly AnyRecordedEvent[]): LinkedText[] {
  return [
    ...state.articles.values(),
    ...state.revisions.values(),
    ...events.flatMap(({ type, data }) => (type === 'ArticleCaptured' || type === 'ArticleRevised' ? data : [])),
  ];
}

async function loadArticlesOf(client: pg.ClientBase, state: FoldState, events: readonly AnyRecordedEvent[]): Promise<void> {
  const articleIds = new Set<string>();
  for (const { data } of events) if ('articleId' in data) articleIds.add(data.articleId);
  if (articleIds.size === 0) return;
  const ids = [...articleIds];
  for (const row of await loadArticles(client, ids)) state.articles.set(row.articleId, row);
  // Most articles of a batch are new; only known ones can have revisions and claims.
  const known = ids.filter((articleId) => state.articles.has(articleId));
  if (known.length === 0) return;
  for (const row of await loadRevisions(client, known)) state.revisions.set(revisionKey(row.articleId, row.revision), row);
  for (const claim of await loadClaimsOfArticles(client, known)) state.addClaim(claim);
}

/** Claims that are about something else because a name is. */
async function loadRenamedClaims(client: pg.ClientBase, state: FoldState, events: readonly AnyRecordedEvent[]): Promise<ClaimRow[]> {
  const touched = new Set<string>();
  for (const event of events) for (const name of isNameEvent(event) ? namesIn(event) : []) touched.add(name);
  return touched.size === 0 ? [] : loadClaimsOfNames(client, [...namesThrough(state.names, touched)]);
}

/** Claims that count otherwise because a source, or what is known of it, changes. */
async function loadClaimsOfTouchedSources(
  client: pg.ClientBase,
  state: FoldState,
  events: readonly AnyRecordedEvent[],
): Promise<ClaimRow[]> {
  const sourceIds = new Set<string>();
  for (const event of events)
    if (event.type === 'SourceRegistered' || event.type === 'SourceChanged') {
      const { sourceId } = event.data;
      if (changesClaims(state.sources.get(sourceId), event.data) || sourceIds.has(sourceId)) sourceIds.add(sourceId);
    } else if (event.type === 'ReliabilityEpochClosed') for (const sourceId of sourcesTouchedBy(state, event.data)) sourceIds.add(sourceId);
  return sourceIds.size === 0 ? [] : loadClaimsOfSources(client, [...sourceIds]);
}

/** Where the claims at hand, and those reported, tell something, whatever names mean at each moment of the batch. */
function neighboursTouchedBy(state: FoldState, events: readonly AnyRecordedEvent[]): Set<string> {
  const neighbours = new Set<string>();
  const note = (names: readonly string[]) => {
    for (const name of names) neighbours.add(name);
  };
  for (const { identity } of state.figures.values()) note(neighboursOf(identity));
  for (const claim of state.claims.values()) if (claim.kind === 'figure') note(claim.neighbours);
  for (const names of nameStages(state.names, events)) {
    const resolve = (name: string) => resolveName(names, name);
    for (const claim of state.claims.values()) if (claim.kind === 'figure') note(neighboursOf(figureKeyOf(claim.content, resolve)));
    for (const { type, data } of events) if (type === 'FigureReported') note(neighboursOf(figureKeyOf(data.figure, resolve)));
  }
  return neighbours;
}

function figuresAtHand(state: FoldState, events: readonly AnyRecordedEvent[]): Set<string> {
  const figureIds = new Set<string>();
  for (const { figureId } of state.claims.values()) if (figureId !== null) figureIds.add(figureId);
  for (const event of events) if (event.type === 'FigurePinned' || event.type === 'FigureUnpinned') figureIds.add(event.data.figureId);
  return figureIds;
}

/** Deal buckets that any claim at hand is, was or will be about, whatever names mean at each moment of the batch. */
function bucketsTouchedBy(state: FoldState, events: readonly AnyRecordedEvent[]): Set<string> {
  const buckets = new Set<string>();
  for (const { dealBucket } of state.claims.values()) if (dealBucket !== null) buckets.add(dealBucket);
  for (const names of nameStages(state.names, events)) {
    const resolve = (name: string) => resolveName(names, name);
    for (const claim of state.claims.values()) if (claim.kind === 'deal') buckets.add(dealBucketOf(claim.content, resolve));
    for (const { type, data } of events) if (type === 'DealReported') buckets.add(dealBucketOf(data.deal, resolve));
  }
  return buckets;
}

/** The names as they are before the batch and after each of its changes. */
function nameStages(names: ReadonlyMap<string, NameRow>, events: readonly AnyRecordedEvent[]): ReadonlyMap<string, NameRow>[] {
  const stages = [names];
  let latest = names;
  for (const event of events) {
    if (!isNameEvent(event)) continue;
    const next = new Map(latest);
    changeNames(next, event);
    stages.push(next);
    latest = next;
  }
  return stages;
}

function isNameEvent(event: AnyRecordedEvent): event is NameEvent {
  return event.type === 'EntityMerged' || event.type === 'EntitySplit' || event.type === 'AliasAdded';
}

function namesIn(event: NameEvent): string[] {
  switch (event.type) {
    case 'AliasAdded':
      return [event.data.alias, event.data.entity];
    case 'EntityMerged':
      return [event.data.from, event.data.into];
    case 'EntitySplit':
      return [event.data.name, event.data.from];
  }
}
