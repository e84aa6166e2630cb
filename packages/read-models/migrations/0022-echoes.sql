-- A popular figure collects thousands of claims that only echo an earlier one: what is decided of that one's echoes is decided of them, and
-- stands in its row alone. So one more echo adds its own row and changes one other.
ALTER TABLE projection.claim
  -- The claim that this one only echoes; its own verdict, reason, origin and is_primary mean nothing then.
  ADD COLUMN echo_of          uuid,
  -- How many echoes were read with each certainty; null without echoes. What is decided of them follows.
  ADD COLUMN echoes           jsonb,
  ADD COLUMN echo_verdict     text,
  -- Where {later} stands, each echo says how much earlier than echo_replaced_at it was stated.
  ADD COLUMN echo_reason      text,
  ADD COLUMN echo_replaced_at timestamptz;
CREATE INDEX claim_echo_of ON projection.claim (echo_of) WHERE echo_of IS NOT NULL;

-- ` 2 days later`, the same words as laterBy of the package reconcile.
CREATE FUNCTION projection.later_by(earlier timestamptz, later timestamptz) RETURNS text
LANGUAGE sql STABLE
RETURN (
  SELECT CASE
    WHEN minutes IS NULL OR minutes <= 0 THEN ''
    WHEN minutes < 50 THEN CASE WHEN minutes = 1 THEN ' a minute later' ELSE ' ' || minutes || ' minutes later' END
    WHEN hours < 24 THEN CASE WHEN hours = 1 THEN ' an hour later' ELSE ' ' || hours || ' hours later' END
    WHEN days < 60 THEN CASE WHEN days = 1 THEN ' a day later' ELSE ' ' || days || ' days later' END
    ELSE ' on ' || to_char(later AT TIME ZONE 'UTC', 'YYYY-MM-DD')
  END
  FROM (SELECT floor(extract(epoch FROM later - earlier) / 60 + 0.5)::bigint AS minutes) AS whole
  CROSS JOIN LATERAL (SELECT floor(minutes / 60.0 + 0.5)::bigint AS hours, floor(minutes / 1440.0 + 0.5)::bigint AS days) AS rounded
);

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
       claim.content AS taken_for
FROM projection.claim
JOIN projection.article ON article.article_id = claim.article_id
LEFT JOIN projection.source ON source.source_id = claim.source_id
LEFT JOIN projection.claim AS deal_claim ON deal_claim.claim_id = claim.deal_claim_id
LEFT JOIN projection.claim AS leader ON leader.claim_id = claim.echo_of
CROSS JOIN LATERAL (SELECT coalesce(claim.content -> 'amount', claim.content -> 'value' -> 'amount') AS stated) AS amount
WHERE claim.standing <> 'pending';
