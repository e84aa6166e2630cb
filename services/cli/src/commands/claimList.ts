import { type AmountRow, formatAmount } from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

/** A row of `newsledger.claims`, as far as it is shown in a list. */
interface ListedClaim extends Omit<AmountRow, 'unit'> {
  readonly claim_id: string;
  readonly kind: 'figure' | 'deal';
  readonly source: string;
  readonly published_at: Date | null;
  readonly unit: string | null;
  readonly verdict: string;
  readonly judgement: string | null;
  readonly certainty: string | null;
  readonly quote: string;
  readonly taken_for: { readonly subject?: string; readonly measure?: string; readonly type?: string };
}

export interface ClaimFilter {
  readonly words: readonly string[];
  readonly figure?: string;
  readonly source?: string;
  readonly verdict?: string;
  readonly judged?: true;
  readonly limit: number;
}

const columns: readonly Column<ListedClaim>[] = [
  { title: 'CLAIM', of: ({ claim_id }) => claim_id.slice(0, 8) },
  { title: 'SOURCE', of: ({ source }) => source, maxWidth: 24 },
  { title: 'PUBLISHED', of: ({ published_at }) => published_at?.toISOString().slice(0, 10) ?? '' },
  { title: 'SUBJECT', of: ({ taken_for }) => taken_for.subject ?? '', maxWidth: 30 },
  { title: 'MEASURE', of: ({ taken_for }) => taken_for.measure ?? taken_for.type ?? '', maxWidth: 22 },
  { title: 'VALUE', of: (row) => (row.unit === null ? '' : formatAmount({ ...row, unit: row.unit })), align: 'right', maxWidth: 24 },
  { title: 'CERTAINTY', of: ({ certainty }) => (certainty === null ? '' : Number(certainty).toFixed(2)), align: 'right' },
  { title: 'VERDICT', of: ({ verdict }) => verdict },
  { title: 'JUDGED', of: ({ judgement }) => judgement?.replaceAll('_', ' ') ?? '' },
  { title: 'QUOTE', of: ({ quote }) => quote, maxWidth: 40 },
];

/** Claims that fit, the latest recorded first; for programs all of them. */
export async function printClaimList(pool: pg.Pool, printer: Printer, { limit, ...filter }: ClaimFilter): Promise<void> {
  const { rows } = await pool.query<ListedClaim>(
    `SELECT *
       FROM newsledger.claims
      WHERE ($1::text IS NULL OR starts_with(figure_id::text, lower($1)))
        AND ($2::text IS NULL OR source_id = $2)
        AND ($3::text IS NULL OR verdict = $3)
        AND (NOT $4 OR judgement IS NOT NULL)
        AND NOT EXISTS (
              SELECT FROM unnest($5::text[]) AS word
               WHERE strpos(lower(concat_ws(' ', sentence, source, taken_for ->> 'subject', taken_for ->> 'counterparty',
                                            replace(taken_for ->> 'measure', '_', ' '), taken_for ->> 'measure', taken_for ->> 'type')),
                            lower(word)) = 0)
      ORDER BY recorded_at DESC, claim_id
      LIMIT $6`,
    [
      filter.figure ?? null,
      filter.source ?? null,
      filter.verdict ?? null,
      filter.judged === true,
      filter.words,
      printer.forPrograms ? null : limit,
    ],
  );
  printer.rows(rows, columns, 'No claim fits. `newsledger claims` without words lists the latest.');
}
