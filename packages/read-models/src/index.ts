export { isPlaced, PLACED_FROM } from '@newsledger/reconcile';
export { applyEvents } from './applyEvents.ts';
export { contentHash } from './contentHash.ts';
export { createFolder } from './createFolder.ts';
export { decideName, type NameDecision, nameDecisions } from './decisions/decideName.ts';
export { DecisionError } from './decisions/decisionError.ts';
export { type Finding, findClaim, type JudgedClaim, judgeClaim, unjudgeClaim } from './decisions/judgeClaim.ts';
export { type Decider, pinFigure, unpinFigure } from './decisions/pinFigure.ts';
export { plainDecimal } from './decisions/plainDecimal.ts';
export { type ClosedEpoch, closeEpoch } from './epochs/closeEpoch.ts';
export { analyzeGrown } from './generations/analyzeParents.ts';
export { type DeliveryMeasures, measureDeliveries } from './measures/measureDeliveries.ts';
export { measureFigures } from './measures/measureFigures.ts';
export { measureProjection, type ProjectionMeasures } from './measures/measureProjection.ts';
export { measureSources, type SourceMeasures } from './measures/measureSources.ts';
export { measureRebuilds, type RebuildMeasures } from './measures/rebuildProgress.ts';
export { migrateReadModels, PROJECTION_MIGRATIONS } from './migrateReadModels.ts';
export { type ParkingRebuild, rebuildParking } from './parking/rebuildParking.ts';
export { RebuildStoppedError } from './parking/rebuildStoppedError.ts';
export { type RetriedTables, retryParkedTables } from './parking/retryParkedTables.ts';
export { addSourceProblems } from './polling/addSourceProblems.ts';
export { type EntryPlace, forgetOldPlaces, loadEntryPlaces, saveEntryPlaces } from './polling/entryPlaces.ts';
export { forgetOldEntries, type ListedEntry, loadListedEntries, saveListedEntries } from './polling/listedEntries.ts';
export { loadPollState, loadPollStates } from './polling/loadPollState.ts';
export { newPollState, type PollState } from './polling/pollState.ts';
export { loadNextPolls, readLastPoll } from './polling/pollTimes.ts';
export { deletePollState, savePollState } from './polling/savePollState.ts';
export { PROJECTOR } from './projectorName.ts';
export { describeMeasures, type MeasureRow } from './questions/describeMeasures.ts';
export { type ArticleRow, findArticle, listArticlesOf } from './questions/findArticle.ts';
export { findFigure, findFigures } from './questions/findFigure.ts';
export { foldRepeats, type RepeatedClaim } from './questions/foldRepeats.ts';
export { type AmountRow, formatAmount, formatNumber, formatRange } from './questions/formatAmount.ts';
export { type ArticleClaim, listArticleClaims } from './questions/listArticleClaims.ts';
export { type Change, type ChangePage, listChanges } from './questions/listChanges.ts';
export { type ClaimRow, listClaims } from './questions/listClaims.ts';
export {
  type DealClaim,
  type DealRow,
  type DealStage,
  listDealClaims,
  listDealFigures,
  listDealStages,
  listDeals,
} from './questions/listDeals.ts';
export { type DecisionFilter, type DecisionRow, listDecisions } from './questions/listDecisions.ts';
export { type Disagreement, listDisagreements, listTopDisputes } from './questions/listDisagreements.ts';
export { type EntityRow, findEntity, listEntities, listFiguresOf } from './questions/listEntities.ts';
export { type FigureNews, listFigureNews, type NewsFilter, type NewsKind, newsKinds } from './questions/listFigureNews.ts';
export { type FigurePage, figureOrders, listFigurePage, type ShownFigure } from './questions/listFigurePage.ts';
export { type FigureFilter, type FigureList, type FigureRow, listFigures, listMeasures } from './questions/listFigures.ts';
export { type FigureChange, listHistory } from './questions/listHistory.ts';
export { listNews, type News, type NewsList } from './questions/listNews.ts';
export { type FailingWorkRow, listFailingWork, listParkedEvents, type ParkedEventRow } from './questions/listParked.ts';
export { type CurrencyMatch, listRelated } from './questions/listRelated.ts';
export { listReliability, type ReliabilityRow } from './questions/listReliability.ts';
export { type ArticleDay, countArticlesByDay, findSource, listSources, type SourceRow } from './questions/listSources.ts';
export { type Health, readHealth } from './questions/readHealth.ts';
export { type Minute, type PipelineState, type QueueRow, readPipeline } from './questions/readPipeline.ts';
export { type RebuildOptions, rebuild } from './rebuild.ts';
export { rebuildIfOutdated } from './rebuildIfOutdated.ts';
export { areForShares } from './shares/areForShares.ts';
export { createShareFolder, mayKeep, type ShareFolder } from './shares/createShareFolder.ts';
export { REST } from './shares/keyShare.ts';
export { listShares, SHARE_LOCKS, type ShareRow } from './shares/listShares.ts';
export {
  closeRound,
  countKept,
  decideRound,
  digestOf,
  giveUpRound,
  keepSharesOut,
  openRound,
  ROUND_CHANNEL,
  type Round,
  readRound,
  readVotes,
  VOTE_CHANNEL,
  vote,
} from './shares/round.ts';
export {
  type DeliveryRow,
  type Failure,
  forgetDelivered,
  forgetDeliveriesOf,
  listDeliveries,
  noteDelivered,
  noteFailed,
  type TakenDelivery,
  takeDeliveries,
} from './webhooks/deliveries.ts';
export { deriveDeliveries } from './webhooks/deriveDeliveries.ts';
export { addWebhook, findWebhook, listWebhooks, type NewWebhook, removeWebhook, tellAgain, type Webhook } from './webhooks/webhook.ts';
