-- Whether the text of a revision is still kept. The log doesn't say: bytes are erased beside it, by retention or with their article.
CREATE OR REPLACE VIEW newsledger.article_revisions AS
SELECT article_id, revision, url, canonical_url, title, published_at, modified_at, wire_credit, correction_note, capture_hash, text_hash,
       fingerprint, word_count, recorded_at,
       (SELECT erased.erased_at
          FROM ledger.erased_captures AS erased
         WHERE erased.hash = revision.capture_hash
           AND NOT EXISTS (SELECT FROM ledger.captures AS kept WHERE kept.hash = erased.hash)) AS text_erased_at
FROM projection.article_revision AS revision;

COMMENT ON COLUMN newsledger.article_revisions.text_erased_at IS
  'When the bytes that were captured were erased; null while they are kept. Claims keep the sentences that were read from them.';
