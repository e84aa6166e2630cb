import type { EventType } from './catalogue.ts';

/** Who may say what: the services that write to the log, and people by the pages and the command line. */
export const writers = ['fetcher', 'extractor', 'admin'] as const;
export type Writer = (typeof writers)[number];

/**
 * Who writes which events. The database holds them to it: each logs in as a role of its own, and the log takes no event of another's. Nobody
 * but the database's owner erases, or moves an article's text by hand.
 */
export const writersOf: Readonly<Record<EventType, readonly Writer[]>> = {
  SourceRegistered: ['fetcher', 'admin'],
  SourceChanged: ['fetcher', 'admin'],
  SourceRemoved: ['fetcher', 'admin'],
  SourceDegraded: ['fetcher'],
  SourceRecovered: ['fetcher'],
  SourceRetired: ['fetcher'],
  ArticleDiscovered: ['fetcher'],
  ArticleCaptured: ['fetcher'],
  ArticleRevised: ['fetcher'],
  ArticleUnavailable: ['fetcher'],
  ArticleWithdrawn: ['fetcher'],
  EventErased: [],
  FigureReported: ['extractor'],
  DealReported: ['extractor'],
  ExtractionCompleted: ['extractor'],
  ExtractionAbandoned: ['extractor'],
  FigurePinned: ['admin'],
  FigureUnpinned: ['admin'],
  ClaimJudged: ['admin'],
  ClaimUnjudged: ['admin'],
  EntityMerged: ['admin'],
  // The extractor brings entities.yaml and the built-in list into the log.
  EntitySplit: ['extractor', 'admin'],
  AliasAdded: ['extractor', 'admin'],
  EntityDescribed: ['extractor', 'admin'],
  CommandGiven: ['admin'],
  OutcomeAudited: ['admin'],
  ReliabilityEpochClosed: ['admin'],
  ExchangeRatesRecorded: ['admin'],
};

/** The types of events that a writer may append, in the order of the catalogue. */
export function typesWrittenBy(writer: Writer): string[] {
  return Object.entries(writersOf).flatMap(([type, allowed]) => (allowed.includes(writer) ? [type] : []));
}
