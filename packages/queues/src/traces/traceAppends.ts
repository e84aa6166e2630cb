import type { AppendResult, EventStore } from '@newsledger/event-store';
import { inSpan } from '@newsledger/platform';
import type pg from 'pg';
import { noteTrace } from './noteTrace.ts';

/** The same store, each append of which is a span, noted for what follows from its events. */
export function traceAppends(store: EventStore, pool: pg.Pool): EventStore {
  return {
    ...store,
    append: (stream, expected, events, context, client) =>
      inSpan('append', { attributes: attributesOf([{ stream, events }]) }, async (span) => {
        const result = await store.append(stream, expected, events, context, client);
        span.setAttribute('newsledger.append.outcome', result.outcome);
        if (result.outcome === 'appended') await noteTrace(client ?? pool, events);
        return result;
      }),
    appendMany: (batches, client) =>
      inSpan('append', { attributes: attributesOf(batches) }, async () => {
        const results = await store.appendMany(batches, client);
        await noteTrace(
          client ?? pool,
          batches.flatMap(({ events }, place) => (isAppended(results[place]) ? events : [])),
        );
        return results;
      }),
  };
}

function isAppended(result: AppendResult | undefined): boolean {
  return result?.outcome === 'appended';
}

/** Streams name articles and sources; a span of many says how many. */
function attributesOf(batches: readonly { readonly stream: string; readonly events: readonly { readonly type: string }[] }[]) {
  const [only] = batches;
  return {
    ...(batches.length === 1 && only !== undefined && { 'newsledger.stream': only.stream }),
    'newsledger.streams': batches.length,
    'newsledger.events': batches.reduce((sum, { events }) => sum + events.length, 0),
    'newsledger.event.types': [...new Set(batches.flatMap(({ events }) => events.map(({ type }) => type)))],
  };
}
