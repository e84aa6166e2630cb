export { type DealTelling, readDeals } from './deals/readDeals.ts';
export { createEntityList, type EntityEntry, type EntityKind, type EntityList, entityKinds } from './entities/entityList.ts';
export { type Organisation, organisations } from './entities/organisations.ts';
export type { Explanation, Reason } from './explain/explanation.ts';
export { type DealClaim, type Extraction, type ExtractOptions, extractClaims, extractor, type FigureClaim } from './extractClaims.ts';
export type { ArticleText } from './text/readDocument.ts';
