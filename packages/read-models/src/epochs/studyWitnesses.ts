import { type WitnessEpoch, WitnessStudy } from '@newsledger/reconcile';
import type pg from 'pg';

interface VoteRow {
  readonly figureId: string;
  readonly measure: string;
  readonly sourceId: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly loses: boolean;
}

/**
 * Learns from everything that stands who copies whom and who measures otherwise: one vote per source and figure, in the source's own
 * words; no quotes, no wire copies, no party's own release.
 */
export async function studyWitnesses(client: pg.Pool | pg.ClientBase): Promise<WitnessEpoch> {
  const { rows } = await client.query<VoteRow>(`
    SELECT DISTINCT ON (claim.figure_id, claim.source_id)
           claim.figure_id AS "figureId", figure.measure, claim.source_id AS "sourceId", claim.content -> 'amount' ->> 'low' AS low,
           claim.content -> 'amount' ->> 'high' AS high, claim.verdict = 'loses' AS loses
    FROM projection.claim
    JOIN projection.figure ON figure.figure_id = claim.figure_id AND figure.live AND figure.independent_sources > 1
    WHERE claim.verdict IN ('winner', 'agrees', 'loses') AND claim.wire_credit IS NULL AND NOT claim.is_primary
      AND claim.content ->> 'speaker' IS NULL
    ORDER BY claim.figure_id, claim.source_id, claim.published_at DESC NULLS LAST, claim.claim_id`);
  const study = new WitnessStudy();
  const byFigure = Map.groupBy(rows, ({ figureId }) => figureId);
  for (const [key, votes] of byFigure) {
    const [first] = votes;
    if (first === undefined || votes.length < 2) continue;
    study.observe({
      key,
      measure: first.measure,
      votes: votes.map(({ sourceId, low, high, loses }) => ({
        sourceId,
        amount: `${low}/${high}`,
        low: low === null ? null : Number(low),
        high: high === null ? null : Number(high),
        loses,
      })),
    });
  }
  return study.closeEpoch();
}
