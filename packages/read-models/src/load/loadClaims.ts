import type { EchoCount } from '@newsledger/reconcile';
import type pg from 'pg';
import type { ClaimRow } from '../fold/rows.ts';

const COLUMNS = `claim_id AS "claimId", kind, article_id AS "articleId", source_id AS "sourceId", revision, extractor_name AS "extractorName",
            extractor_version AS "extractorVersion", content, names, deal_claim_id AS "dealClaimId", certainty::float8, judged, sentence, NULL AS evidence,
            position, projection.iso(recorded_at) AS "recordedAt", article_title AS "articleTitle",
            projection.iso(published_at) AS "publishedAt", projection.iso(stated_at) AS "statedAt", wire_credit AS "wireCredit",
            canonical_url AS "canonicalUrl", fingerprint, correction_note AS "correctionNote", standing, figure_id AS "figureId",
            deal_bucket AS "dealBucket", deal_id AS "dealId", origin_id AS "originId", is_primary AS "isPrimary", verdict, reason,
            deal_family AS "dealFamily", neighbours, joined, echo_of AS "echoOf", echoes AS "echoCounts", echo_verdict AS "echoVerdict",
            echo_reason AS "echoReason", projection.iso(echo_replaced_at) AS "echoReplacedAt"`;

/** How many echoes of a claim were read with each certainty. */
type EchoesColumn = Readonly<Record<string, number>>;

/** A row as PostgreSQL gives it: bigint comes as text, whatever the row's type says. */
type LoadedClaim = ClaimRow & { readonly echoCounts: EchoesColumn | null };

function toClaim({ echoCounts, ...row }: LoadedClaim): ClaimRow {
  return { ...row, position: BigInt(row.position), echoes: echoCounts === null ? null : toEchoes(echoCounts) };
}

function toEchoes(counts: EchoesColumn): EchoCount {
  const certainties = new Map(Object.entries(counts).map(([certainty, count]) => [Number(certainty), count]));
  return { certainties, count: certainties.values().reduce((sum, count) => sum + count, 0) };
}

/** Every claim of some articles, counting or not. */
export async function loadClaimsOfArticles(client: pg.ClientBase, articleIds: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE article_id = ANY ($1::uuid[])`,
    values: [articleIds],
  });
  return rows.map(toClaim);
}

/** Every claim that bears one of some names as it was reported. */
export async function loadClaimsOfNames(client: pg.ClientBase, names: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE names && $1::text[]`,
    values: [names],
  });
  return rows.map(toClaim);
}

/** Every claim that tells something where figures may have to be chosen again. */
export async function loadClaimsAround(client: pg.ClientBase, neighbours: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE neighbours && $1::text[] AND standing <> 'reextracted'`,
    values: [neighbours],
  });
  return rows.map(toClaim);
}

/** Every claim of some sources. */
export async function loadClaimsOfSources(client: pg.ClientBase, sourceIds: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<LoadedClaim>({
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
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE figure_id = ANY ($1::uuid[]) AND standing <> 'reextracted'
     UNION ALL
     SELECT ${COLUMNS} FROM projection.claim WHERE deal_bucket = ANY ($2::text[])`,
    values: [figureIds, buckets],
  });
  return rows.map(toClaim);
}
