import { listReliability, type ReliabilityRow } from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

const columns: readonly Column<ReliabilityRow>[] = [
  { title: 'SOURCE', of: ({ source }) => source },
  { title: 'MEASURES', of: ({ measure_class }) => measure_class },
  { title: 'RIGHT', of: ({ right_count }) => `${right_count}`, align: 'right' },
  { title: 'WRONG', of: ({ wrong_count }) => `${wrong_count}`, align: 'right' },
  { title: 'MISREAD', of: ({ misread_count }) => `${misread_count}`, align: 'right' },
  { title: 'VOTE COUNTS', of: ({ weight }) => Number(weight).toFixed(2), align: 'right' },
  { title: 'EPOCH', of: ({ epoch }) => `${epoch}`, align: 'right' },
];

/** What the latest closed epoch froze, and how many outcomes wait for the next. */
export async function printReliability(pool: pg.Pool, printer: Printer): Promise<void> {
  printer.rows(
    await listReliability(pool),
    columns,
    'All sources weigh the same: no reliability epoch was closed yet. "newsledger audit FILE --close-epoch" records outcomes and closes one.',
  );
  const { rows: waiting } = await pool.query<{ audits: number }>(
    `SELECT count(*)::integer AS audits
       FROM newsledger.audits
      WHERE position > coalesce((SELECT max(position) FROM newsledger.reliability_history), 0)`,
  );
  const audits = waiting[0]?.audits ?? 0;
  if (audits > 0) printer.note(`${audits} outcome${audits === 1 ? ' waits' : 's wait'} for the next epoch; --close-epoch lets them count.`);
}
