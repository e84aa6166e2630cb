export { type Article, readArticle } from './readArticle.ts';
export { decodeHtml } from './text/decodeHtml.ts';
export { fingerprint, hammingDistance } from './text/fingerprint.ts';
export { readingText, textHash } from './text/textHash.ts';
