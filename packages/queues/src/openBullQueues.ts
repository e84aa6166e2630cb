import { openPool } from '@newsledger/platform';
import { Queue } from 'bullmq';
import type { Backend, BackendConfig, OnError } from './backend.ts';
import { type QueueName, queueNames } from './jobData.ts';
import { openBackend } from './openBackend.ts';

export interface BullQueues {
  readonly queues: readonly Queue[];
  readonly close: () => Promise<void>;
}

/**
 * The queues as BullMQ has them, for tools that are made for BullMQ, such as a board. Work is asked for through `createQueues` alone.
 * @throws {QueueBackendError} when Redis or PostgreSQL can't be used; the message says what to change.
 */
export async function openBullQueues(config: BackendConfig & { readonly onError?: OnError }): Promise<BullQueues> {
  const { onError = () => {} } = config;
  const pool = openPool({ url: config.postgresUrl, max: 1, onLost: (error) => onError(error, 'queue database') });
  try {
    const backend = await openBackend(config, pool, onError);
    const close = async () => {
      await backend.close();
      await pool.end();
    };
    return { queues: await Promise.all(Object.values(queueNames).map((name) => openWhole(backend, name))), close };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Of either backend a queue is BullMQ's, whose types tell the two apart where its tools don't. */
async function openWhole(backend: Backend, name: QueueName): Promise<Queue> {
  const queue: unknown = await backend.openQueue(name);
  if (!(queue instanceof Queue)) throw new TypeError(`the queue ${name} is not one of BullMQ's`);
  return queue;
}
