import type { ExtractOptions } from '@newsledger/claims';
import { extractClaims, type Given } from '../adapters/claims.ts';

interface LabelledFigure {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** As written; null is an open end. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly subject: string;
  readonly measure: string;
}

interface LabelledDeal {
  readonly type: string;
  readonly parties: readonly { readonly name: string; readonly role: string }[];
  readonly value_low: number | null;
  readonly value_high: number | null;
}

/** A text with all the figures and deals that it should yield; a line of a labelled set. */
export interface LabelledText extends Given {
  readonly id: string;
  readonly figures: readonly LabelledFigure[];
  readonly deals: readonly LabelledDeal[];
}

export interface Score {
  /** How many were claimed, and F1 in percent of those that are right. */
  readonly figures: number;
  readonly figuresF1: number;
  readonly deals: number;
  readonly dealsF1: number;
}

/** Figures count when value, unit, subject and measure are right; deals when type, all parties and value are. */
export function scoreClaims(texts: readonly LabelledText[], options: ExtractOptions): Score {
  const figures = { right: 0, wanted: 0, claimed: 0 };
  const deals = { right: 0, wanted: 0, claimed: 0 };
  for (const text of texts) {
    const found = extractClaims(text, options);
    count(figures, text.figures, found.figures, sameFigure);
    count(deals, text.deals, found.deals, sameDeal);
  }
  return { figures: figures.claimed, figuresF1: f1(figures), deals: deals.claimed, dealsF1: f1(deals) };
}

interface Tally {
  right: number;
  wanted: number;
  claimed: number;
}

/** Each claim can stand for one label only. */
function count<Label, Claim>(
  tally: Tally,
  labels: readonly Label[],
  claims: readonly Claim[],
  same: (a: Label, b: Claim) => boolean,
): void {
  const free = new Set(claims);
  for (const label of labels) {
    const match = [...free].find((claim) => same(label, claim));
    if (match === undefined) continue;
    free.delete(match);
    tally.right += 1;
  }
  tally.wanted += labels.length;
  tally.claimed += claims.length;
}

function f1({ right, wanted, claimed }: Tally): number {
  return wanted + claimed === 0 ? 0 : (200 * right) / (wanted + claimed);
}

type Claims = ReturnType<typeof extractClaims>;

function sameFigure(label: LabelledFigure, claim: Claims['figures'][number]): boolean {
  return (
    claim.start < label.end &&
    label.start < claim.end &&
    close(label.low, claim.low) &&
    close(label.high, claim.high) &&
    sameUnit(label.unit, claim.unit) &&
    sameName(label.subject, claim.subject) &&
    label.measure === claim.measure
  );
}

function sameDeal(label: LabelledDeal, claim: Claims['deals'][number]): boolean {
  return (
    label.type === claim.type &&
    label.parties.every(({ name }) => claim.parties.some((party) => sameName(name, party.name))) &&
    close(label.value_low, claim.value_low) &&
    close(label.value_high, claim.value_high)
  );
}

/** Thirds and months are rounded differently by careful people. */
function close(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 0.011 * Math.abs(b);
}

function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string) =>
    unit
      .toLowerCase()
      .replace(/\/share$/, '')
      .replace(/s$/, '');
  return plain(a) === plain(b) || plain(b).endsWith(` ${plain(a)}`) || plain(a).endsWith(` ${plain(b)}`);
}

/** Equal but for case and legal forms, or one holds the other as whole words. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) =>
    ` ${name
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]+/gu, ' ')
      .replace(/(?<=\p{L}{3})s\b/gu, '')
      .replace(/\b(?:inc|corp|corporation|co|company|ltd|limited|plc|group|holdings?|the)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()} `;
  return plain(a).includes(plain(b)) || plain(b).includes(plain(a));
}
