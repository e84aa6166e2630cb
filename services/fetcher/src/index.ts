export { IngestError, type Ingested, ingest } from './ingesting/ingest.ts';
export { type RobotsRules, readRobotsRules } from './politeness/robotsRules.ts';
export type { SourceReading } from './polling/readSourceDocument.ts';
export { type SourceTrial, tryOutSource } from './polling/tryOutSource.ts';
export { declareSource, removeSource } from './sources/declareSource.ts';
export { readAllSources } from './sources/readAllSources.ts';
export { requestPolls } from './sources/requestPolls.ts';
export { type SyncResult, syncSources } from './sources/syncSources.ts';
export { type Fetcher, type FetcherOptions, startFetcher } from './startFetcher.ts';
