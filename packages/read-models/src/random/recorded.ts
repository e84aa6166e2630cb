import { type AnyRecordedEvent, readEvent } from '@newsledger/events';
import type { Said } from './randomWorld.ts';

/** Events as the store would give them back, from a position on; one second lies between two of them. */
export function recorded(log: readonly Said[], after = 0): AnyRecordedEvent[] {
  return log.map(({ stream, event }, index) =>
    readEvent({
      ...event,
      stream,
      streamVersion: after + index + 1,
      position: BigInt(after + index + 1),
      recordedAt: new Date(Date.UTC(2026, 0, 1) + (after + index) * 1000),
      correlationId: null,
      causationId: null,
    }),
  );
}
