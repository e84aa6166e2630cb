import type pg from 'pg';
import type { ArticleRow, RevisionRow } from '../fold/rows.ts';

export async function loadArticles(client: pg.ClientBase, articleIds: readonly string[]): Promise<ArticleRow[]> {
  const { rows } = await client.query<ArticleRow>({
    text: `SELECT article_id AS "articleId", source_id AS "sourceId", url, canonical_url AS "canonicalUrl", title, summary, byline,
            projection.iso(published_at) AS "publishedAt", projection.iso(modified_at) AS "modifiedAt", language, section,
            wire_credit AS "wireCredit", correction_note AS "correctionNote", paywalled, fingerprint, word_count AS "wordCount", revision,
            unavailable_reason AS "unavailableReason", withdrawn_reason AS "withdrawnReason",
            projection.iso(discovered_at) AS "discoveredAt", projection.iso(captured_at) AS "capturedAt",
            projection.iso(withdrawn_at) AS "withdrawnAt", active_revision AS "activeRevision", active_extractor AS "activeExtractor",
            projection.iso(extracted_at) AS "extractedAt", open_extraction AS "openExtraction"
     FROM projection.article
     WHERE article_id = ANY ($1::uuid[])`,
    values: [articleIds],
  });
  return rows;
}

/** All revisions of some articles. */
export async function loadRevisions(client: pg.ClientBase, articleIds: readonly string[]): Promise<RevisionRow[]> {
  const { rows } = await client.query<RevisionRow>({
    text: `SELECT article_id AS "articleId", revision, url, canonical_url AS "canonicalUrl", title,
            projection.iso(published_at) AS "publishedAt", projection.iso(modified_at) AS "modifiedAt", wire_credit AS "wireCredit",
            correction_note AS "correctionNote", capture_hash AS "captureHash", text_hash AS "textHash", fingerprint,
            word_count AS "wordCount", projection.iso(recorded_at) AS "recordedAt"
     FROM projection.article_revision
     WHERE article_id = ANY ($1::uuid[])`,
    values: [articleIds],
  });
  return rows;
}
