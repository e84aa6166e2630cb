import { type AuditedOutcome, countOutcomes, type SourceCounts } from '@newsledger/reconcile';
import type pg from 'pg';

export interface ExtractorCounts {
  readonly extractor: string;
  readonly measureClass: string;
  readonly right: number;
  readonly wrong: number;
}

interface OutcomeRow {
  readonly claimId: string;
  /** Null for a deal. */
  readonly figureId: string | null;
  readonly sourceId: string;
  readonly measureClass: string;
  readonly extractor: string;
  readonly outcome: AuditedOutcome['outcome'];
  readonly auditedAt: string;
  /** Whether the source says it in its own words, instead of repeating a wire's or a speaker's. */
  readonly own: boolean;
}

/**
 * Counts all audited outcomes and judgements, per source and per extractor. A source counts once for a figure, however many of its articles state it, and
 * only where it speaks for itself: a copy is its author's, a quoted number its speaker's. What was perhaps misread proves nothing of
 * anybody, unless a person looked at just that.
 */
export async function gatherOutcomes(client: pg.Pool | pg.ClientBase): Promise<{ sources: SourceCounts[]; extractors: ExtractorCounts[] }> {
  const { rows } = await client.query<OutcomeRow>(`
    WITH audit AS (
      SELECT claim_id, figure_id, outcome, audited_at, position FROM projection.audit
      UNION ALL
      SELECT claim_id, figure_id, projection.outcome_of(judged), (judged ->> 'judgedAt')::timestamptz, (judged ->> 'position')::bigint
      FROM projection.claim
      WHERE judged IS NOT NULL AND judged ->> 'claimId' = claim_id::text
    )
    SELECT audit.claim_id AS "claimId", audit.figure_id AS "figureId", claim.source_id AS "sourceId",
           measure.measure_class AS "measureClass", claim.extractor_name || '/' || claim.extractor_version AS extractor,
           audit.outcome, projection.iso(audit.audited_at) AS "auditedAt",
           coalesce(leader.is_primary, claim.is_primary) OR (claim.content ->> 'speaker' IS NULL
             AND coalesce(coalesce(leader.origin_id, claim.origin_id) IN ('source:' || claim.source_id, 'wire:' || source.name),
                          -- What no longer counts has no origin.
                          claim.judged IS NULL OR claim.wire_credit IS NULL OR claim.wire_credit = source.name)) AS own
    FROM audit
    JOIN projection.claim ON claim.claim_id = audit.claim_id
    LEFT JOIN projection.claim AS leader ON leader.claim_id = claim.echo_of
    JOIN projection.measure ON measure.measure = coalesce(claim.content ->> 'measure', 'deal_value')
    LEFT JOIN projection.source ON source.source_id = claim.source_id
    WHERE claim.verdict IS DISTINCT FROM 'unplaced' OR claim.judged IS NOT NULL
    ORDER BY audit.position, audit.claim_id`);
  return { sources: countOutcomes(rows.filter(({ own }) => own).map(oncePerFigure)), extractors: countReadings(rows) };
}

function oncePerFigure({ claimId, figureId, sourceId, measureClass, outcome, auditedAt }: OutcomeRow): AuditedOutcome {
  const counted = outcome === 'wrong_extraction' ? claimId : `${figureId ?? claimId}/${sourceId}`;
  return { claimId: counted, sourceId, measureClass, outcome, auditedAt };
}

/** Whether the article is right or wrong, it was read well unless the outcome says otherwise; a claim counts as it was found last. */
function countReadings(rows: readonly OutcomeRow[]): ExtractorCounts[] {
  const last = new Map(rows.map((row) => [row.claimId, row]));
  const counts = new Map<string, { extractor: string; measureClass: string; right: number; wrong: number }>();
  for (const { extractor, measureClass, outcome } of last.values()) {
    const key = `${extractor}\n${measureClass}`;
    const count = counts.get(key) ?? { extractor, measureClass, right: 0, wrong: 0 };
    counts.set(key, count);
    if (outcome === 'wrong_extraction') count.wrong++;
    else count.right++;
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
