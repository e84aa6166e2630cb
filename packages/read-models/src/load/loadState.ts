import type { AnyRecordedEvent } from '@newsledger/events';
import { dealBucketOf, figureIdOf, figureKeyOf } from '@newsledger/reconcile';
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
import { loadClaimsOfArticles, loadClaimsOfKeys, loadClaimsOfNames, loadClaimsOfSources } from './loadClaims.ts';
import { loadEntities } from './loadEntities.ts';
import { loadDeals, loadFigures, loadPins } from './loadFigures.ts';
import { loadNames } from './loadNames.ts';
import { loadCopyGroups, loadExtractorReliability, loadHabits, loadReliability } from './loadReliability.ts';
import { loadRules } from './loadRules.ts';
import { loadSources } from './loadSources.ts';

/** Reads, in a dozen queries whatever the size of the batch, everything that folding it can touch. */
export async function loadState(client: pg.ClientBase, events: readonly AnyRecordedEvent[]): Promise<FoldState> {
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
  for (const claim of await loadMovingClaims(client, state, events)) state.addClaim(claim);
  const { figureIds, buckets } = keysOf(state, events);
  if (figureIds.length + buckets.length > 0)
    for (const claim of await loadClaimsOfKeys(client, { figureIds, buckets })) state.addClaim(claim);
  if (figureIds.length > 0) {
    for (const row of await loadFigures(client, figureIds)) state.figures.set(row.figureId, row);
    for (const row of await loadPins(client, figureIds)) state.pins.set(row.figureId, row);
  }
  if (buckets.length > 0) for (const row of await loadDeals(client, buckets)) state.setDeal(row);
  return state;
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

/** Claims that change because a name does, a source, or what is known of a source. */
async function loadMovingClaims(client: pg.ClientBase, state: FoldState, events: readonly AnyRecordedEvent[]): Promise<ClaimRow[]> {
  const moving: ClaimRow[] = [];
  const touched = new Set<string>();
  for (const event of events) for (const name of isNameEvent(event) ? namesIn(event) : []) touched.add(name);
  if (touched.size > 0) moving.push(...(await loadClaimsOfNames(client, [...namesThrough(state.names, touched)])));
  const sourceIds = new Set<string>();
  for (const event of events)
    if (event.type === 'SourceRegistered' || event.type === 'SourceChanged') {
      const { sourceId } = event.data;
      if (changesClaims(state.sources.get(sourceId), event.data) || sourceIds.has(sourceId)) sourceIds.add(sourceId);
    } else if (event.type === 'ReliabilityEpochClosed') for (const sourceId of sourcesTouchedBy(state, event.data)) sourceIds.add(sourceId);
  if (sourceIds.size > 0) moving.push(...(await loadClaimsOfSources(client, [...sourceIds])));
  return moving;
}

/** Figures and deal buckets that any claim at hand is, was or will be about, whatever names mean at each moment of the batch. */
function keysOf(state: FoldState, events: readonly AnyRecordedEvent[]): { figureIds: string[]; buckets: string[] } {
  const figureIds = new Set<string>();
  const buckets = new Set<string>();
  for (const { figureId, dealBucket } of state.claims.values()) {
    if (figureId !== null) figureIds.add(figureId);
    if (dealBucket !== null) buckets.add(dealBucket);
  }
  for (const event of events) if (event.type === 'FigurePinned' || event.type === 'FigureUnpinned') figureIds.add(event.data.figureId);
  for (const names of nameStages(state.names, events)) {
    const resolve = (name: string) => resolveName(names, name);
    for (const claim of state.claims.values())
      if (claim.kind === 'figure') figureIds.add(figureIdOf(figureKeyOf(claim.content, resolve)));
      else buckets.add(dealBucketOf(claim.content, resolve));
    for (const { type, data } of events)
      if (type === 'FigureReported') figureIds.add(figureIdOf(figureKeyOf(data.figure, resolve)));
      else if (type === 'DealReported') buckets.add(dealBucketOf(data.deal, resolve));
  }
  return { figureIds: [...figureIds], buckets: [...buckets] };
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
