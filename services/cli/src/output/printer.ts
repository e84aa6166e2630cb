import { csvCasts } from '@newsledger/platform';
import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';
import colours from 'picocolors';
import { fitColumns, GAP } from './fitColumns.ts';
import { wrap } from './wrap.ts';

export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => string;
  /** Widest the column may get, in characters; longer texts wrap. */
  readonly maxWidth?: number;
  readonly align?: 'left' | 'right';
  /** Left out where the terminal is too narrow for all, the greatest number first. */
  readonly dispensable?: number;
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
      else out.write(`${table(rows, columns, widthOf(out))}\n`);
    },
    line: (text) => void out.write(`${text}\n`),
    note: (text) => void aside.write(`${text}\n`),
  };
}

/** Words that are longer may be broken in a narrow terminal. */
const LONG_WORD = 12;

/** Of a terminal in characters; null where lines may have any length. */
export function widthOf(out: NodeJS.WritableStream): number | null {
  return 'columns' in out && typeof out.columns === 'number' && out.columns > 0 ? out.columns : null;
}

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number | null): string {
  const all = columns.map((column) => ({ column, texts: rows.map((row) => column.of(row)) }));
  const widths = fitColumns(all.map(roomOf), width);
  const shown = all.flatMap((one, index) => ((widths[index] ?? 0) > 0 ? [{ ...one, room: widths[index] ?? 0 }] : []));
  const drawn = new Table({
    head: shown.map(({ column }) => colours.bold(column.title)),
    colWidths: shown.map(({ room }) => room + GAP),
    colAligns: shown.map(({ column: { align = 'left' } }) => align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
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
  drawn.push(...rows.map((_, index) => shown.map(({ texts, room }) => wrap(texts[index] ?? '', room).join('\n'))));
  // What stands behind the last column would break a line that just fits.
  return drawn.toString().replaceAll(/ +$/gm, '');
}

function roomOf<Row>({ column: { title, maxWidth = 60, dispensable }, texts }: { column: Column<Row>; texts: readonly string[] }) {
  const longest = (lengths: readonly number[]) => lengths.reduce((most, length) => Math.max(most, length), title.length);
  const natural = Math.min(maxWidth, longest(texts.map((text) => text.length)));
  const words = texts.flatMap((text) => text.split(' ').map((word) => Math.min(LONG_WORD, word.length)));
  return { natural, least: Math.min(natural, longest(words)), dispensable: dispensable ?? null };
}
