export { INTERVAL_TABLE_VERSION } from './intervals.ts';
export * from './quantity.ts';
export { type Scan, type ScanOptions, scan, scanAll, scanTypedSpans } from './scan.ts';
