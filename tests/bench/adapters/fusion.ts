import {
  type KeyClaim,
  NEWCOMER_WEIGHT,
  type ObservedVote,
  type ReconcileOptions,
  reconcile as reconcileKey,
  sourceWeight,
  type Why,
  WitnessStudy,
} from '@newsledger/reconcile';

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

/** What was learnt from earlier batches goes on to count, as in a running system. */
const study = new WitnessStudy();

/** Translates the stick's claims into claims of figure keys, and decisions back. A batch is an epoch: its keys are studied, then decided. */
export function reconcile(claims: readonly BenchClaim[], { meta }: { batch: string; meta: Meta }) {
  const byObject = new Map<string, BenchClaim[]>();
  for (const claim of claims) {
    const list = byObject.get(claim.object);
    if (list === undefined) byObject.set(claim.object, [claim]);
    else list.push(claim);
  }
  for (const [object, list] of byObject)
    study.observe({ key: object, measure: list[0]?.attribute ?? '', votes: list.map((claim) => toVote(claim, meta)) });
  const { established, copying, habits } = study.closeEpoch();
  const groups = new Map(copying.flatMap(({ sources }) => sources.map((source) => [source, sources[0] ?? null])));
  const otherwise = new Map(habits.map((habit) => [habit.measure, new Set(habit.otherwise)]));
  const options: ReconcileOptions = {
    copyGroupOf: (source) => groups.get(source) ?? null,
    weightOf: (source) => (established.has(source) ? sourceWeight(undefined) : NEWCOMER_WEIGHT),
  };
  const decided = new Map<string, { value: number | string; confidence: number; support: Why['support'] }>();
  for (const [object, list] of byObject) {
    // Gates are words: each distinct one becomes a number of its own.
    const words = wordsIn(list);
    const keyClaims = list.map((claim, index) =>
      toKeyClaim(
        claim,
        index,
        typeof claim.value === 'string' ? words.indexOf(claim.value) : claim.value,
        typeof claim.value === 'string' ? 0 : Math.abs(claim.value) * (meta.relativeTolerance ?? 0),
      ),
    );
    const others = otherwise.get(list[0]?.attribute ?? '');
    const result = reconcileKey(
      KEY,
      keyClaims,
      others === undefined ? options : { ...options, measuresOtherwise: (source) => others.has(source) },
    );
    if (result.value === null) continue;
    const value = Number(result.value);
    decided.set(object, {
      value: words.length > 0 ? (words[value] ?? '') : value,
      confidence: Number(result.confidence),
      support: result.why.support,
    });
  }
  return decided;
}

function wordsIn(claims: readonly BenchClaim[]): string[] {
  const words = new Set<string>();
  for (const { value } of claims) if (typeof value === 'string') words.add(value);
  return [...words].sort();
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

function toVote({ source, attribute, value }: BenchClaim, meta: Meta): ObservedVote {
  if (typeof value === 'string') return { sourceId: source, amount: value, low: null, high: null };
  const half = (meta.tolerance?.[attribute] ?? Math.abs(value) * (meta.relativeTolerance ?? 0)) / 2;
  return { sourceId: source, amount: `${value}`, low: value - half, high: value + half };
}

/** @param tolerance how far from the truth still counts as right. */
function toKeyClaim(claim: BenchClaim, index: number, value: number, tolerance: number): KeyClaim {
  const exact = decimal(value);
  return {
    claimId: `${index}`.padStart(6, '0'),
    articleId: `${claim.source} ${index}`,
    sourceId: claim.source,
    sourceName: claim.source,
    standing: 'active',
    revision: 1,
    certainty: null,
    amount: {
      value: exact,
      low: tolerance === 0 ? exact : decimal(value - tolerance / 2),
      high: tolerance === 0 ? exact : decimal(value + tolerance / 2),
      lowOpen: false,
      highOpen: false,
      hedge: tolerance === 0 ? '=' : '~',
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
  return Number.isInteger(value) ? `${value}` : value.toFixed(3);
}
