-- What people found when they compared claims with their articles. It belongs to a claim, so it is a column of it: rebuilds fold it like all
-- others, and no claim is read without it.
ALTER TABLE generations.claim ADD COLUMN judged jsonb;
ALTER TABLE generations.claim ALTER COLUMN judged SET STATISTICS 0;
CREATE INDEX claim_judged ON generations.claim (claim_id) WHERE judged IS NOT NULL;

DO $$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
  FROM pg_catalog.pg_attribute
  WHERE attrelid = 'projection.claim'::regclass AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('CREATE OR REPLACE VIEW projection.claim AS SELECT %s, judged FROM generations.claim '
                 'WHERE generation = (SELECT current FROM projection.generation)', columns);
END
$$;

-- What a judgement is as an audited outcome.
CREATE FUNCTION projection.outcome_of(judged jsonb) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE judged ->> 'judgement' WHEN 'misread' THEN 'wrong_extraction' ELSE judged ->> 'judgement' END;

CREATE OR REPLACE VIEW newsledger.claims AS
SELECT claim.claim_id,
       claim.kind,
       claim.figure_id,
       coalesce(claim.deal_id, deal_claim.deal_id) AS deal_id,
       coalesce(source.name, claim.source_id) AS source,
       claim.source_id,
       claim.article_id,
       coalesce(claim.canonical_url, article.canonical_url, article.url) AS article_url,
       coalesce(claim.article_title, article.title) AS article_title,
       claim.published_at,
       claim.stated_at,
       claim.quote,
       claim.sentence,
       claim.quote_start,
       claim.quote_end,
       (amount.stated ->> 'value')::numeric AS value,
       (amount.stated ->> 'low')::numeric AS low,
       (amount.stated ->> 'high')::numeric AS high,
       coalesce(claim.content ->> 'unit', claim.content -> 'value' ->> 'unit') AS unit,
       amount.stated ->> 'hedge' AS hedge,
       claim.content ->> 'status' AS status,
       claim.content -> 'period' ->> 'label' AS period,
       claim.content ->> 'speaker' AS speaker,
       coalesce(leader.origin_id, claim.origin_id) AS origin_id,
       coalesce(leader.is_primary, claim.is_primary) AS is_primary,
       CASE WHEN claim.echo_of IS NULL THEN claim.verdict ELSE leader.echo_verdict END AS verdict,
       CASE
         WHEN claim.echo_of IS NULL THEN claim.reason
         WHEN leader.echo_replaced_at IS NULL THEN leader.echo_reason
         ELSE replace(leader.echo_reason, '{later}',
                      projection.later_by(coalesce(claim.stated_at, claim.published_at), leader.echo_replaced_at))
       END AS reason,
       claim.revision,
       claim.extractor_name || '/' || claim.extractor_version AS extractor,
       claim.recorded_at,
       claim.certainty,
       claim.content AS taken_for,
       claim.judged ->> 'judgement' AS judgement,
       claim.judged ->> 'field' AS misread_field,
       nullif(claim.judged -> 'correction', 'null') AS correction,
       claim.judged ->> 'by' AS judged_by,
       claim.judged ->> 'reason' AS judgement_reason,
       (claim.judged ->> 'judgedAt')::timestamptz AS judged_at,
       (claim.judged ->> 'claimId')::uuid AS judged_as
FROM projection.claim
JOIN projection.article ON article.article_id = claim.article_id
LEFT JOIN projection.source ON source.source_id = claim.source_id
LEFT JOIN projection.claim AS deal_claim ON deal_claim.claim_id = claim.deal_claim_id
LEFT JOIN projection.claim AS leader ON leader.claim_id = claim.echo_of
CROSS JOIN LATERAL (SELECT coalesce(claim.content -> 'amount', claim.content -> 'value' -> 'amount') AS stated) AS amount
WHERE claim.standing <> 'pending';

COMMENT ON COLUMN newsledger.claims.verdict IS
  'winner, agrees, loses, unplaced (read with too little certainty to count, or taken out by a person), superseded or withdrawn.';
COMMENT ON COLUMN newsledger.claims.judgement IS
  'right, misread (the article says something else) or wrong_source (the article says so, and is wrong), as a person found; null when nobody looked.';
COMMENT ON COLUMN newsledger.claims.misread_field IS 'What was misread: value, subject, measure, period, status and so on; claim when the sentence states no such thing.';
COMMENT ON COLUMN newsledger.claims.correction IS 'What the article says instead, as far as the person told it, as JSON.';
COMMENT ON COLUMN newsledger.claims.judged_by IS 'Who judged it.';
COMMENT ON COLUMN newsledger.claims.judgement_reason IS 'Why.';
COMMENT ON COLUMN newsledger.claims.judged_at IS 'When.';
COMMENT ON COLUMN newsledger.claims.judged_as IS
  'The claim that the person looked at: this one, or one that another revision or extractor read the same in the same sentence.';

-- It returns the rows of the view, which are wider now.
CREATE OR REPLACE FUNCTION newsledger.claims_of_deal(deal_id uuid)
RETURNS SETOF newsledger.claims
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT claims.*
  FROM newsledger.claims
  WHERE claims.claim_id IN (
    SELECT report.claim_id FROM projection.claim AS report WHERE report.deal_id = claims_of_deal.deal_id
    UNION ALL
    SELECT figure.claim_id
    FROM projection.claim AS report
    JOIN projection.claim AS figure ON figure.deal_claim_id = report.claim_id
    WHERE report.deal_id = claims_of_deal.deal_id AND figure.deal_id IS NULL
  );
END;

CREATE OR REPLACE VIEW newsledger.audits AS
SELECT audit.claim_id, audit.figure_id, coalesce(source.name, claim.source_id) AS source, claim.source_id,
       claim.extractor_name || '/' || claim.extractor_version AS extractor, measure.measure, measure.measure_class,
       audit.outcome, audit.true_value, audit.evidence, audit.evidence_url, audit.audited_by, audit.audited_at, audit.position
FROM (
  SELECT claim_id, figure_id, outcome, true_value, evidence, evidence_url, audited_by, audited_at, position FROM projection.audit
  UNION ALL
  SELECT claim_id, figure_id, projection.outcome_of(judged), NULL, judged ->> 'reason', NULL, judged ->> 'by',
         (judged ->> 'judgedAt')::timestamptz, (judged ->> 'position')::bigint
  FROM projection.claim
  WHERE judged IS NOT NULL AND judged ->> 'claimId' = claim_id::text
) AS audit
JOIN projection.claim ON claim.claim_id = audit.claim_id
LEFT JOIN projection.source ON source.source_id = claim.source_id
LEFT JOIN projection.measure ON measure.measure = coalesce(claim.content ->> 'measure', 'deal_value');
COMMENT ON VIEW newsledger.audits IS
  'Outcomes of audits, and judgements of people: claims that a filing, a correction or a person proved right or wrong.';
COMMENT ON COLUMN newsledger.audits.figure_id IS 'The figure that it was checked for; null for a deal.';
GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO newsledger_reader;
