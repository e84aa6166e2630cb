import type { SourceSettings } from '@newsledger/events';

/** The source of what people hand in themselves; it is never polled. `.invalid` names nobody (RFC 2606). */
export const ingestedSource: SourceSettings = {
  sourceId: 'ingested',
  name: 'Ingested by hand',
  url: 'http://ingested.invalid/',
  kind: 'page',
  primaryFor: [],
  everySeconds: 365 * 86_400,
  select: null,
  declaredBy: 'command',
};
