export type { PageFact } from './facts/pageFact.ts';
export { readFacts } from './facts/readFacts.ts';
export { type Article, readArticle } from './readArticle.ts';
export { decodeHtml } from './text/decodeHtml.ts';
export { fingerprint, hammingDistance } from './text/fingerprint.ts';
export { createFingerprintIndex, type FingerprintIndex } from './text/fingerprintIndex.ts';
export { readingText, textHash } from './text/textHash.ts';
