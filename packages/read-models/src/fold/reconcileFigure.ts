import { hash } from 'node:crypto';
import { measureClassOf } from '@newsledger/events';
import {
  compareIds,
  type FigureKey,
  judgeUnplaced,
  judgeWithdrawn,
  type KeyClaim,
  type Reconciled,
  reconcile,
} from '@newsledger/reconcile';
import { echoColumns } from './echoColumns.ts';
import { foundWords } from './judgementWords.ts';
import type { KeyClaims } from './keyClaims.ts';
import type { Cause, FigureClaimRow, FigureRow, FigureState } from './rows.ts';
import type { FoldState } from './state.ts';
import { toKeyClaim } from './toKeyClaim.ts';

/**
 * Decides a figure anew from its claims, and remembers what changed by it: claims, the row, and a line of history. Claims that are not placed
 * make no row.
 */
export function reconcileFigure(state: FoldState, figureId: string, cause: Cause): void {
  const key = state.keyOfFigure(figureId);
  const known = state.figures.get(figureId);
  const claims = key === undefined ? null : state.keyClaimsOfFigure(figureId, key);
  const changed = claims?.update(state.factsVersion) ?? [];
  const counting = claims?.counting ?? [];
  // Silent claims may be many: they are looked at only where nothing else stands.
  const silent = counting.length > 0 ? [] : [...(claims?.silent ?? [])].filter(isStated);
  const isClaimed = silent.length + counting.length > 0 || state.unplacedAway.has(figureId);
  if (claims === null || key === undefined || !isClaimed) {
    if (known !== undefined) leave(state, known, cause, 'Its claims stand with another figure now.');
    return;
  }
  for (const row of changed) settleSilent(state, row, key);
  if (counting.length === 0 && !silent.some(state.isPlaced)) {
    if (known !== undefined) leave(state, known, cause, 'Its claims were read with too little certainty to count.');
    return;
  }
  const pin = state.pins.get(figureId);
  const result = reconcile(key, counting, {
    pin: pin?.unit === key.unit ? pin : null,
    ...state.witnessOptions(key.measure, measureClassOf(key.measure)),
  });
  noteVerdicts(state, claims, counting, result);
  const dated = periodOf(state, result.winnerClaimId, claims);
  const { verdicts: _, echoVerdicts: __, winnerClaimId: ___, ...shown } = result;
  show(state, cause, {
    figureId,
    identity: key,
    ...shown,
    periodFrom: dated?.content.period?.from ?? null,
    periodTo: dated?.content.period?.to ?? null,
    pinned: pin?.unit === key.unit,
  });
}

/** What becomes of a claim that doesn't count, whatever the others say. */
function settleSilent(state: FoldState, row: FigureClaimRow, { subject, counterparty }: FigureKey): void {
  const { claimId, standing, joined } = row;
  if (standing === 'pending' || standing === 'reextracted' || (state.isPlaced(row) && standing !== 'withdrawn')) return;
  const { verdict, reason } = state.isPlaced(row)
    ? judgeWithdrawn({ claimId, joined })
    : judgeUnplaced({ ...row, standing, found: foundWords(row) }, state.placedFrom);
  const parties = new Set([subject, ...(counterparty === null ? [] : [counterparty])]);
  const isPrimary = toKeyClaim(state, row, row.content.amount, parties)?.isPrimary ?? false;
  state.setClaim(row, { verdict, reason, originId: null, isPrimary });
}

function noteVerdicts(
  state: FoldState,
  claims: KeyClaims<FigureClaimRow>,
  counting: readonly KeyClaim[],
  { verdicts, echoVerdicts }: Reconciled,
): void {
  const primary = new Set(counting.flatMap(({ claimId, isPrimary }) => (isPrimary ? [claimId] : [])));
  for (const { claimId, verdict, reason, originId } of verdicts) {
    const claim = state.claims.get(claimId);
    if (claim === undefined) continue;
    state.setClaim(claim, {
      verdict,
      reason,
      originId,
      isPrimary: primary.has(claimId),
      ...echoColumns(claims.echoesOf(claimId), echoVerdicts.get(claimId)),
    });
  }
}

/**
 * The claim by which a figure's period is dated: the winner, unless its words don't name the period; then the first published one that does.
 * A figure that nobody states any more is dated by a withdrawn claim.
 */
function periodOf(state: FoldState, winnerClaimId: string | null, claims: KeyClaims<FigureClaimRow>): FigureClaimRow | undefined {
  const winner = winnerClaimId === null ? undefined : state.claims.get(winnerClaimId);
  if (winner?.kind === 'figure' && namesPeriod(winner)) return winner;
  const naming = claims.rows.filter(namesPeriod);
  return firstOf(naming.length > 0 ? naming : [...claims.silent].filter((row) => isStated(row) && state.isPlaced(row) && namesPeriod(row)));
}

function isStated({ standing }: FigureClaimRow): boolean {
  return standing !== 'pending' && standing !== 'reextracted';
}

/** Whether a claim says as much of the figure's period as any. */
function namesPeriod({ joined }: FigureClaimRow): boolean {
  return joined === null || !(joined.lacks.includes('period') || joined.lacks.includes('day'));
}

/** The first published. */
function firstOf(rows: readonly FigureClaimRow[]): FigureClaimRow | undefined {
  let first: FigureClaimRow | undefined;
  for (const row of rows) if (first === undefined || isEarlier(row, first)) first = row;
  return first;
}

function isEarlier(a: FigureClaimRow, b: FigureClaimRow): boolean {
  const [from, other] = [a.publishedAt ?? '9', b.publishedAt ?? '9'];
  return from < other || (from === other && compareIds(a, b) < 0);
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
