import type { ChildProcess } from 'node:child_process';
import { createEventStore } from '@newsledger/event-store';
import { createLogger, openPool } from '@newsledger/platform';
import { startProjector } from '@newsledger/projector';

/** Those that a projector of one share has. */
const CONNECTIONS = 10;

/** Folds in this process, which a bench forked, until `stop` is asked of it. Its first message says that it has begun. */
export function projectHere(url: string, shares: number): void {
  const pool = openPool({ url, max: CONNECTIONS + shares });
  const stopping = new AbortController();
  const { done } = startProjector({
    pool,
    store: createEventStore(pool),
    logger: createLogger('projector', { level: 'warn' }),
    signal: stopping.signal,
    shares,
  });
  process.once('message', () => stopping.abort());
  process.send?.('started');
  void done.then(() => pool.end()).then(() => process.disconnect());
}

/** Has a process that projects for a bench end, and waits until it has. */
export async function stop(child: ChildProcess): Promise<void> {
  child.send('stop');
  await new Promise((resolve) => child.once('exit', resolve));
}
