import type { DealModels } from '../deals/dealModels.ts';
import type { Models } from '../decisions/models.ts';
import { type DealClaim, extractClaims, type FigureClaim } from '../extractClaims.ts';
import { eitherType } from './dealMatch.ts';
import type { LabelledDeal, LabelledFigure, LabelledText } from './labelledText.ts';
import { isRightAmount, isRightMeasure, writtenBounds } from './rightness.ts';
import { sameName } from './sameName.ts';

/** Right, labelled and read, added up over texts. */
export class Tally {
  right = 0;
  labelled = 0;
  read = 0;

  add(right: number, labelled: number, read: number): void {
    this.right += right;
    this.labelled += labelled;
    this.read += read;
  }

  /** Harmonic mean of precision and recall, in per cent. */
  get f1(): number {
    return this.labelled + this.read === 0 ? 0 : (200 * this.right) / (this.labelled + this.read);
  }
}

/** One line of the table: what is compared, and how often it is right. */
export type ScoreRow = 'value and unit' | '… and subject' | '… and measure' | 'placed' | 'deals: type and parties' | 'deals: … and value';

/** Adds to the tallies how well the models read a text that they were not fitted to. Figures are those that any careful reader wants. */
export function scoreReader(
  text: LabelledText,
  models: { readonly figures: Models; readonly deals: DealModels },
  placedFrom: number,
  tallies: ReadonlyMap<ScoreRow, Tally>,
): void {
  const head = text.title === null || text.title === '' ? '' : `${text.title}\n\n`;
  const article = { title: text.title ?? '', text: head + text.text, publishedAt: text.published, publisher: text.publisher };
  const { figures, deals } = extractClaims(article, { models });
  const own = figures.filter(({ evidence }) => evidence.start >= head.length);
  const must = text.figures.filter((figure) => figure.must);
  const amount = (label: LabelledFigure, claim: FigureClaim): boolean =>
    label.start < claim.evidence.end - head.length && claim.evidence.start - head.length < label.end && isRightAmount(label, claim.figure);
  const subject = (label: LabelledFigure, claim: FigureClaim): boolean =>
    amount(label, claim) && sameName(label.subject, claim.figure.subject);
  const all = (label: LabelledFigure, claim: FigureClaim): boolean =>
    subject(label, claim) && isRightMeasure(label.measure, claim.figure.measure);
  for (const [row, isRight] of [
    ['value and unit', amount],
    ['… and subject', subject],
    ['… and measure', all],
  ] as const) {
    const right = pairs(must, own, isRight);
    // What a reader may pass over is no false alarm.
    tallies.get(row)?.add(right, must.length, own.length - (pairs(text.figures, own, isRight) - right));
  }
  const placed = own.filter(({ certainty }) => certainty >= placedFrom);
  tallies.get('placed')?.add(pairs(text.figures, placed, all), pairs(must, placed, all), placed.length);
  const parties = (label: LabelledDeal, { deal }: DealClaim): boolean =>
    eitherType(label.type, deal.type) && label.parties.every(({ name }) => deal.parties.some(({ entity }) => sameName(name, entity)));
  const worth = (label: LabelledDeal, claim: DealClaim): boolean => parties(label, claim) && isDealWorth(label, claim);
  tallies.get('deals: type and parties')?.add(pairs(text.deals, deals, parties), text.deals.length, deals.length);
  tallies.get('deals: … and value')?.add(pairs(text.deals, deals, worth), text.deals.length, deals.length);
}

function isDealWorth(label: LabelledDeal, { deal }: DealClaim): boolean {
  if (deal.value === null) return label.value_low === null && label.value_high === null;
  const { low, high } = writtenBounds(deal.value.amount);
  const near = (a: number | null, b: number | null): boolean =>
    a === null || b === null ? a === b : Math.abs(a - b) <= 0.011 * Math.abs(b);
  return near(low, label.value_low) && near(high, label.value_high);
}

/** The size of the largest one-to-one matching (Kuhn's algorithm). */
function pairs<Label, Claim>(labels: readonly Label[], claims: readonly Claim[], isRight: (label: Label, claim: Claim) => boolean): number {
  const owner = new Map<Claim, Label>();
  const take = (label: Label, seen: Set<Claim>): boolean =>
    claims.some((claim) => {
      if (seen.has(claim) || !isRight(label, claim)) return false;
      seen.add(claim);
      const other = owner.get(claim);
      if (other !== undefined && !take(other, seen)) return false;
      owner.set(claim, label);
      return true;
    });
  return labels.filter((label) => take(label, new Set())).length;
}
