import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

/** A row of `newsledger.human_decisions`. */
interface DecisionRow {
  readonly decided_at: Date;
  readonly decision: string;
  readonly decided_by: string | null;
  readonly about: readonly string[];
  readonly reason: string;
}

export interface DecisionFilter {
  readonly words: readonly string[];
  readonly by?: string;
  readonly limit: number;
}

const columns: readonly Column<DecisionRow>[] = [
  { title: 'WHEN', of: ({ decided_at }) => decided_at.toISOString().slice(0, 16).replace('T', ' ') },
  { title: 'WHO', of: ({ decided_by }) => decided_by ?? '', maxWidth: 24 },
  { title: 'DECISION', of: ({ decision }) => decision },
  { title: 'ABOUT', of: ({ about }) => about.join(', '), maxWidth: 50 },
  { title: 'WHY', of: ({ reason }) => reason, maxWidth: 60 },
];

/** What people decided, the latest first; for programs all of it. */
export async function printDecisions(pool: pg.Pool, printer: Printer, { words, by, limit }: DecisionFilter): Promise<void> {
  const { rows } = await pool.query<DecisionRow>(
    `SELECT *
       FROM newsledger.human_decisions
      WHERE ($1::text IS NULL OR decided_by = $1)
        AND NOT EXISTS (
              SELECT FROM unnest($2::text[]) AS word
               WHERE strpos(lower(concat_ws(' ', decision, decided_by, reason, array_to_string(about, ' '))), lower(word)) = 0)
      ORDER BY decided_at DESC, position DESC NULLS FIRST
      LIMIT $3`,
    [by ?? null, words, printer.forPrograms ? null : limit],
  );
  printer.rows(rows, columns, 'Nobody decided anything that fits.');
}
