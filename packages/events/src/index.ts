export * from './articleId.ts';
export * from './catalogue.ts';
export * from './figure.ts';
export * from './measures.ts';
export * from './newEvent.ts';
export * from './recordedEvent.ts';
export * from './streams.ts';
export * from './upcasters.ts';
