import { type DecisionFilter, type DecisionRow, listDecisions } from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

const columns: readonly Column<DecisionRow>[] = [
  { title: 'WHEN', of: ({ decided_at }) => decided_at.toISOString().slice(0, 16).replace('T', ' ') },
  { title: 'WHO', of: ({ decided_by }) => decided_by ?? '', maxWidth: 24 },
  { title: 'DECISION', of: ({ decision }) => decision },
  { title: 'ABOUT', of: ({ about }) => about.join(', '), maxWidth: 50 },
  { title: 'WHY', of: ({ reason }) => reason, maxWidth: 60 },
];

/** What people decided, the latest first; for programs all of it. */
export async function printDecisions(pool: pg.Pool, printer: Printer, filter: DecisionFilter): Promise<void> {
  const rows = await listDecisions(pool, { ...filter, limit: printer.forPrograms ? null : filter.limit });
  printer.rows(rows, columns, 'Nobody decided anything that fits.');
}
