import type { Handle } from '@newsledger/event-store';
import { isTracing, noteSpan } from '@newsledger/platform';
import { readTraces } from '@newsledger/queues';
import type pg from 'pg';

/** Attributes are for looking, not for all that there is. */
const MOST_FIGURES = 50;

/**
 * The same folding, each batch of which is a span in every trace that brought an event of it, with the figures that these events changed. A
 * batch may fold many articles, so its time is that of all of them.
 */
export function foldInTraces(fold: Handle): Handle {
  return async (client, events) => {
    if (!isTracing()) return fold(client, events);
    const startedAt = new Date();
    const traces = await readTraces(
      client,
      events.map(({ id }) => id),
    );
    const ofParent = Map.groupBy(
      events.filter(({ id }) => traces.has(id)),
      ({ id }) => traces.get(id) ?? '',
    );
    const note = (figures: ReadonlyMap<string, readonly string[]>, error?: unknown) => {
      for (const [parent, own] of ofParent) {
        const changed = [...new Set(own.flatMap(({ id }) => figures.get(id) ?? []))];
        const attributes = {
          'newsledger.events': own.length,
          'newsledger.batch.events': events.length,
          'newsledger.article.ids': [...new Set(own.flatMap(({ data }) => ('articleId' in data ? data.articleId : [])))],
          'newsledger.figures': changed.length,
          'newsledger.figure.ids': changed.slice(0, MOST_FIGURES),
        };
        noteSpan('reconcile', { parent, attributes, startedAt, error });
      }
    };
    try {
      await fold(client, events);
    } catch (error) {
      note(new Map(), error);
      throw error;
    }
    const traced = events.filter(({ id }) => traces.has(id)).map(({ id, position }) => ({ id, position: `${position}` }));
    note(traced.length === 0 ? new Map() : await figuresChangedBy(client, traced));
  };
}

/** Ids of figures whose rows these events changed, by event id. */
async function figuresChangedBy(
  client: pg.ClientBase,
  events: readonly { readonly id: string; readonly position: string }[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ eventId: string; figureIds: string[] }>(
    `SELECT event_id AS "eventId", array_agg(DISTINCT figure_id::text) AS "figureIds"
       FROM projection.figure_history
      WHERE position = ANY ($1::bigint[])
      GROUP BY event_id`,
    [events.map(({ position }) => position)],
  );
  return new Map(rows.map(({ eventId, figureIds }) => [eventId, figureIds]));
}
