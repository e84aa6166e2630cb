import { type Extraction, extractClaims } from '@newsledger/claims';
import { type Quantity, scanAll, type TypedSpan } from '@newsledger/quantities';
import type { ReadRequest } from './readForm.ts';

/** A text taken apart: every number in it is either a quantity or left alone as something else. */
export interface TextReading {
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly typedSpans: readonly TypedSpan[];
}

export function readText(text: string): TextReading {
  return { text, ...scanAll(text) };
}

/** What the text claims, with the reasons; offsets are into `text`, which begins with the title. */
export function readClaims({ title, text, published, publisher }: ReadRequest): Extraction & { readonly text: string } {
  const reading = title === '' || text.startsWith(title) ? text : `${title}\n\n${text}`;
  const article = {
    title,
    text: reading,
    publishedAt: published === '' ? null : published,
    publisher: publisher === '' ? null : publisher,
  };
  return { text: reading, ...extractClaims(article, { explain: true }) };
}
