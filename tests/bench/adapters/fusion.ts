import { type KeyClaim, reconcile as reconcileKey } from '@newsledger/reconcile';

interface BenchClaim {
  readonly object: string;
  readonly attribute: string;
  readonly source: string;
  readonly value: number | string;
}

interface Meta {
  readonly tolerance?: Readonly<Record<string, number>>;
  readonly relativeTolerance?: number;
}

/** Translates the stick's claims into claims of figure keys, and decisions back. */
export function reconcile(claims: readonly BenchClaim[], { meta }: { batch: string; meta: Meta }) {
  const byObject = new Map<string, BenchClaim[]>();
  for (const claim of claims) {
    const list = byObject.get(claim.object);
    if (list === undefined) byObject.set(claim.object, [claim]);
    else list.push(claim);
  }
  const decided = new Map<string, { value: number | string; confidence: number }>();
  for (const [object, list] of byObject) {
    // Gates are words: each distinct one becomes a number of its own.
    const words = [...new Set(list.map((claim) => claim.value).filter((value) => typeof value === 'string'))].sort();
    const half = (value: number) => (meta.tolerance?.[list[0]?.attribute ?? ''] ?? Math.abs(value) * (meta.relativeTolerance ?? 0)) / 2;
    const keyClaims = list.map((claim, index) =>
      toKeyClaim(
        claim,
        index,
        typeof claim.value === 'string' ? words.indexOf(claim.value) : claim.value,
        typeof claim.value === 'string' ? 0 : half(claim.value),
      ),
    );
    const result = reconcileKey(KEY, keyClaims);
    if (result.value === null) continue;
    const value = Number(result.value);
    decided.set(object, { value: words.length > 0 ? (words[value] ?? '') : value, confidence: Number(result.confidence) });
  }
  return decided;
}

const KEY = {
  subject: 'object',
  counterparty: null,
  measure: 'other_count',
  definition: null,
  noun: 'value',
  unit: 'value',
  period: null,
  status: 'actual',
} as const;

function toKeyClaim(claim: BenchClaim, index: number, value: number, half: number): KeyClaim {
  const exact = decimal(value);
  return {
    claimId: `${index}`.padStart(6, '0'),
    articleId: `${claim.source} ${index}`,
    sourceId: claim.source,
    sourceName: claim.source,
    standing: 'active',
    revision: 1,
    amount: {
      value: exact,
      low: decimal(value - half),
      high: decimal(value + half),
      lowOpen: false,
      highOpen: false,
      hedge: half === 0 ? '=' : '~',
      significantDigits: exact.length,
    },
    speaker: null,
    isPrimary: false,
    publishedAt: null,
    statedAt: null,
    wireCredit: null,
    canonicalUrl: null,
    fingerprint: null,
    correctionNote: null,
    sentence: '',
  };
}

function decimal(value: number): string {
  return value.toFixed(3);
}
