export { type Claims, type DealClaim, extractClaims, extractor, type FigureClaim } from './extractClaims.ts';
export type { ArticleText } from './text/readDocument.ts';
