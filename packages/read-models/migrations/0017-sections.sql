-- The section of the paper that an article stands in: business, technology, sport.
ALTER TABLE projection.article ADD COLUMN section text;

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
       (SELECT count(*)::int FROM projection.claim WHERE claim.article_id = article.article_id AND claim.standing = 'active') AS claim_count,
       article.discovered_at, article.captured_at, article.extracted_at, article.withdrawn_at, article.section
FROM projection.article
LEFT JOIN projection.source ON source.source_id = article.source_id;

COMMENT ON COLUMN newsledger.articles.section IS 'The section that the publisher puts it in, as it says; null when it says none.';
COMMENT ON COLUMN newsledger.articles.status_reason IS
  'Why it is unavailable or withdrawn; of a captured article, why its latest page or its claims could not be read.';
