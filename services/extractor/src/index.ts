export { type Extractor, type ExtractorOptions, startExtractor } from './startExtractor.ts';
