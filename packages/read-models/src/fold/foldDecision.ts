import type { RecordedEvent } from '@newsledger/events';
import { inUtc } from './inUtc.ts';
import { reconcileFigure } from './reconcileFigure.ts';
import type { Cause } from './rows.ts';
import type { FoldState } from './state.ts';

type DecisionEvent = RecordedEvent<'FigurePinned'> | RecordedEvent<'FigureUnpinned'> | RecordedEvent<'OutcomeAudited'>;

/** What people decided: pins at once, audited outcomes when their epoch is closed (`foldEpoch`). */
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
    case 'OutcomeAudited': {
      const { evidenceUrl = null, trueValue = null, by = null, ...audit } = event.data;
      state.changed.audits.push({ ...audit, evidenceUrl, trueValue, by, position: cause.position });
    }
  }
}
