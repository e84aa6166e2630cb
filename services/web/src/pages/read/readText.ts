import { type DealClaim, extractClaims, type FigureClaim } from '@newsledger/claims';
import { type Quantity, scanAll, type TypedSpan } from '@newsledger/quantities';
import { isPlaced } from '@newsledger/read-models';
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

/** A claim, and whether it would count in the tables. */
export type ReadClaim<Claim extends FigureClaim | DealClaim> = Claim & { readonly placed: boolean };

export interface ClaimReading {
  readonly text: string;
  readonly figures: readonly ReadClaim<FigureClaim>[];
  readonly deals: readonly ReadClaim<DealClaim>[];
}

/**
 * What the text claims, with the reasons; offsets are into `text`, which begins with the title.
 * @param placedFrom certainty from which claims count.
 */
export function readClaims({ title, text, published, publisher }: ReadRequest, placedFrom: number): ClaimReading {
  const reading = title === '' || text.startsWith(title) ? text : `${title}\n\n${text}`;
  const article = {
    title,
    text: reading,
    publishedAt: published === '' ? null : published,
    publisher: publisher === '' ? null : publisher,
  };
  const { figures, deals } = extractClaims(article, { explain: true });
  const judged = <Claim extends FigureClaim | DealClaim>(claim: Claim): ReadClaim<Claim> => ({
    ...claim,
    placed: isPlaced(claim.certainty, placedFrom),
  });
  return { text: reading, figures: figures.map(judged), deals: deals.map(judged) };
}
