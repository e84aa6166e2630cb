export * from './articleId.ts';
export * from './articleName.ts';
export * from './articleTombstoneUrl.ts';
export * from './catalogue.ts';
export * from './checkedSchema.ts';
export {
  type ClaimJudgement,
  type Correction,
  correction,
  judgements,
  type MisreadField,
  misreadFields,
} from './decisionEvents.ts';
export * from './figure.ts';
export * from './isSameSite.ts';
export * from './measures.ts';
export * from './newEvent.ts';
export * from './recordedEvent.ts';
export * from './streams.ts';
export * from './upcasters.ts';
export * from './writers.ts';
