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
  readonly figureId: string;
  readonly sourceId: string;
  readonly measureClass: string;
  readonly extractor: string;
  readonly outcome: AuditedOutcome['outcome'];
  readonly auditedAt: string;
  /** Whether the source says it in its own words, instead of repeating a wire's or a speaker's. */
  readonly own: boolean;
}

/**
 * Counts all audited outcomes, per source and per extractor. A source counts once for a figure, however many of its articles state it, and
 * only where it speaks for itself: a copy is its author's, a quoted number its speaker's. What was perhaps misread proves nothing of anybody.
 */
export async function gatherOutcomes(client: pg.Pool | pg.ClientBase): Promise<{ sources: SourceCounts[]; extractors: ExtractorCounts[] }> {
  const { rows } = await client.query<OutcomeRow>(`
    SELECT audit.claim_id AS "claimId", audit.figure_id AS "figureId", claim.source_id AS "sourceId",
           measure.measure_class AS "measureClass", claim.extractor_name || '/' || claim.extractor_version AS extractor,
           audit.outcome, projection.iso(audit.audited_at) AS "auditedAt",
           coalesce(leader.is_primary, claim.is_primary) OR (claim.content ->> 'speaker' IS NULL
             AND coalesce(coalesce(leader.origin_id, claim.origin_id) IN ('source:' || claim.source_id, 'wire:' || source.name), true)) AS own
    FROM projection.audit
    JOIN projection.claim ON claim.claim_id = audit.claim_id
    LEFT JOIN projection.claim AS leader ON leader.claim_id = claim.echo_of
    JOIN projection.measure ON measure.measure = coalesce(claim.content ->> 'measure', 'deal_value')
    LEFT JOIN projection.source ON source.source_id = claim.source_id
    WHERE claim.verdict IS DISTINCT FROM 'unplaced'
    ORDER BY audit.position, audit.claim_id`);
  return { sources: countOutcomes(rows.filter(({ own }) => own).map(oncePerFigure)), extractors: countReadings(rows) };
}

function oncePerFigure({ claimId, figureId, sourceId, measureClass, outcome, auditedAt }: OutcomeRow): AuditedOutcome {
  const counted = outcome === 'wrong_extraction' ? claimId : `${figureId}/${sourceId}`;
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
