import type { EventStore } from '@newsledger/event-store';
import type { HttpClient, Logger, Metrics } from '@newsledger/platform';
import type { Queues } from '@newsledger/queues';
import type pg from 'pg';
import type { PageReaders } from './capturing/pageReaders.ts';
import type { HostGate } from './politeness/hostGate.ts';
import type { Reservations } from './politeness/reservations.ts';
import type { Robots } from './politeness/robots.ts';

/** What the handlers of one fetcher share. */
export interface FetcherContext {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly queues: Queues;
  readonly http: HttpClient;
  readonly gate: HostGate;
  readonly robots: Robots;
  readonly reservations: Reservations;
  readonly pageReaders: PageReaders;
  /** Where hubs reach the callback server; null when they can't. */
  readonly publicUrl: string | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
}
