import type { Amount, Deal, Figure } from '@newsledger/events';
import { dealFamilyOf, type KeyClaim, placeClaims, reconcile, type StatedClaim } from '@newsledger/reconcile';
import type { Fact } from './facts.ts';

interface LabelledFigure {
  readonly quote: string;
  readonly start: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly approx: boolean;
  readonly unit: string;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: Figure['measure'];
  readonly period: string | null;
  readonly status: Figure['status'];
  readonly attributed_to: string | null;
}

interface LabelledDeal {
  readonly type: Deal['type'];
  readonly status: Deal['status'];
  readonly parties: readonly { readonly name: string; readonly role: Deal['parties'][number]['role'] }[];
}

export interface LabelledText {
  readonly id: string;
  readonly cluster: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly copy_of: string | null;
  readonly figures: readonly LabelledFigure[];
  readonly deals: readonly LabelledDeal[];
}

/** A reconciled figure of a cluster. */
export interface ReconciledLabel {
  readonly cluster: string;
  readonly subject: string;
  readonly measure: string;
  readonly unit: string;
  readonly agreement: string | null;
  readonly words: string;
  readonly isRight: (fact: Fact) => boolean;
}

/** Reconciles what is labelled, cluster by cluster, as the projector reconciles claims: by the figure that each stands with. */
export function reconcileLabels(texts: readonly LabelledText[]): ReconciledLabel[] {
  const clusters = Map.groupBy(texts, ({ cluster }) => cluster);
  return [...clusters].flatMap(([cluster, told]) => reconcileCluster(cluster, told.flatMap(toStated)));
}

function toStated(text: LabelledText): StatedClaim[] {
  const deals = text.deals.map(toDeal);
  return text.figures.map((label, index) => {
    const figure = toFigure(label);
    return { claim: toKeyClaim(text, label, index), figure, family: dealFamilyOf(figure, null, deals) };
  });
}

function toDeal({ type, status, parties }: LabelledDeal): Deal {
  const named = parties.map(({ name, role }) => ({ role, entity: name }));
  return { type, status, parties: named, value: null, termYears: null, announcedOn: null, speaker: null };
}

function reconcileCluster(cluster: string, stated: readonly StatedClaim[]): ReconciledLabel[] {
  return placeClaims(stated).map(({ key, claims }) => {
    const { value, low, high, agreement, explanation } = reconcile(key, claims);
    const number = value === null ? null : Number(value);
    return {
      cluster,
      subject: key.subject,
      measure: key.measure,
      unit: key.unit,
      agreement,
      words: `${key.period ?? ''} ${key.status} ${explanation}`,
      isRight: (fact) =>
        number !== null &&
        (Math.abs(number - fact.value) <= Math.abs(fact.value) * 0.001 ||
          isBetween(number, fact) ||
          (Number(low ?? number) <= fact.value && fact.value <= Number(high ?? number) && isWithin(number, fact))),
    };
  });
}

/** Whether the analyst's own bounds allow a number; a missing end allows everything. */
function isWithin(number: number, { low, high }: Fact): boolean {
  return (low === null || number >= low) && (high === null || number <= high);
}

/** Whether the analyst accepts a number beside the one written down. */
function isBetween(number: number, { low, high }: Fact): boolean {
  return low !== null && high !== null && low <= number && number <= high;
}

function toFigure(label: LabelledFigure): Figure {
  return {
    subject: label.subject,
    counterparty: label.counterparty,
    measure: label.measure,
    definition: null,
    noun: null,
    period: label.period === null ? null : { label: label.period, from: null, to: null },
    status: label.status,
    unit: label.unit,
    amount: toAmount(label),
    speaker: label.attributed_to,
  };
}

function toAmount({ low, high, approx, quote }: LabelledFigure): Amount {
  const digits = (/\d[\d.,]*/.exec(quote)?.[0] ?? '1').replaceAll(',', '');
  const open = { lowOpen: false, highOpen: false, significantDigits: digits.replace('.', '').length };
  if (low === null || high === null) {
    const point = low ?? high;
    const hedge = low === null ? ('<=' as const) : ('>' as const);
    return { ...open, value: textOf(point), low: textOf(low), high: textOf(high), hedge };
  }
  if (low !== high) return { ...open, value: null, low: textOf(low), high: textOf(high), hedge: 'range' };
  // Half a unit of the last digit as written: 38 of $38bn counts billions.
  const unit = Math.abs(low) / Math.max(1e-9, Number(digits)) / 10 ** (digits.split('.')[1]?.length ?? 0);
  const half = Math.max(unit / 2, approx ? Math.abs(low) * 0.05 : 0);
  return { ...open, value: textOf(low), low: textOf(low - half), high: textOf(low + half), hedge: approx ? '~' : '=' };
}

function textOf(number: number | null): string | null {
  return number === null ? null : number.toFixed(6).replace(/\.?0+$/, '');
}

function toKeyClaim({ id, publisher, published, copy_of: copyOf }: LabelledText, label: LabelledFigure, index: number): KeyClaim {
  const at = published === null ? null : `${published.slice(0, 10)}T00:00:00.000Z`;
  return {
    claimId: `${id} ${String(index).padStart(3, '0')}`,
    articleId: id,
    sourceId: publisher ?? id,
    sourceName: publisher ?? id,
    standing: 'active',
    revision: 1,
    amount: toAmount(label),
    certainty: null,
    speaker: label.attributed_to,
    isPrimary: false,
    publishedAt: at,
    statedAt: at,
    wireCredit: null,
    canonicalUrl: copyOf === null ? null : `https://copy.example/${copyOf}`,
    fingerprint: null,
    correctionNote: null,
    sentence: label.quote,
  };
}
