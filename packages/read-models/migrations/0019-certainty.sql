-- How surely a claim was read, and from which certainty on claims count.
ALTER TABLE projection.claim ADD COLUMN certainty numeric;

ALTER TABLE projection.made_by
  ADD COLUMN placed_from numeric,
  -- What a setting asked for; null leaves the threshold to the rules.
  ADD COLUMN asked_for   numeric;

CREATE VIEW newsledger.rules AS
SELECT rules, placed_from FROM projection.made_by;
COMMENT ON VIEW newsledger.rules IS 'By which rules the tables were made, in one row; other rules make them anew.';
COMMENT ON COLUMN newsledger.rules.rules IS 'Versions of the rules, and what a setting changed of them.';
COMMENT ON COLUMN newsledger.rules.placed_from IS 'Certainty from which claims count, 0 to 1; NEWSLEDGER_CERTAINTY moves it.';

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
       claim.origin_id,
       claim.is_primary,
       claim.verdict,
       claim.reason,
       claim.revision,
       claim.extractor_name || '/' || claim.extractor_version AS extractor,
       claim.recorded_at,
       claim.certainty,
       claim.content AS taken_for
FROM projection.claim
JOIN projection.article ON article.article_id = claim.article_id
LEFT JOIN projection.source ON source.source_id = claim.source_id
LEFT JOIN projection.claim AS deal_claim ON deal_claim.claim_id = claim.deal_claim_id
CROSS JOIN LATERAL (SELECT coalesce(claim.content -> 'amount', claim.content -> 'value' -> 'amount') AS stated) AS amount
WHERE claim.standing <> 'pending';

COMMENT ON COLUMN newsledger.claims.figure_id IS 'The figure that this claim is about; null for deal claims. The view figures has it once a claim about it counts.';
COMMENT ON COLUMN newsledger.claims.verdict IS
  'winner, agrees, loses, unplaced (read with too little certainty to count), superseded or withdrawn.';
COMMENT ON COLUMN newsledger.claims.certainty IS
  'How probable it is, 0 to 1, that the claim is read right: a figure''s value, unit, subject and measure, a deal''s type, parties and value. Null where the extractor estimated nothing; such a claim counts in full.';
COMMENT ON COLUMN newsledger.claims.taken_for IS
  'All that was read, as JSON and with the names as they were read: of a figure subject, counterparty, measure, definition and more, of a deal type and parties.';

CREATE OR REPLACE VIEW newsledger.deal_figures AS
SELECT DISTINCT deal_claim.deal_id, claim.figure_id
FROM projection.claim
JOIN projection.claim AS deal_claim ON deal_claim.claim_id = claim.deal_claim_id
WHERE claim.standing = 'active' AND claim.verdict IS DISTINCT FROM 'unplaced'
  AND deal_claim.standing = 'active' AND deal_claim.verdict IS DISTINCT FROM 'unplaced';

CREATE OR REPLACE VIEW newsledger.articles AS
SELECT article.article_id, coalesce(source.name, article.source_id) AS source, article.source_id, article.url,
       coalesce(article.canonical_url, article.url) AS canonical_url, article.title, article.byline, article.published_at,
       article.modified_at, article.language, article.wire_credit, article.correction_note,
       CASE
         WHEN article.withdrawn_at IS NOT NULL THEN 'withdrawn'
         WHEN article.captured_at IS NOT NULL THEN 'captured'
         WHEN article.unavailable_reason IS NOT NULL THEN 'unavailable'
         ELSE 'discovered'
       END AS status,
       coalesce(article.withdrawn_reason, article.unavailable_reason) AS status_reason,
       article.paywalled, article.revision, article.word_count,
       counted.placed AS claim_count,
       article.discovered_at, article.captured_at, article.extracted_at, article.withdrawn_at, article.section,
       counted.unplaced AS unplaced_count
FROM projection.article
LEFT JOIN projection.source ON source.source_id = article.source_id
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE claim.verdict IS DISTINCT FROM 'unplaced')::int AS placed,
         count(*) FILTER (WHERE claim.verdict = 'unplaced')::int AS unplaced
  FROM projection.claim
  WHERE claim.article_id = article.article_id AND claim.standing = 'active'
) AS counted;
COMMENT ON COLUMN newsledger.articles.unplaced_count IS 'Claims that were read with too little certainty to count; the view claims has them.';

DROP FUNCTION newsledger.why(uuid);
CREATE FUNCTION newsledger.why(figure_id uuid)
RETURNS TABLE (
  verdict text, source text, value numeric, low numeric, high numeric, unit text, hedge text, speaker text, published_at timestamptz,
  is_primary boolean, origin_id text, reason text, quote text, sentence text, article_title text, article_url text, claim_id uuid, explanation text,
  certainty numeric
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT claims.verdict, claims.source, claims.value, claims.low, claims.high, claims.unit, claims.hedge, claims.speaker,
         claims.published_at, claims.is_primary, claims.origin_id, claims.reason, claims.quote, claims.sentence,
         claims.article_title, claims.article_url, claims.claim_id, concat_ws(' ', figures.explanation, tension.words), claims.certainty
  FROM newsledger.claims
  LEFT JOIN newsledger.figures ON figures.figure_id = claims.figure_id
  CROSS JOIN (SELECT newsledger.tension_words(why.figure_id) AS words) AS tension
  WHERE claims.figure_id = why.figure_id
  ORDER BY array_position(ARRAY['winner', 'agrees', 'loses', 'unplaced', 'superseded', 'withdrawn'], claims.verdict),
           claims.published_at, claims.claim_id;
END;
COMMENT ON FUNCTION newsledger.why(uuid) IS
  'Every claim behind one figure, the winner first: who said it, in which sentence, and why it counted or did not.';

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA newsledger FROM PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA newsledger TO newsledger_reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA newsledger TO newsledger_reader;
