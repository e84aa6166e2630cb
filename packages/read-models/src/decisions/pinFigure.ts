import type { EventStore } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import type pg from 'pg';
import type { FigureRow } from '../questions/listFigures.ts';
import { DecisionError } from './decisionError.ts';

/** Who decides, and why. */
export interface Decider {
  readonly by: string;
  readonly reason: string;
}

/**
 * Lets a person's value win until the pin is taken back.
 * @param value an exact decimal in the unit of the figure.
 * @param at an ISO instant.
 */
export async function pinFigure(
  store: EventStore,
  { figure_id: figureId, unit }: Pick<FigureRow, 'figure_id' | 'unit'>,
  value: string,
  { by, reason }: Decider,
  at: string,
): Promise<void> {
  await store.append(streamOf.figure(figureId), 'any', [newEvent('FigurePinned', { figureId, value, unit, by, reason, pinnedAt: at })]);
}

/** Takes a pin back. @throws {DecisionError} when the figure is not pinned. */
export async function unpinFigure(pool: pg.Pool, store: EventStore, figureId: string, { by, reason }: Decider, at: string): Promise<void> {
  const { rows } = await pool.query<{ pinned: boolean }>('SELECT pinned FROM newsledger.figures WHERE figure_id = $1', [figureId]);
  if (rows[0]?.pinned !== true) throw new DecisionError('That figure is not pinned.');
  await store.append(streamOf.figure(figureId), 'any', [newEvent('FigureUnpinned', { figureId, by, reason, unpinnedAt: at })]);
}
