/** A number that a page states for machines: exact, with its unit and period. */
export interface PageFact {
  /** `us-gaap:Revenues`, `schema:numberOfEmployees`. */
  readonly concept: string;
  /** Whose it is, as the page names it; null when it doesn't say. */
  readonly entity: string | null;
  /** An exact decimal without exponent, fully scaled. */
  readonly value: string;
  /** ISO 4217 code, `USD/share`, `shares`, `pure`, `employee`. */
  readonly unit: string;
  /** First and last day; equal for an instant; null when the page doesn't say. */
  readonly from: string | null;
  readonly to: string | null;
  /** How the page shows it to people, one of them, so that its place in the text can be found. */
  readonly written: readonly string[];
}
