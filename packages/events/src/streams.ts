import { deterministicId } from './newEvent.ts';

/** Stream names; what they end in is also part of the ids of jobs and rows. */
export const streamOf = {
  source: (sourceId: string) => `source-${sourceId}`,
  article: (articleId: string) => `article-${articleId}`,
  figure: (figureId: string) => `figure-${figureId}`,
  entity: (name: string) => `entity-${deterministicId('entity', name)}`,
  /** Reliability epochs are about all figures. */
  reliability: () => 'figure-reliability',
  commands: () => 'commands',
  rates: (base: string) => `rates-${base}`,
} as const;
