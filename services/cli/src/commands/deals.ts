import { formatAmount } from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

interface DealRow {
  readonly deal_id: string;
  readonly type: string;
  readonly title: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly term_years: string | null;
  readonly status: string;
  readonly announced_day: string | null;
  readonly agreement: string | null;
  readonly claim_count: number;
  readonly independent_sources: number;
  readonly parties: readonly { role: string; entity: string }[];
}

const columns: readonly Column<DealRow>[] = [
  { title: 'DEAL', of: ({ deal_id }) => deal_id.slice(0, 8) },
  { title: 'TYPE', of: ({ type }) => type.replaceAll('_', ' ') },
  { title: 'PARTIES', of: ({ parties }) => parties.map(({ role, entity }) => `${entity} (${role})`).join(', '), maxWidth: 60 },
  {
    title: 'VALUE',
    of: (row) => (row.unit === null ? 'undisclosed' : formatAmount({ ...row, unit: row.unit })),
    align: 'right',
    maxWidth: 24,
  },
  { title: 'TERM', of: ({ term_years }) => (term_years === null ? '' : `${Number(term_years)} years`) },
  { title: 'STATUS', of: ({ status }) => status },
  { title: 'ANNOUNCED', of: ({ announced_day }) => announced_day ?? '' },
  { title: 'AGREEMENT', of: ({ agreement }) => (agreement ?? '').replaceAll('_', ' ') },
  { title: 'WITNESSES', of: ({ independent_sources, claim_count }) => `${independent_sources} of ${claim_count}`, align: 'right' },
];

/** Deals with their parties, best witnessed first; every word must be found in type, status or a party's name. */
export async function printDeals(
  pool: pg.Pool,
  printer: Printer,
  filter: { words: readonly string[]; limit: number | null },
): Promise<void> {
  const { rows } = await pool.query<DealRow>(
    `SELECT deal.*, deal.announced_on::text AS announced_day, party.parties
       FROM newsledger.deals AS deal
      CROSS JOIN LATERAL (
             SELECT coalesce(json_agg(json_build_object('role', role, 'entity', entity) ORDER BY role, entity), '[]') AS parties
               FROM newsledger.deal_parties
              WHERE deal_id = deal.deal_id) AS party
      WHERE NOT EXISTS (
              SELECT FROM unnest($1::text[]) AS word
               WHERE strpos(lower(concat_ws(' ', deal.type, deal.status, deal.title, party.parties::text)), lower(word)) = 0)
      ORDER BY independent_sources DESC, claim_count DESC, announced_on DESC NULLS LAST, deal_id
      LIMIT $2`,
    [filter.words, filter.limit],
  );
  printer.rows(rows, columns, 'No deal fits. `newsledger deals` without words lists all.');
}
