import type pg from 'pg';
import type { ClaimRow } from '../fold/rows.ts';

const COLUMNS = `claim_id AS "claimId", kind, article_id AS "articleId", source_id AS "sourceId", revision, extractor_name AS "extractorName",
            extractor_version AS "extractorVersion", content, names, deal_claim_id AS "dealClaimId", certainty::float8, sentence, NULL AS evidence,
            position, projection.iso(recorded_at) AS "recordedAt", article_title AS "articleTitle",
            projection.iso(published_at) AS "publishedAt", projection.iso(stated_at) AS "statedAt", wire_credit AS "wireCredit",
            canonical_url AS "canonicalUrl", fingerprint, correction_note AS "correctionNote", standing, figure_id AS "figureId",
            deal_bucket AS "dealBucket", deal_id AS "dealId", origin_id AS "originId", is_primary AS "isPrimary", verdict, reason,
            deal_family AS "dealFamily", neighbours, joined`;

/** PostgreSQL's bigint comes as text, whatever the row's type says. */
function toClaim(row: ClaimRow): ClaimRow {
  return { ...row, position: BigInt(row.position) };
}

/** Every claim of some articles, counting or not. */
export async function loadClaimsOfArticles(client: pg.ClientBase, articleIds: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<ClaimRow>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE article_id = ANY ($1::uuid[])`,
    values: [articleIds],
  });
  return rows.map(toClaim);
}

/** Every claim that bears one of some names as it was reported. */
export async function loadClaimsOfNames(client: pg.ClientBase, names: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<ClaimRow>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE names && $1::text[]`,
    values: [names],
  });
  return rows.map(toClaim);
}

/** Every claim that tells something where figures may have to be chosen again. */
export async function loadClaimsAround(client: pg.ClientBase, neighbours: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<ClaimRow>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE neighbours && $1::text[] AND standing <> 'reextracted'`,
    values: [neighbours],
  });
  return rows.map(toClaim);
}

/** Every claim of some sources. */
export async function loadClaimsOfSources(client: pg.ClientBase, sourceIds: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<ClaimRow>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE source_id = ANY ($1::text[])`,
    values: [sourceIds],
  });
  return rows.map(toClaim);
}

/** The claims by which some figures and deals are decided. What is read otherwise now still names the deal that it began. */
export async function loadClaimsOfKeys(
  client: pg.ClientBase,
  { figureIds, buckets }: { figureIds: readonly string[]; buckets: readonly string[] },
): Promise<ClaimRow[]> {
  const { rows } = await client.query<ClaimRow>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE figure_id = ANY ($1::uuid[]) AND standing <> 'reextracted'
     UNION ALL
     SELECT ${COLUMNS} FROM projection.claim WHERE deal_bucket = ANY ($2::text[])`,
    values: [figureIds, buckets],
  });
  return rows.map(toClaim);
}
