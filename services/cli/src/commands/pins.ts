import { createEventStore } from '@newsledger/event-store';
import { findFigure as figureById, formatAmount, pinFigure as pin, plainDecimal, unpinFigure as unpin } from '@newsledger/read-models';
import type pg from 'pg';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';
import { describeFigure, findFigure } from './findFigure.ts';

interface Decision {
  readonly figure: string;
  readonly reason: string;
  readonly by: string;
}

/** A person's value wins until the pin is taken back. */
export async function pinFigure(
  pool: pg.Pool,
  printer: Printer,
  { figure: named, value, reason, by }: Decision & { value: string },
): Promise<void> {
  const decimal = plainDecimal(value);
  if (decimal === null) throw new UsageError(`"${value}" is no number such as 38000000000 or 38bn.`);
  const figure = await theOnly(pool, named);
  await pin(createEventStore(pool), figure, decimal, { by, reason }, new Date().toISOString());
  await show(pool, printer, figure.figure_id);
}

export async function unpinFigure(pool: pg.Pool, printer: Printer, { figure: named, reason, by }: Decision): Promise<void> {
  const { figure_id: figureId } = await theOnly(pool, named);
  await unpin(pool, createEventStore(pool), figureId, { by, reason }, new Date().toISOString());
  await show(pool, printer, figureId);
}

async function theOnly(pool: pg.Pool, named: string) {
  await bringTablesUpToDate(pool);
  const { figure, others } = await findFigure(pool, named.split(/\s+/));
  if (others.length > 0)
    throw new UsageError(
      `"${named}" fits several figures; name one by its id:\n${[figure, ...others].map((other) => `  ${describeFigure(other)}`).join('\n')}`,
    );
  return figure;
}

async function show(pool: pg.Pool, printer: Printer, figureId: string): Promise<void> {
  await bringTablesUpToDate(pool);
  const figure = await figureById(pool, figureId);
  if (figure === null) return;
  printer.line(printer.json ? JSON.stringify(figure) : `${describeFigure(figure)}: ${formatAmount(figure)}\n${figure.explanation}`);
}
