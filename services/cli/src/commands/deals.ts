import { type DealRow, formatAmount, listDeals } from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

const columns: readonly Column<DealRow>[] = [
  { title: 'DEAL', of: ({ deal_id }) => deal_id.slice(0, 8) },
  { title: 'TYPE', of: ({ type }) => type.replaceAll('_', ' ') },
  {
    title: 'PARTIES',
    of: ({ parties }) =>
      parties.map(({ role, entity, parent }) => `${entity} (${role}${parent === null ? '' : `, of ${parent}`})`).join(', '),
    maxWidth: 60,
  },
  {
    title: 'VALUE',
    of: (row) => (row.unit === null ? 'undisclosed' : formatAmount({ ...row, unit: row.unit })),
    align: 'right',
    maxWidth: 24,
  },
  { title: 'TERM', of: ({ term_years }) => (term_years === null ? '' : `${Number(term_years)} years`) },
  { title: 'STATUS', of: ({ status }) => status },
  { title: 'ANNOUNCED', of: ({ announced_on }) => announced_on ?? '' },
  { title: 'AGREEMENT', of: ({ agreement }) => (agreement ?? '').replaceAll('_', ' ') },
  { title: 'WITNESSES', of: ({ independent_sources, claim_count }) => `${independent_sources} of ${claim_count}`, align: 'right' },
];

/** Deals with their parties, best witnessed first; every word must be found in type, status or a party's name. */
export async function printDeals(
  pool: pg.Pool,
  printer: Printer,
  filter: { words: readonly string[]; limit: number | null },
): Promise<void> {
  const rows = await listDeals(pool, filter);
  printer.rows(rows, columns, 'No deal fits. `newsledger deals` without words lists all.');
}
