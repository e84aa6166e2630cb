import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The text in which claims are found: all their offsets are into it. */
export function readingText(title: string, body: string): string {
  return title === '' ? body : body === '' ? title : `${title}\n\n${body}`;
}
