import { hash } from 'node:crypto';
import { measureClassOf } from '@newsledger/events';
import { type FigureKey, reconcile } from '@newsledger/reconcile';
import type { Cause, FigureClaimRow, FigureRow, FigureState } from './rows.ts';
import type { FoldState } from './state.ts';
import { toKeyClaim } from './toKeyClaim.ts';

/**
 * Decides a figure anew from its claims, and remembers what changed by it: claims, the row, and a line of history. Claims that are not placed
 * make no row.
 */
export function reconcileFigure(state: FoldState, figureId: string, cause: Cause): void {
  const rows = state.claimsOfFigure(figureId).filter(({ standing }) => standing !== 'pending' && standing !== 'reextracted');
  const key = state.keyOfFigure(figureId);
  const known = state.figures.get(figureId);
  if (rows.length === 0 || key === undefined) {
    if (known !== undefined) leave(state, known, cause, 'Its claims stand with another figure now.');
    return;
  }
  const parties = new Set([key.subject, ...(key.counterparty === null ? [] : [key.counterparty])]);
  const claims = rows.flatMap((row) => toKeyClaim(state, row, row.content.amount, parties) ?? []);
  const pin = state.pins.get(figureId);
  const result = reconcile(key, claims, {
    pin: pin?.unit === key.unit ? pin : null,
    ...state.witnessOptions(key.measure, measureClassOf(key.measure)),
  });
  const primary = new Map(claims.map((claim) => [claim.claimId, claim.isPrimary]));
  for (const { claimId, verdict, reason, originId } of result.verdicts) {
    const claim = state.claims.get(claimId);
    if (claim !== undefined) state.setClaim(claim, { verdict, reason, originId, isPrimary: primary.get(claimId) ?? false });
  }
  const placed = rows.filter(state.isPlaced);
  if (placed.length === 0) {
    if (known !== undefined) leave(state, known, cause, 'Its claims were read with too little certainty to count.');
    return;
  }
  const winner = placed.find(({ claimId }) => claimId === result.winnerClaimId) ?? firstOf(placed);
  const dated = winner !== undefined && namesPeriod(winner) ? winner : firstOf(placed.filter(namesPeriod));
  const { verdicts: _, winnerClaimId: __, ...shown } = result;
  show(state, cause, {
    figureId,
    identity: key,
    ...shown,
    periodFrom: dated?.content.period?.from ?? null,
    periodTo: dated?.content.period?.to ?? null,
    pinned: pin?.unit === key.unit,
  });
}

/** Whether a claim says as much of the figure's period as any. */
function namesPeriod({ joined }: FigureClaimRow): boolean {
  return joined === null || !(joined.lacks.includes('period') || joined.lacks.includes('day'));
}

function firstOf(rows: readonly FigureClaimRow[]): FigureClaimRow | undefined {
  return rows.reduce<FigureClaimRow | undefined>((a, b) => (a === undefined || b.claimId < a.claimId ? b : a), undefined);
}

interface ShownFigure extends Omit<FigureRow, keyof FigureKey | 'firstRecorded' | 'lastChanged' | 'shown'> {
  readonly identity: FigureKey;
}

function show(state: FoldState, cause: Cause, figure: ShownFigure): void {
  const { figureId, identity, ...columns } = figure;
  // The id stands for the identity.
  const shown = hash('sha1', JSON.stringify(columns), 'base64');
  const known = state.figures.get(figureId);
  if (known?.shown === shown) return;
  const firstRecorded = known?.firstRecorded ?? cause.changedAt;
  const row: FigureRow = { figureId, ...identity, ...columns, firstRecorded, lastChanged: cause.changedAt, shown };
  state.figures.set(figureId, { figureId, identity, firstRecorded, shown });
  state.changed.figures.set(figureId, row);
  state.changed.figureHistory.push({ ...row, ...cause });
}

/** A figure is shown no more when its claims all went elsewhere (its entity was merged into another, a fuller figure came) or don't count. */
function leave(state: FoldState, known: FigureState, cause: Cause, explanation: string): void {
  show(state, cause, {
    figureId: known.figureId,
    identity: known.identity,
    live: false,
    periodFrom: null,
    periodTo: null,
    value: null,
    low: null,
    high: null,
    agreement: null,
    confidence: null,
    claimCount: 0,
    independentSources: 0,
    firstReported: null,
    explanation,
    why: null,
    pinned: false,
  });
}
