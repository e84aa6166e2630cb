import { canonicalJson } from '@newsledger/events';
import type { FigureKey } from '@newsledger/reconcile';
import { dayOf } from './dealStages.ts';
import { NO_ECHOES } from './echoColumns.ts';
import { KeyClaims, type KeyClaimsOptions } from './keyClaims.ts';
import { NO_AMOUNT } from './noAmount.ts';
import type { ClaimRow, DealClaimRow, FigureClaimRow } from './rows.ts';
import type { FoldState } from './state.ts';
import { toKeyClaim } from './toKeyClaim.ts';

/** The claims by which each figure, and the deals of each bucket, are decided: gathered when first asked for, and kept up to date from then on. */
export class DecidingClaims {
  readonly #state: FoldState;
  readonly #ofFigure = new Map<string, KeyClaims<FigureClaimRow>>();
  readonly #ofBucket = new Map<string, KeyClaims<DealClaimRow>>();

  constructor(state: FoldState) {
    this.#state = state;
  }

  ofFigure(figureId: string, { subject, counterparty }: FigureKey): KeyClaims<FigureClaimRow> {
    const known = this.#ofFigure.get(figureId);
    if (known !== undefined) return known;
    const state = this.#state;
    const parties = new Set(counterparty === null ? [subject] : [subject, counterparty]);
    const made = new KeyClaims<FigureClaimRow>({
      ...this.#writing(),
      toKeyClaim: (row) => (state.isTold(row) && row.standing !== 'withdrawn' ? toKeyClaim(state, row, row.content.amount, parties) : null),
      // What differs in these is another telling, and figures are chosen by tellings; their days are counted with the echoes.
      saying: (row) => JSON.stringify([row.content.period?.from, row.content.period?.to, row.dealFamily, state.ownKeyOf(row)]),
      recorded: () => null,
    });
    fill(made, state.claimsOfFigure(figureId));
    this.#ofFigure.set(figureId, made);
    return made;
  }

  ofBucket(bucket: string): KeyClaims<DealClaimRow> {
    const known = this.#ofBucket.get(bucket);
    if (known !== undefined) return known;
    const state = this.#state;
    const made = new KeyClaims<DealClaimRow>({
      ...this.#writing(),
      // Whose release it is depends on the deal that it is of, so whatever a party says of itself counts as one of several sources here.
      toKeyClaim: (row) =>
        row.standing !== 'pending' && state.isPlaced(row) ? toKeyClaim(state, row, row.content.value?.amount ?? NO_AMOUNT, NOBODY) : null,
      // Fields of what was loaded come in another order.
      saying: (row) => canonicalJson([row.content, dayOf(row), row.publishedAt?.slice(0, 10)]),
      // A deal is named after what was recorded of it first.
      recorded: ({ position }) => position,
    });
    fill(made, state.claimsOfBucket(bucket));
    this.#ofBucket.set(bucket, made);
    return made;
  }

  /** Looks at a claim anew when what it is of is decided next. */
  touch(claim: ClaimRow): void {
    if (claim.kind === 'deal') this.#ofBucket.get(claim.dealBucket ?? '')?.touch(claim);
    else this.#ofFigure.get(claim.figureId ?? '')?.touch(claim);
  }

  /** To be called before a claim goes to a figure, or is placed there in another way. @throws EchoesMissingError */
  moveToFigure(claim: FigureClaimRow, figureId: string): void {
    if (claim.figureId !== null && claim.figureId !== figureId) {
      this.#ofFigure.get(figureId)?.needAll();
      this.#ofFigure.get(claim.figureId)?.delete(claim);
    }
    this.#ofFigure.get(figureId)?.touch(claim);
  }

  /** To be called before a claim leaves its bucket for another one. @throws EchoesMissingError */
  leaveBucket(claim: DealClaimRow, bucket: string): void {
    this.#ofBucket.get(bucket)?.needAll();
    this.#ofBucket.get(claim.dealBucket ?? '')?.delete(claim);
  }

  /** How echoes are remembered, and what claims of a source depend on. */
  #writing(): Pick<KeyClaimsOptions<ClaimRow>, 'factsOf' | 'setEcho' | 'noteEchoes' | 'clearEchoes'> {
    const state = this.#state;
    return {
      factsOf: (sourceId) => {
        const source = state.sources.get(sourceId);
        return `${source?.name}\n${(source?.primaryFor ?? []).map(state.resolve).join('\n')}`;
      },
      setEcho: (row, leaderId, lone) => {
        const leader = leaderId === null ? undefined : state.claims.get(leaderId);
        state.setClaim(row, { echoOf: leaderId, lone, ...ownText(row, leader), ...(leaderId !== null && SAID_BY_LEADER) });
      },
      noteEchoes: ({ claimId }) => state.changed.claims.add(claimId),
      clearEchoes: (row) => state.setClaim(row, { echoOf: null, lone: null, ...ownText(row, undefined), ...NO_ECHOES }),
    };
  }
}

/** Claims that were saved with echoes are taken as they were saved. */
function fill<Row extends ClaimRow>(claims: KeyClaims<Row>, rows: readonly Row[]): void {
  if (rows.some(({ echoes }) => echoes !== null)) claims.load(rows);
  else for (const row of rows) claims.touch(row);
}

/** By what the text of an echo is found and that of its leader is not. */
function ownText(row: ClaimRow, leader: ClaimRow | undefined): Pick<ClaimRow, 'ownUrl' | 'ownFingerprint'> {
  return {
    ownUrl: leader === undefined || leader.canonicalUrl === row.canonicalUrl ? null : row.canonicalUrl,
    ownFingerprint: leader === undefined || leader.fingerprint === row.fingerprint ? null : row.fingerprint,
  };
}

const NOBODY: ReadonlySet<string> = new Set();

/** What is decided of an echo stands with the claim that it echoes. */
const SAID_BY_LEADER = { verdict: null, reason: null, originId: null, isPrimary: false } as const;
