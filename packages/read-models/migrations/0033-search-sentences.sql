-- search() finds sentences, too. Echoes tell what another claim tells, so their sentences are neither indexed nor found twice.
CREATE INDEX claim_sentence ON generations.claim USING gin (to_tsvector('english', sentence)) WHERE echo_of IS NULL;

DROP FUNCTION newsledger.search(text);

-- Runs as its owner, since the text indexes lie in private tables.
CREATE FUNCTION newsledger.search(query text)
RETURNS TABLE (
  kind text, id uuid, title text, value numeric, low numeric, high numeric, unit text, status text, agreement text, last_changed timestamptz,
  sentence text, figure_id uuid, deal_id uuid, rank real
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  WITH named AS (
    SELECT 'figure' AS kind, figure.figure_id AS id,
           figure.subject || coalesce(' – ' || figure.counterparty, '') || ': ' || replace(figure.measure, '_', ' ') || coalesce(' ' || figure.period, '') AS title,
           figure.value, figure.low, figure.high, figure.unit, figure.status, figure.agreement, figure.last_changed,
           NULL::text AS sentence, figure.figure_id, NULL::uuid AS deal_id,
           -- A name that fits is worth more than any sentence.
           1 + ts_rank(figure.search, websearch_to_tsquery('simple', query)) AS rank, figure.claim_count
    FROM projection.figure
    WHERE figure.live AND figure.search @@ websearch_to_tsquery('simple', query)
    UNION ALL
    SELECT 'deal', deal.deal_id, deal.title, deal.value, deal.low, deal.high, deal.unit, deal.status, deal.agreement, deal.last_changed,
           NULL, NULL, deal.deal_id,
           1 + ts_rank(deal.search, websearch_to_tsquery('simple', query)), deal.claim_count
    FROM projection.deal
    WHERE deal.live AND deal.search @@ websearch_to_tsquery('simple', query)
    ORDER BY rank DESC, claim_count DESC, id
    LIMIT 200
  ), told AS (
    -- Words that stand everywhere would have every sentence ranked; beyond so many one is as good as another.
    SELECT claim.claim_id, claim.sentence
    FROM projection.claim
    WHERE claim.echo_of IS NULL AND claim.standing = 'active'
      AND to_tsvector('english', claim.sentence) @@ websearch_to_tsquery('english', query)
    LIMIT 2000
  ), sentences AS (
    SELECT told.sentence, min(told.claim_id::text)::uuid AS claim_id, count(*)::int AS claim_count,
           -- Divided by the length: of two sentences with the words the shorter one says it.
           ts_rank(to_tsvector('english', told.sentence), websearch_to_tsquery('english', query), 2) AS rank
    FROM told
    GROUP BY told.sentence
    ORDER BY rank DESC, claim_count DESC, claim_id
    LIMIT 200
  )
  SELECT found.kind, found.id, found.title, found.value, found.low, found.high, found.unit, found.status, found.agreement, found.last_changed,
         found.sentence, found.figure_id, found.deal_id, found.rank
  FROM (
    SELECT named.* FROM named
    UNION ALL
    SELECT 'sentence', claims.claim_id, claims.source || ', ' || coalesce(claims.article_title, claims.article_url), claims.value, claims.low,
           claims.high, claims.unit, claims.status, figure.agreement, claims.recorded_at, claims.sentence, claims.figure_id, claims.deal_id,
           sentences.rank, sentences.claim_count
    FROM sentences
    JOIN newsledger.claims ON claims.claim_id = sentences.claim_id
    LEFT JOIN projection.figure ON figure.figure_id = claims.figure_id
  ) AS found
  ORDER BY found.rank DESC, found.claim_count DESC, found.id;
END;
COMMENT ON FUNCTION newsledger.search(text) IS
  'What holds all the words: figures and deals by their names, measure, period or status, and sentences that claims were read from, in any form of the words. At most 200 of the first and 200 of the second, the best first; kind is figure, deal or sentence, and id that of the figure, the deal or a claim. "Words in quotes" stand side by side, OR and - work as in search engines. Of sentences with words that stand in more than 2,000 of them, some 2,000 are ranked.';

GRANT EXECUTE ON FUNCTION newsledger.search(text) TO newsledger_reader;
REVOKE EXECUTE ON FUNCTION newsledger.search(text) FROM PUBLIC;
