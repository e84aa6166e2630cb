import { listClaims } from '@newsledger/read-models';
import type pg from 'pg';
import { drawWhy } from '../output/drawWhy.ts';
import { type Printer, widthOf } from '../output/printer.ts';
import { figureColumns } from './figures.ts';
import { describeFigure, findFigure } from './findFigure.ts';

/** Tells why a figure has its value: the sentence, then every claim as an interval, with its words and verdict, grouped by origin. */
export async function printWhy(pool: pg.Pool, printer: Printer, words: readonly string[]): Promise<void> {
  const { figure, others } = await findFigure(pool, words);
  const claims = await listClaims(pool, figure.figure_id);
  if (printer.json) {
    printer.rows([{ ...figure, claims }], figureColumns, '');
    return;
  }
  for (const line of drawWhy(figure, claims, widthOf(process.stdout))) printer.line(line);
  if (others.length > 0)
    printer.note(`\nThese figures fit too; name one by its id:\n${others.map((other) => `  ${describeFigure(other)}`).join('\n')}`);
}
