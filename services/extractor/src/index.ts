export { prepareEntities } from './entities/prepareEntities.ts';
export { type ModelSettings, modelSettings } from './model/modelSettings.ts';
export { readingTextOf } from './readingTextOf.ts';
export { type Extractor, type ExtractorOptions, startExtractor } from './startExtractor.ts';
