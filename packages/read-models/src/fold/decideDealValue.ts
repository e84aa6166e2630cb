import type { DealStatus, FigureStatus } from '@newsledger/events';
import {
  countClaims,
  type EchoVerdict,
  type KeyClaim,
  type Reconciled,
  type ReconcileOptions,
  reconcile,
  type Verdict,
} from '@newsledger/reconcile';
import { type Stage, stagesOf } from './dealStages.ts';
import type { DealClaimRow, StageRow } from './rows.ts';

export interface DealValue {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly definition: string | null;
  readonly agreement: string | null;
  readonly explanation: string | null;
  readonly stages: readonly StageRow[];
  readonly verdicts: ReadonlyMap<string, { verdict: Verdict; reason: string }>;
  readonly echoVerdicts: ReadonlyMap<string, EchoVerdict>;
}

interface Decided {
  readonly unit: string;
  readonly definition: string | null;
  readonly result: Reconciled;
}

/** Once a deal is completed, the price that was paid is its value; before, the plain one. */
const COMPLETED_DEFINITIONS = ['final_price', null, 'equity', 'with_debt'];
const OPEN_DEFINITIONS = [null, 'equity', 'with_debt', 'final_price'];

/** A deal's value at its latest stage that tells one, and the value at each stage. */
export function decideDealValue(
  title: string,
  reports: readonly DealClaimRow[],
  keyClaims: ReadonlyMap<string, KeyClaim>,
  status: DealStatus,
  witnesses: ReconcileOptions,
): DealValue {
  const stages = stagesOf(reports);
  const decided = new Map(stages.map((stage) => [stage, decideStage(title, stage, keyClaims, witnesses)]));
  const byProgress = [...stages].sort(
    (a, b) => Number(b.status === status) - Number(a.status === status) || b.rank - a.rank || (a.status < b.status ? -1 : 1),
  );
  const latest = byProgress.find((stage) => (decided.get(stage) ?? null) !== null);
  const chosen = latest === undefined ? null : (decided.get(latest) ?? null);
  const verdicts = new Map<string, { verdict: Verdict; reason: string }>();
  for (const { claimId, verdict, reason } of chosen?.result.verdicts ?? []) verdicts.set(claimId, { verdict, reason });
  return {
    value: chosen?.result.value ?? null,
    low: chosen?.result.low ?? null,
    high: chosen?.result.high ?? null,
    unit: chosen?.unit ?? null,
    definition: chosen?.definition ?? null,
    agreement: chosen?.result.agreement ?? null,
    explanation: chosen?.result.explanation ?? null,
    stages: stages.map((stage) => toStageRow(stage, decided.get(stage) ?? null, keyClaims)),
    verdicts,
    echoVerdicts: chosen?.result.echoVerdicts ?? new Map(),
  };
}

function decideStage(title: string, stage: Stage, keyClaims: ReadonlyMap<string, KeyClaim>, witnesses: ReconcileOptions): Decided | null {
  const groups = new Map<string, { unit: string; definition: string | null; claims: KeyClaim[] }>();
  for (const { claimId, content } of stage.claims) {
    const claim = keyClaims.get(claimId);
    if (content.value === null || claim === undefined) continue;
    const { unit, definition } = content.value;
    const group = groups.get(`${definition}\n${unit}`);
    if (group === undefined) groups.set(`${definition}\n${unit}`, { unit, definition, claims: [claim] });
    else group.claims.push(claim);
  }
  const order: readonly (string | null)[] = stage.status === 'completed' ? COMPLETED_DEFINITIONS : OPEN_DEFINITIONS;
  const place = (definition: string | null) => (order.indexOf(definition) < 0 ? order.length : order.indexOf(definition));
  const best = [...groups.values()].sort(
    (a, b) => place(a.definition) - place(b.definition) || countOf(b.claims) - countOf(a.claims) || (a.unit < b.unit ? -1 : 1),
  )[0];
  if (best === undefined) return null;
  const key = {
    subject: title,
    counterparty: null,
    measure: 'deal_value' as const,
    definition: best.definition,
    noun: null,
    unit: best.unit,
    period: null,
    status: figureStatusOf(stage.status),
  };
  return { unit: best.unit, definition: best.definition, result: reconcile(key, best.claims, witnesses) };
}

function figureStatusOf(status: DealStatus): FigureStatus {
  return status === 'rumoured' || status === 'talks' || status === 'denied' ? status : 'actual';
}

function countOf(claims: readonly KeyClaim[]): number {
  return countClaims(claims.map((claim) => ({ claim })));
}

function toStageRow(stage: Stage, decided: Decided | null, keyClaims: ReadonlyMap<string, KeyClaim>): StageRow {
  return {
    status: stage.status,
    reported_on: stage.from,
    value: decided?.result.value ?? null,
    low: decided?.result.low ?? null,
    high: decided?.result.high ?? null,
    unit: decided?.unit ?? null,
    value_definition: decided?.definition ?? null,
    claim_count: countOf(stage.claims.flatMap(({ claimId }) => keyClaims.get(claimId) ?? [])),
  };
}
