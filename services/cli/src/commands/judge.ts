import { createEventStore } from '@newsledger/event-store';
import { type Correction, figureStatuses, judgements, measureNames, misreadFields } from '@newsledger/events';
import { findFigure, formatAmount, judgeClaim, plainDecimal, unjudgeClaim } from '@newsledger/read-models';
import type pg from 'pg';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';
import { describeFigure } from './findFigure.ts';

export interface JudgeOptions {
  readonly reason: string;
  readonly by?: string;
  readonly field?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly subject?: string;
  readonly counterparty?: string;
  readonly measure?: string;
  readonly period?: string;
  readonly status?: string;
  readonly speaker?: string;
  readonly undo?: true;
}

/**
 * Records what a person found of a claim, or takes it back, and shows what became of its figure.
 * @throws {UsageError} when it is not said what was found. @throws {DecisionError} when it can't be recorded.
 */
export async function judge(
  pool: pg.Pool,
  printer: Printer,
  claim: string,
  said: string | undefined,
  options: JudgeOptions & { readonly by: string },
): Promise<void> {
  const { by, reason, undo = false } = options;
  const field = oneOf('--field', misreadFields, options.field) ?? null;
  await bringTablesUpToDate(pool);
  const store = createEventStore(pool);
  const at = new Date().toISOString();
  const judgement = judgements.find((known) => known === said);
  if (undo !== (said === undefined) || (said !== undefined && judgement === undefined))
    throw new UsageError(`Say one of ${judgements.join(', ')}, or --undo.`);
  const judged =
    judgement === undefined
      ? await unjudgeClaim(pool, store, { claim, by, reason }, at)
      : await judgeClaim(pool, store, { claim, judgement, field, correction: correctionOf(options), by, reason }, at);
  await bringTablesUpToDate(pool);
  await show(pool, printer, judged.claim_id);
}

function correctionOf({ value, unit, subject, counterparty, measure, period, status, speaker }: JudgeOptions): Correction | null {
  const fields = {
    unit,
    subject,
    counterparty,
    measure: oneOf('--measure', measureNames, measure),
    period,
    status: oneOf('--status', figureStatuses, status),
    speaker,
  };
  const told = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
  if (value === undefined) return Object.keys(told).length === 0 ? null : told;
  const decimal = plainDecimal(value);
  if (decimal === null) throw new UsageError(`"${value}" is no number such as 38000000000 or 38bn.`);
  return { ...told, low: decimal, high: decimal };
}

/** @throws {UsageError} when it is none of the names. */
function oneOf<const Name extends string>(option: string, names: readonly Name[], given: string | undefined): Name | undefined {
  if (given === undefined) return undefined;
  const found = names.find((name) => name === given);
  if (found === undefined) throw new UsageError(`${option} is one of ${names.join(', ')}; "${given}" is none of them.`);
  return found;
}

async function show(pool: pg.Pool, printer: Printer, claimId: string): Promise<void> {
  const { rows } = await pool.query('SELECT * FROM newsledger.claims WHERE claim_id = $1', [claimId]);
  const [claim] = rows;
  if (printer.json) return printer.line(JSON.stringify(claim));
  printer.line(`${claim.source}: “${claim.quote}” is ${claim.verdict}. ${claim.reason ?? ''}`);
  const figure = claim.figure_id === null ? null : await findFigure(pool, claim.figure_id);
  if (figure !== null) printer.line(`${describeFigure(figure)}: ${formatAmount(figure)}\n${figure.explanation}`);
  else if (claim.figure_id !== null) printer.line('No claim of its figure counts any more.');
}
