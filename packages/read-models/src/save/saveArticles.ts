import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

export async function saveArticles(client: pg.ClientBase, { articles, revisions, changed }: FoldState): Promise<void> {
  await sendRows(
    client,
    'read-models.save_articles',
    `INSERT INTO projection.article (article_id, source_id, url, canonical_url, title, summary, byline, published_at, modified_at, language, section,
                                     wire_credit, correction_note, paywalled, fingerprint, word_count, revision, unavailable_reason,
                                     withdrawn_reason, discovered_at, captured_at, withdrawn_at, active_revision, active_extractor,
                                     extracted_at, open_extraction)
     SELECT "articleId", "sourceId", url, "canonicalUrl", title, summary, byline, "publishedAt", "modifiedAt", language, section,
            "wireCredit", "correctionNote", paywalled, fingerprint, "wordCount", revision, "unavailableReason",
            "withdrawnReason", "discoveredAt", "capturedAt", "withdrawnAt", "activeRevision", "activeExtractor",
            "extractedAt", "openExtraction"
     FROM json_to_recordset($1::json) AS new (
       "articleId" uuid, "sourceId" text, url text, "canonicalUrl" text, title text, summary text, byline text[], "publishedAt" timestamptz,
       "modifiedAt" timestamptz, language text, section text, "wireCredit" text, "correctionNote" text, paywalled boolean, fingerprint text, "wordCount" int,
       revision int, "unavailableReason" text, "withdrawnReason" text, "discoveredAt" timestamptz, "capturedAt" timestamptz,
       "withdrawnAt" timestamptz, "activeRevision" int, "activeExtractor" int, "extractedAt" timestamptz, "openExtraction" jsonb)
     ON CONFLICT (article_id, generation) DO UPDATE
     SET canonical_url = excluded.canonical_url, title = excluded.title, summary = excluded.summary, byline = excluded.byline,
         published_at = excluded.published_at, modified_at = excluded.modified_at, language = excluded.language, section = excluded.section,
         wire_credit = excluded.wire_credit, correction_note = excluded.correction_note, paywalled = excluded.paywalled,
         fingerprint = excluded.fingerprint, word_count = excluded.word_count, revision = excluded.revision,
         unavailable_reason = excluded.unavailable_reason, withdrawn_reason = excluded.withdrawn_reason,
         captured_at = excluded.captured_at, withdrawn_at = excluded.withdrawn_at, active_revision = excluded.active_revision,
         active_extractor = excluded.active_extractor, extracted_at = excluded.extracted_at, open_extraction = excluded.open_extraction`,
    [...changed.articles].flatMap((articleId) => articles.get(articleId) ?? []),
  );
  await sendRows(
    client,
    'read-models.save_revisions',
    `INSERT INTO projection.article_revision (article_id, revision, url, canonical_url, title, published_at, modified_at, wire_credit,
                                              correction_note, capture_hash, text_hash, fingerprint, word_count, recorded_at)
     SELECT "articleId", revision, url, "canonicalUrl", title, "publishedAt", "modifiedAt", "wireCredit",
            "correctionNote", "captureHash", "textHash", fingerprint, "wordCount", "recordedAt"
     FROM json_to_recordset($1::json) AS new (
       "articleId" uuid, revision int, url text, "canonicalUrl" text, title text, "publishedAt" timestamptz, "modifiedAt" timestamptz,
       "wireCredit" text, "correctionNote" text, "captureHash" text, "textHash" text, fingerprint text, "wordCount" int,
       "recordedAt" timestamptz)
     ON CONFLICT (article_id, revision, generation) DO UPDATE
     SET url = excluded.url, canonical_url = excluded.canonical_url, title = excluded.title, published_at = excluded.published_at,
         modified_at = excluded.modified_at, wire_credit = excluded.wire_credit, correction_note = excluded.correction_note,
         capture_hash = excluded.capture_hash, text_hash = excluded.text_hash, fingerprint = excluded.fingerprint,
         word_count = excluded.word_count, recorded_at = excluded.recorded_at`,
    [...changed.revisions].flatMap((key) => revisions.get(key) ?? []),
  );
}
