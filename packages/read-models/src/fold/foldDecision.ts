import type { RecordedEvent } from '@newsledger/events';
import { decide } from './decide.ts';
import { inUtc } from './inUtc.ts';
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
      decideFigure(state, figureId, cause);
      break;
    }
    case 'FigureUnpinned':
      state.pins.delete(event.data.figureId);
      state.changed.pins.add(event.data.figureId);
      decideFigure(state, event.data.figureId, cause);
      break;
    case 'OutcomeAudited': {
      const { evidenceUrl = null, trueValue = null, by = null, ...audit } = event.data;
      state.changed.audits.push({ ...audit, evidenceUrl, trueValue, by, position: cause.position });
    }
  }
}

/** A pinned figure never gives way to a fuller one, so a pin can call back claims that had left it. */
function decideFigure(state: FoldState, figureId: string, cause: Cause): void {
  state.touchFigure(figureId);
  decide(state, { figures: new Set([figureId]), buckets: new Set() }, cause);
}
