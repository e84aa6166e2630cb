import type { RecordedEvent } from '@newsledger/events';
import { inUtc } from './inUtc.ts';
import { reconcileFigure } from './reconcileFigure.ts';
import type { Cause } from './rows.ts';
import { reliabilityKey } from './sourceWeight.ts';
import type { FoldState } from './state.ts';

type DecisionEvent =
  | RecordedEvent<'FigurePinned'>
  | RecordedEvent<'FigureUnpinned'>
  | RecordedEvent<'OutcomeAudited'>
  | RecordedEvent<'ReliabilityEpochClosed'>;

/** What people decided: pins at once, audited outcomes when their epoch is closed. */
export function foldDecision(state: FoldState, event: DecisionEvent, cause: Cause): void {
  switch (event.type) {
    case 'FigurePinned': {
      const { figureId, value, unit, by, reason, pinnedAt } = event.data;
      state.pins.set(figureId, { figureId, value, unit, by, reason, pinnedAt: inUtc(pinnedAt) });
      state.changed.pins.add(figureId);
      reconcileFigure(state, figureId, cause);
      break;
    }
    case 'FigureUnpinned':
      state.pins.delete(event.data.figureId);
      state.changed.pins.add(event.data.figureId);
      reconcileFigure(state, event.data.figureId, cause);
      break;
    case 'OutcomeAudited':
      state.changed.audits.push({ ...event.data, position: cause.position });
      break;
    case 'ReliabilityEpochClosed':
      // Frozen counts hold for what is decided from now on; they never rewrite rows by themselves.
      for (const { sourceId, measureClass, right, wrong } of event.data.sources) {
        const key = reliabilityKey(sourceId, measureClass);
        const { epoch, closedAt } = event.data;
        state.reliability.set(key, { sourceId, measureClass, epoch, rightCount: right, wrongCount: wrong, closedAt });
        state.changed.reliability.add(key);
      }
  }
}
