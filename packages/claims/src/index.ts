export { type DealClaim, type Extraction, extractClaims, extractor, type FigureClaim } from './extractClaims.ts';
export type { ArticleText } from './text/readDocument.ts';
