import type { AnyRecordedEvent } from '@newsledger/events';
import { abandonExtraction } from './abandonExtraction.ts';
import { completeExtraction } from './completeExtraction.ts';
import { describeCause } from './describeCause.ts';
import { foldArticle } from './foldArticle.ts';
import { foldDecision } from './foldDecision.ts';
import { foldEntity } from './foldEntity.ts';
import { foldEpoch } from './foldEpoch.ts';
import { foldJudgement } from './foldJudgement.ts';
import { foldNames } from './foldNames.ts';
import { foldRates } from './foldRates.ts';
import { foldSource } from './foldSource.ts';
import { reportClaim } from './reportClaim.ts';
import type { Cause } from './rows.ts';
import type { FoldState } from './state.ts';
import { withdrawArticle } from './withdrawArticle.ts';

/** Applies one event to the state in memory: the whole meaning of the read models, free of any database. */
export function foldEvent(state: FoldState, event: AnyRecordedEvent): void {
  const cause: Cause = {
    position: event.position,
    eventId: event.id,
    eventType: event.type,
    changedAt: event.recordedAt.toISOString(),
    cause: describeCause(state, event),
    articleId: 'articleId' in event.data ? event.data.articleId : null,
  };
  switch (event.type) {
    case 'SourceRegistered':
    case 'SourceChanged':
    case 'SourceRemoved':
    case 'SourceDegraded':
    case 'SourceRecovered':
    case 'SourceRetired':
      foldSource(state, event, cause);
      break;
    case 'ArticleDiscovered':
    case 'ArticleCaptured':
    case 'ArticleRevised':
    case 'ArticleUnavailable':
      foldArticle(state, event, cause);
      break;
    case 'ArticleWithdrawn':
      withdrawArticle(state, event.data, cause);
      break;
    case 'EventErased':
    case 'CommandGiven':
      break;
    case 'FigureReported':
    case 'DealReported':
      reportClaim(state, event);
      break;
    case 'ExtractionCompleted':
      completeExtraction(state, event.data, cause);
      break;
    case 'ExtractionAbandoned':
      abandonExtraction(state, event.data);
      break;
    case 'ClaimJudged':
    case 'ClaimUnjudged':
      foldJudgement(state, event, cause);
      break;
    case 'FigurePinned':
    case 'FigureUnpinned':
    case 'OutcomeAudited':
      foldDecision(state, event, cause);
      break;
    case 'ReliabilityEpochClosed':
      foldEpoch(state, event.data, cause);
      break;
    case 'ExchangeRatesRecorded':
      foldRates(state, event.data, cause);
      break;
    case 'EntityMerged':
    case 'EntitySplit':
    case 'AliasAdded':
      foldNames(state, event, cause);
      break;
    case 'EntityDescribed':
      foldEntity(state, event.data);
      break;
  }
}
