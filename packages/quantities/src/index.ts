export { INTERVAL_TABLE_VERSION } from './intervals.ts';
export * from './quantity.ts';
export { readQuantities, readTypedSpans } from './readQuantities.ts';
