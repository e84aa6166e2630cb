export { type DealTelling, readDeals } from './deals/readDeals.ts';
export { type Organisation, organisations } from './entities/organisations.ts';
export { type DealClaim, type Extraction, extractClaims, extractor, type FigureClaim } from './extractClaims.ts';
export type { ArticleText } from './text/readDocument.ts';
