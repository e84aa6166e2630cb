import { type FigureFilter, type FigureRow, formatAmount, formatRange, listFigures } from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

export const figureColumns: readonly Column<FigureRow>[] = [
  { title: 'FIGURE', of: ({ figure_id }) => figure_id.slice(0, 8) },
  { title: 'SUBJECT', of: ({ subject, counterparty }) => (counterparty === null ? subject : `${subject} ← ${counterparty}`), maxWidth: 46 },
  {
    title: 'MEASURE',
    of: ({ measure, definition, noun }) => ((definition ?? noun) === null ? measure : `${measure} (${definition ?? noun})`),
    maxWidth: 34,
  },
  { title: 'PERIOD', of: ({ period }) => period ?? '', maxWidth: 22, dispensable: 1 },
  { title: 'STATUS', of: ({ status }) => status, dispensable: 2 },
  { title: 'VALUE', of: formatAmount, align: 'right', maxWidth: 30 },
  { title: 'BETWEEN', of: formatRange, maxWidth: 26, dispensable: 3 },
  { title: 'AGREEMENT', of: ({ agreement }) => agreement.replaceAll('_', ' ') },
  { title: 'WITNESSES', of: ({ independent_sources, claim_count }) => `${independent_sources} of ${claim_count}`, align: 'right' },
];

export async function printFigures(pool: pg.Pool, printer: Printer, filter: FigureFilter): Promise<void> {
  const { rows, total, isMore } = await listFigures(pool, filter);
  printer.rows(
    rows,
    figureColumns,
    'No figure fits. `newsledger figures` without words lists all; `newsledger status` tells whether anything was read yet.',
  );
  if (!printer.forPrograms && rows.length < total)
    printer.note(
      `${rows.length} of ${total}${isMore ? ' or more' : ''} figures; --all shows every one. "newsledger why FIGURE" tells why a value won.`,
    );
}

/** Every row of `newsledger.figures`, whole. */
export async function selectAllFigures(pool: pg.Pool): Promise<object[]> {
  const { rows } = await pool.query<object>('SELECT * FROM newsledger.figures ORDER BY figure_id');
  return rows;
}
