import Table from 'cli-table3';
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
  readonly json: boolean;
  /** Rows as a table for people, or as JSON lines for programs. */
  readonly rows: <Row extends object>(rows: readonly Row[], columns: readonly Column<Row>[], whenEmpty: string) => void;
  readonly line: (text: string) => void;
  /** To standard error, so that the answer can be piped. */
  readonly note: (text: string) => void;
}

export function createPrinter(
  json: boolean,
  out: NodeJS.WritableStream = process.stdout,
  aside: NodeJS.WritableStream = process.stderr,
): Printer {
  return {
    json,
    rows: (rows, columns, whenEmpty) => {
      if (json) for (const row of rows) out.write(`${JSON.stringify(row)}\n`);
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
