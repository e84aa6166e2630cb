import type pg from 'pg';
import { generateLog, type LogShape } from './generateLog.ts';

/** What follows in one stream, as a writer appends it. */
export interface LogRun {
  readonly stream: string;
  readonly events: readonly object[];
}

/** A generated log, to be appended piece by piece while others read it. */
export function logRuns(shape: LogShape): LogRun[] {
  const runs: { stream: string; events: object[] }[] = [];
  for (const { stream, id, type, schemaVersion, data } of generateLog(shape)) {
    const event = { id, type, schemaVersion, data: JSON.parse(data) };
    const last = runs.at(-1);
    if (last?.stream === stream) last.events.push(event);
    else runs.push({ stream, events: [event] });
  }
  return runs;
}

/** Cuts a log in two where a share of its events, 0 to 1, has come: runs differ in length. */
export function cutLog(runs: readonly LogRun[], share: number): readonly [LogRun[], LogRun[]] {
  const total = countEvents(runs);
  let before = 0;
  const at = runs.findIndex(({ events }) => {
    const isReached = before >= total * share;
    before += events.length;
    return isReached;
  });
  return at === -1 ? [[...runs], []] : [runs.slice(0, at), runs.slice(at)];
}

function countEvents(runs: readonly LogRun[]): number {
  return runs.reduce((count, { events }) => count + events.length, 0);
}

/** Wakes nobody: who follows the log looks by himself. */
export async function appendRuns(pool: pg.Pool, runs: readonly LogRun[]): Promise<void> {
  for (const { stream, events } of runs)
    await pool.query('SELECT * FROM ledger.append_events($1, NULL, $2, NULL, NULL)', [stream, JSON.stringify(events)]);
}
