import type { EventStore } from '@newsledger/event-store';
import { type ClaimJudgement, type Correction, InvalidEventError, type MisreadField, newEvent, streamOf } from '@newsledger/events';
import type pg from 'pg';
import { DecisionError } from './decisionError.ts';

/** What a person found when he compared a claim with its article. */
export interface Finding {
  /** The claim's id, or the first characters of it. */
  readonly claim: string;
  readonly judgement: ClaimJudgement;
  /** What was misread; null unless the judgement is `misread`. */
  readonly field: MisreadField | null;
  readonly correction: Correction | null;
  readonly by: string;
  readonly reason: string;
}

/** The claim that was judged, as it was before. */
export interface JudgedClaim {
  readonly claim_id: string;
  readonly article_id: string;
  readonly figure_id: string | null;
  readonly deal_id: string | null;
  readonly judgement: ClaimJudgement | null;
}

/**
 * Records what a person found of a claim. The tables follow once the event is folded.
 * @param at an ISO instant.
 * @throws {DecisionError} when there is no such claim, or the finding doesn't fit together.
 */
export async function judgeClaim(pool: pg.Pool, store: EventStore, finding: Finding, at: string): Promise<JudgedClaim> {
  const { judgement, field, correction, by, reason } = finding;
  if (judgement === 'misread' && field === null)
    throw new DecisionError('Say what was misread: value, subject, measure, period, status, …');
  if (judgement !== 'misread' && (field !== null || correction !== null))
    throw new DecisionError('Only what was misread has a field and what the article says instead.');
  const claim = await findClaim(pool, finding.claim);
  const about = { claimId: claim.claim_id, articleId: claim.article_id };
  await append(store, claim, () => newEvent('ClaimJudged', { ...about, judgement, field, correction, by, reason, judgedAt: at }));
  return claim;
}

/** Takes a judgement back. @throws {DecisionError} when there is no such claim, or nobody judged it. */
export async function unjudgeClaim(
  pool: pg.Pool,
  store: EventStore,
  { claim: named, by, reason }: Pick<Finding, 'claim' | 'by' | 'reason'>,
  at: string,
): Promise<JudgedClaim> {
  const claim = await findClaim(pool, named);
  if (claim.judgement === null) throw new DecisionError(`Nobody judged the claim ${claim.claim_id}.`);
  const about = { claimId: claim.claim_id, articleId: claim.article_id };
  await append(store, claim, () => newEvent('ClaimUnjudged', { ...about, by, reason, unjudgedAt: at }));
  return claim;
}

/** @throws {DecisionError} when no claim, or more than one, has an id that begins so. */
export async function findClaim(pool: pg.Pool, named: string): Promise<JudgedClaim> {
  if (!/^[0-9a-f-]{4,36}$/i.test(named)) throw new DecisionError(`"${named}" is no id of a claim; "newsledger claims" shows them.`);
  const { rows } = await pool.query<JudgedClaim>(
    `SELECT claim_id, article_id, figure_id, deal_id, judgement
       FROM newsledger.claims
      WHERE claim_id BETWEEN $1::uuid AND $2::uuid
      LIMIT 2`,
    [idFrom(named, '0'), idFrom(named, 'f')],
  );
  const [claim, other] = rows;
  if (claim === undefined) throw new DecisionError(`There is no claim ${named}; "newsledger claims" shows them.`);
  if (other !== undefined) throw new DecisionError(`Several claims begin with ${named}; write more of the id.`);
  return claim;
}

/** The first or last id that begins with some characters, so that ids are found by their index. */
function idFrom(prefix: string, rest: '0' | 'f'): string {
  const digits = prefix.replaceAll('-', '').padEnd(32, rest).slice(0, 32);
  return [8, 4, 4, 4, 12].map((length, index, all) => sliceAt(digits, all.slice(0, index), length)).join('-');
}

function sliceAt(digits: string, before: readonly number[], length: number): string {
  const start = before.reduce((sum, part) => sum + part, 0);
  return digits.slice(start, start + length);
}

async function append(store: EventStore, { article_id }: JudgedClaim, make: () => ReturnType<typeof newEvent>): Promise<void> {
  try {
    await store.append(streamOf.article(article_id), 'any', [make()]);
  } catch (error) {
    if (error instanceof InvalidEventError) throw new DecisionError(error.message);
    throw error;
  }
}
