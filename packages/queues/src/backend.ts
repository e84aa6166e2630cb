import type { Processor, Queue } from 'bullmq';
import type { QueueName } from './jobData.ts';

export interface BackendConfig {
  readonly backend: 'redis' | 'postgres';
  /** Needed when the backend is Redis. */
  readonly redisUrl?: string | undefined;
  /** Of the database itself: BullMQ's queues listen there. */
  readonly postgresUrl: string;
  /** Of a pooler in transaction mode before it; the outbox's books are then kept through that. */
  readonly pooledUrl?: string | undefined;
  /** Of all keys in Redis. In braces, so that a Redis Cluster keeps one queue's keys together. */
  readonly prefix?: string | undefined;
}

/** What both of BullMQ's queues offer to us, and one thing more. */
export interface BackendQueue extends BullQueue {
  /** Those of these jobs that the queue keeps though they are completed or failed, in one round trip. */
  findFinished(jobIds: readonly string[]): Promise<string[]>;
}

type BullQueue = Pick<
  Queue<unknown, void, string>,
  | 'addBulk'
  | 'getJob'
  | 'getJobState'
  | 'getJobCounts'
  | 'remove'
  | 'upsertJobScheduler'
  | 'getJobScheduler'
  | 'getJobSchedulers'
  | 'removeJobScheduler'
>;

interface BackendWorker {
  /** Takes no more jobs, and resolves when those at hand are done; for ever later when the backend is away. */
  close(): Promise<void>;
  /** Drops the connections of a worker whose closing takes too long. Its locks are then renewed no more, and its jobs count as lost. */
  cut(): Promise<void>;
}

type BackendProcessor = Processor<unknown, void, string>;

interface BackendWorkerOptions {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly settings: { readonly backoffStrategy: (attemptsMade: number, type?: string, error?: Error) => number };
}

/** Everything that differs between Redis and PostgreSQL. */
export interface Backend {
  /** Resolves when the queue can be used: from then on, a backend that is away fails a call at once. */
  openQueue(name: QueueName): Promise<BackendQueue>;
  openWorker(name: QueueName, processor: BackendProcessor, options: BackendWorkerOptions): BackendWorker;
  /** @returns what frees, each time that it is called, jobs of dead workers that wrong clocks keep; see `createLostJobWatch`. */
  watchForLostJobs(patienceMs: number): () => Promise<void>;
  /** Closes the queues; workers are closed by whoever opened them. */
  close(): Promise<void>;
}

export type OnError = (error: Error, where: string) => void;
