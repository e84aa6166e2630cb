import type pg from 'pg';
import type { ClaimRow } from '../fold/rows.ts';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

/** Inserts claims of the batch; of older ones, updates what can change. */
export async function saveClaims(client: pg.ClientBase, { claims, changed }: FoldState): Promise<void> {
  await sendRows(
    client,
    'read-models.insert_claims',
    `INSERT INTO projection.claim (claim_id, kind, article_id, source_id, revision, extractor_name, extractor_version, content, names,
                                   deal_claim_id, certainty, quote, sentence, quote_start, quote_end, position, recorded_at, article_title, published_at,
                                   stated_at, wire_credit, canonical_url, fingerprint, correction_note, standing, figure_id, deal_bucket,
                                   deal_id, origin_id, is_primary, verdict, reason, deal_family, neighbours, joined,
                                   echo_of, lone, own_url, own_fingerprint, echoes, echo_days, echo_verdict, echo_reason, echo_replaced_at, judged)
     SELECT "claimId", kind, "articleId", "sourceId", revision, "extractorName", "extractorVersion", content, names,
            "dealClaimId", certainty, evidence ->> 'quote', sentence, (evidence ->> 'start')::int, (evidence ->> 'end')::int, position, "recordedAt",
            "articleTitle", "publishedAt", "statedAt", "wireCredit", "canonicalUrl", fingerprint, "correctionNote", standing, "figureId",
            "dealBucket", "dealId", "originId", "isPrimary", verdict, reason, "dealFamily", coalesce(neighbours, '{}'), joined,
            "echoOf", lone, "ownUrl", "ownFingerprint", echoes, "echoDays", "echoVerdict", "echoReason", "echoReplacedAt", judged
     FROM json_to_recordset($1::json) AS new (
       "claimId" uuid, kind text, "articleId" uuid, "sourceId" text, revision int, "extractorName" text, "extractorVersion" int,
       content jsonb, names text[], "dealClaimId" uuid, certainty numeric, evidence json, sentence text, position bigint, "recordedAt" timestamptz,
       "articleTitle" text, "publishedAt" timestamptz, "statedAt" timestamptz, "wireCredit" text, "canonicalUrl" text, fingerprint text,
       "correctionNote" text, standing text, "figureId" uuid, "dealBucket" text, "dealId" uuid, "originId" text, "isPrimary" boolean,
       verdict text, reason text, "dealFamily" text, neighbours text[], joined jsonb,
       "echoOf" uuid, lone boolean, "ownUrl" text, "ownFingerprint" text, echoes jsonb, "echoDays" jsonb, "echoVerdict" text, "echoReason" text, "echoReplacedAt" timestamptz, judged jsonb)`,
    [...changed.newClaims].flatMap((claimId) => {
      const claim = claims.get(claimId);
      return claim === undefined ? [] : { ...claim, ...echoCounts(claim) };
    }),
  );
  const older = [...changed.claims].filter((claimId) => !changed.newClaims.has(claimId));
  await sendRows(
    client,
    null,
    `UPDATE projection.claim
     SET article_title = new."articleTitle", published_at = new."publishedAt", stated_at = new."statedAt", wire_credit = new."wireCredit",
         canonical_url = new."canonicalUrl", fingerprint = new.fingerprint, correction_note = new."correctionNote",
         standing = new.standing, figure_id = new."figureId", deal_bucket = new."dealBucket", deal_id = new."dealId",
         origin_id = new."originId", is_primary = new."isPrimary", verdict = new.verdict, reason = new.reason,
         deal_family = new."dealFamily", neighbours = coalesce(new.neighbours, '{}'), joined = new.joined,
         echo_of = new."echoOf", lone = new.lone, own_url = new."ownUrl", own_fingerprint = new."ownFingerprint", echoes = new.echoes, echo_days = new."echoDays", echo_verdict = new."echoVerdict", echo_reason = new."echoReason",
         echo_replaced_at = new."echoReplacedAt", judged = new.judged
     FROM json_to_recordset($1::json) AS new (
       "claimId" uuid, "articleTitle" text, "publishedAt" timestamptz, "statedAt" timestamptz, "wireCredit" text, "canonicalUrl" text,
       fingerprint text, "correctionNote" text, standing text, "figureId" uuid, "dealBucket" text, "dealId" uuid, "originId" text,
       "isPrimary" boolean, verdict text, reason text, "dealFamily" text, neighbours text[], joined jsonb,
       "echoOf" uuid, lone boolean, "ownUrl" text, "ownFingerprint" text, echoes jsonb, "echoDays" jsonb, "echoVerdict" text, "echoReason" text, "echoReplacedAt" timestamptz, judged jsonb)
     WHERE claim.claim_id = new."claimId"`,
    older.flatMap((claimId) => {
      const claim = claims.get(claimId);
      if (claim === undefined) return [];
      const { content: _, names: __, sentence: ___, evidence: ____, ...columns } = claim;
      return { ...columns, ...echoCounts(claim) };
    }),
  );
}

/** How many echoes were read with each certainty, and published on each day. */
export function echoCounts({ echoes }: ClaimRow): { readonly echoes: Counts | null; readonly echoDays: Counts | null } {
  if (echoes === null) return { echoes: null, echoDays: null };
  return { echoes: Object.fromEntries(echoes.certainties), echoDays: Object.fromEntries(echoes.days) };
}

type Counts = Readonly<Record<string, number>>;
