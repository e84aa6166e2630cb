import type { EventStore } from '@newsledger/event-store';
import type { Work } from '../jobData.ts';
import { jobIds } from '../jobIds.ts';

type LogEvent = Awaited<ReturnType<EventStore['readAll']>>['events'][number];

/** The events that mean work, or the end of it. */
export const workEventTypes = [
  'ArticleDiscovered',
  'ArticleCaptured',
  'ArticleRevised',
  'ArticleUnavailable',
  'ArticleWithdrawn',
  'ExtractionCompleted',
  'ExtractionAbandoned',
] as const satisfies readonly LogEvent['type'][];

export type WorkEvent = Extract<LogEvent, { type: (typeof workEventTypes)[number] }>;

export interface ArticleState {
  /** The latest captured revision; 0 before the first. */
  readonly revision: number;
  /** The page can't be had, and the feed entry is read instead. */
  readonly unavailable: boolean;
  readonly withdrawn: boolean;
  /** Of the last extraction that was completed or given up; null before the first. */
  readonly extractedVersion: number | null;
}

const unknownArticle: ArticleState = { revision: 0, unavailable: false, withdrawn: false, extractedVersion: null };

/** What a batch of events changes in the outbox. Removals come first: what is added was asked for after them. */
export interface WorkChanges {
  readonly states: ReadonlyMap<string, ArticleState>;
  /** Articles all of whose work is removed, and those whose extractions are. */
  readonly dropAll: ReadonlySet<string>;
  readonly dropExtractions: ReadonlySet<string>;
  /** Ids of single jobs that are done. */
  readonly done: ReadonlySet<string>;
  readonly add: readonly Work[];
  /** The event that each added job follows from, by job id. */
  readonly causes: ReadonlyMap<string, string>;
}

/** Events that no capture ends with. */
const beginsOrExtracts: ReadonlySet<WorkEvent['type']> = new Set(['ArticleDiscovered', 'ExtractionCompleted', 'ExtractionAbandoned']);

export function isWorkEvent(event: LogEvent): event is WorkEvent {
  return workEventTypes.some((type) => type === event.type);
}

/**
 * Folds events into work: an article that was discovered is to be captured, and the latest revision of a text is to be extracted by the
 * current extractor.
 * @param known states of the articles that the events are about, as far as there are any.
 */
export function foldWork(known: ReadonlyMap<string, ArticleState>, events: readonly WorkEvent[], extractorVersion: number): WorkChanges {
  const states = new Map<string, ArticleState>();
  const dropAll = new Set<string>();
  const dropExtractions = new Set<string>();
  const done = new Set<string>();
  const add = new Map<string, Work>();
  const causes = new Map<string, string>();

  const extract = (articleId: string, revision: number, causeId: string) => {
    const jobId = jobIds.extract(articleId, revision, extractorVersion);
    add.set(jobId, { queue: 'extract', jobId, data: { articleId, revision, extractorVersion } });
    causes.set(jobId, causeId);
  };
  const forget = (articleId: string, queue: Work['queue'] | null) => {
    for (const [jobId, work] of add)
      if (work.queue !== 'poll' && work.data.articleId === articleId && (queue === null || work.queue === queue)) add.delete(jobId);
  };
  const finish = (jobId: string) => {
    done.add(jobId);
    add.delete(jobId);
  };

  for (const event of events) {
    const { articleId } = event.data;
    const state = states.get(articleId) ?? known.get(articleId) ?? unknownArticle;
    const become = (change: Partial<ArticleState>) => states.set(articleId, { ...state, ...change });
    // Whatever came of a capture, it was done in the transaction that says so.
    if (!beginsOrExtracts.has(event.type) && event.causationId !== null) finish(jobIds.capture(event.causationId));
    switch (event.type) {
      case 'ArticleDiscovered': {
        const jobId = jobIds.capture(event.id);
        add.set(jobId, { queue: 'capture', jobId, data: { articleId, discoveredEventId: event.id } });
        causes.set(jobId, event.id);
        become({});
        // The page was refused before, and may be again, without a new event to say so; the entry itself has changed.
        if (state.unavailable && !state.withdrawn) extract(articleId, 0, event.id);
        break;
      }
      case 'ArticleCaptured':
      case 'ArticleRevised':
        dropExtractions.add(articleId);
        forget(articleId, 'extract');
        become({ revision: event.data.revision, unavailable: false, withdrawn: false });
        extract(articleId, event.data.revision, event.id);
        break;
      case 'ArticleUnavailable':
        if (state.revision > 0 || state.withdrawn) break;
        become({ unavailable: true });
        extract(articleId, 0, event.id);
        break;
      case 'ArticleWithdrawn':
        dropAll.add(articleId);
        forget(articleId, null);
        become({ withdrawn: true });
        break;
      case 'ExtractionCompleted':
        if (event.data.part < event.data.parts) break;
        become({ extractedVersion: event.data.extractor.version });
        finish(jobIds.extract(articleId, event.data.revision, event.data.extractor.version));
        // In the middle of an update, a newer extractor may have done what was asked of this one.
        if (event.data.extractor.version > extractorVersion) finish(jobIds.extract(articleId, event.data.revision, extractorVersion));
        break;
      case 'ExtractionAbandoned':
        become({ extractedVersion: event.data.extractor.version });
        finish(jobIds.extract(articleId, event.data.revision, event.data.extractor.version));
        break;
    }
  }
  return { states, dropAll, dropExtractions, done, add: [...add.values()], causes };
}
