import { csvCasts } from '@newsledger/platform';
import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';
import colours from 'picocolors';

export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => string;
  /** Widest the column may get, in characters; longer texts wrap. */
  readonly maxWidth?: number;
  readonly align?: 'left' | 'right';
}

/** Where a command's answer goes (`out`), and what else it has to say (`note`). */
export interface Printer {
  /** Whether answers are JSON lines. */
  readonly json: boolean;
  /** Whether a program reads it, as JSON lines or CSV: lists are whole then. */
  readonly forPrograms: boolean;
  /** Rows as a table for people, or whole as JSON lines or CSV for programs. */
  readonly rows: <Row extends object>(rows: readonly Row[], columns: readonly Column<Row>[], whenEmpty: string) => void;
  readonly line: (text: string) => void;
  /** To standard error, so that the answer can be piped. */
  readonly note: (text: string) => void;
}

/** How rows are written. */
export type Form = 'table' | 'json' | 'csv';

export function createPrinter(
  form: Form,
  out: NodeJS.WritableStream = process.stdout,
  aside: NodeJS.WritableStream = process.stderr,
): Printer {
  return {
    json: form === 'json',
    forPrograms: form !== 'table',
    rows: (rows, columns, whenEmpty) => {
      if (form === 'csv') out.write(stringify([...rows], { header: true, cast: csvCasts }));
      else if (form === 'json') for (const row of rows) out.write(`${JSON.stringify(row)}\n`);
      else if (rows.length === 0) aside.write(`${whenEmpty}\n`);
      else out.write(`${table(rows, columns)}\n`);
    },
    line: (text) => void out.write(`${text}\n`),
    note: (text) => void aside.write(`${text}\n`),
  };
}

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = rows.map((row) => columns.map((column) => column.of(row)));
  const widths = columns.map(
    ({ title, maxWidth = 60 }, index) => Math.min(maxWidth, Math.max(title.length, ...cells.map((row) => (row[index] ?? '').length))) + 2,
  );
  const drawn = new Table({
    head: columns.map(({ title }) => colours.bold(title)),
    colWidths: widths,
    colAligns: columns.map(({ align = 'left' }) => align),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
  drawn.push(...cells);
  return drawn.toString();
}
