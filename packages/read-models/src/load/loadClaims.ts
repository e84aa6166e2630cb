import { bandsNear, type EchoCount, type LinkedText, MAX_COPY_BITS } from '@newsledger/reconcile';
import type pg from 'pg';
import type { ClaimRow } from '../fold/rows.ts';

const COLUMNS = `claim_id AS "claimId", kind, article_id AS "articleId", source_id AS "sourceId", revision, extractor_name AS "extractorName",
            extractor_version AS "extractorVersion", content, names, deal_claim_id AS "dealClaimId", certainty::float8, judged, sentence, NULL AS evidence,
            position, projection.iso(recorded_at) AS "recordedAt", article_title AS "articleTitle",
            projection.iso(published_at) AS "publishedAt", projection.iso(stated_at) AS "statedAt", wire_credit AS "wireCredit",
            canonical_url AS "canonicalUrl", fingerprint, correction_note AS "correctionNote", standing, figure_id AS "figureId",
            deal_bucket AS "dealBucket", deal_id AS "dealId", origin_id AS "originId", is_primary AS "isPrimary", verdict, reason,
            deal_family AS "dealFamily", neighbours, joined, echo_of AS "echoOf", lone, own_url AS "ownUrl", own_fingerprint AS "ownFingerprint", echoes AS "echoCounts", echo_days AS "echoDays", echo_verdict AS "echoVerdict",
            echo_reason AS "echoReason", projection.iso(echo_replaced_at) AS "echoReplacedAt"`;

/** How surely a claim was read, in SQL: what was judged is looked at whatever its certainty. Two indexes are of it. */
const CERTAINTY = 'CASE WHEN judged IS NULL THEN coalesce(certainty, 1) ELSE 1 END';

type Counts = Readonly<Record<string, number>>;

/** A row as PostgreSQL gives it: bigint comes as text, whatever the row's type says. */
type LoadedClaim = ClaimRow & { readonly echoCounts: Counts | null; readonly echoDays: Counts | null };

function toClaim({ echoCounts, echoDays, ...row }: LoadedClaim): ClaimRow {
  return { ...row, position: BigInt(row.position), echoes: echoCounts === null ? null : toEchoes(echoCounts, echoDays ?? {}) };
}

function toEchoes(counts: Counts, days: Counts): EchoCount {
  const certainties = new Map(Object.entries(counts).map(([certainty, count]) => [Number(certainty), count]));
  return { certainties, days: new Map(Object.entries(days)), count: certainties.values().reduce((sum, count) => sum + count, 0) };
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

/**
 * Every claim, echoes and what was read with less certainty than `placedFrom` left out, that tells something where figures may have to be
 * chosen again. Each neighbour is looked up by itself: where a
 * batch has thousands, an overlap with all at once is found by reading all claims.
 */
export async function loadClaimsAround(
  client: pg.ClientBase,
  { neighbours, placedFrom }: { neighbours: readonly string[]; placedFrom: number },
): Promise<ClaimRow[]> {
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim
     WHERE claim_id = ANY (ARRAY(
       SELECT found.claim_id
         FROM unnest($1::text[]) AS neighbour
        CROSS JOIN LATERAL (SELECT claim_id FROM projection.claim
                             WHERE neighbours @> ARRAY[neighbour] AND standing <> 'reextracted' AND echo_of IS NULL AND ${CERTAINTY} >= $2
                            OFFSET 0) AS found))`,
    values: [neighbours, placedFrom],
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

/**
 * The claims by which some figures and deals are decided, echoes left out. What is read otherwise now still names the deal that it began.
 * @param placedFrom claims that were read with less certainty are left out: of a popular figure they may be many, and they decide nothing.
 */
export async function loadClaimsOfKeys(
  client: pg.ClientBase,
  { figureIds, buckets, placedFrom }: { figureIds: readonly string[]; buckets: readonly string[]; placedFrom: number },
): Promise<ClaimRow[]> {
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim
     WHERE figure_id = ANY ($1::uuid[]) AND standing <> 'reextracted' AND echo_of IS NULL AND ${CERTAINTY} >= $3
     UNION ALL
     SELECT ${COLUMNS} FROM projection.claim WHERE deal_bucket = ANY ($2::text[]) AND echo_of IS NULL AND ${CERTAINTY} >= $3`,
    values: [figureIds, buckets, placedFrom],
  });
  return rows.map(toClaim);
}

/** Those of some figures that have claims which `loadClaimsOfKeys` leaves out, beside some that are known. */
export async function figuresWithUnplaced(
  client: pg.ClientBase,
  { figureIds, placedFrom, known }: { figureIds: readonly string[]; placedFrom: number; known: readonly string[] },
): Promise<string[]> {
  const { rows } = await client.query<{ figureId: string }>({
    text: `SELECT figure AS "figureId" FROM unnest($1::uuid[]) AS figure
     WHERE EXISTS (SELECT FROM projection.claim
                    WHERE figure_id = figure AND echo_of IS NULL AND ${CERTAINTY} < $2 AND standing NOT IN ('pending', 'reextracted')
                      AND claim_id <> ALL ($3::uuid[]))`,
    values: [figureIds, placedFrom, known],
  });
  return rows.map(({ figureId }) => figureId);
}

/** The echoes of some claims. */
export async function loadEchoesOf(client: pg.ClientBase, leaderIds: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim WHERE echo_of = ANY ($1::uuid[])`,
    values: [leaderIds],
  });
  return rows.map(toClaim);
}

/** Those echoes of some claims whose texts lead to one of some others, but for such as share what they are found by with the claim that they echo. */
export async function loadEchoesLinkedTo(
  client: pg.ClientBase,
  leaderIds: readonly string[],
  texts: readonly LinkedText[],
): Promise<ClaimRow[]> {
  const fingerprints = [...new Set(texts.flatMap(({ fingerprint }) => fingerprint ?? []))];
  const { rows } = await client.query<LoadedClaim>({
    text: `SELECT ${COLUMNS} FROM projection.claim
     WHERE own_fingerprint IS NOT NULL AND projection.text_bands(own_fingerprint) && $2::int[] AND echo_of = ANY ($1::uuid[])
       AND EXISTS (SELECT FROM unnest($3::text[]) AS near
                    WHERE bit_count(('x' || near)::bit(64) # ('x' || own_fingerprint)::bit(64)) <= ${MAX_COPY_BITS})
     UNION ALL
     SELECT ${COLUMNS} FROM projection.claim WHERE own_url = ANY ($4::text[]) AND echo_of = ANY ($1::uuid[])`,
    values: [
      leaderIds,
      [...new Set(fingerprints.flatMap(bandsNear))],
      fingerprints,
      [...new Set(texts.flatMap(({ canonicalUrl }) => canonicalUrl ?? []))],
    ],
  });
  return rows.map(toClaim);
}
