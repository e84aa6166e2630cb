import { createEventStore } from '@newsledger/event-store';
import { catalogue, newEvent, streamOf } from '@newsledger/events';
import { plainDecimal } from '@newsledger/read-models';
import type pg from 'pg';
import { z } from 'zod';
import { readRecords } from '../audit/readRecords.ts';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';

interface Rate {
  readonly date: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly source: string;
}

const { base, source, rates } = catalogue.ExchangeRatesRecorded.schema.shape;
const rateRow = z.strictObject({ ...rates.element.shape, base, source });

/** As many as an event of eight kibibytes takes. */
const RATES_PER_EVENT = 100;

/**
 * Records the rates of a file that are not known yet; a later rate for a day replaces an earlier one.
 * @throws {UsageError} with one sentence per wrong line; then nothing is recorded.
 */
export async function recordRates(pool: pg.Pool, printer: Printer, file: string): Promise<void> {
  const told = await readRates(file);
  await bringTablesUpToDate(pool);
  const { rows } = await pool.query<Rate>('SELECT rate_date::text AS date, base, quote, rate::text, source FROM newsledger.exchange_rates');
  const known = new Set(rows.map(nameOf));
  const fresh = told.filter((rate) => !known.has(nameOf(rate)));
  const store = createEventStore(pool);
  const recordedAt = new Date().toISOString();
  for (const [group, ofGroup] of Map.groupBy(fresh, (rate) => JSON.stringify([rate.base, rate.source]))) {
    const [currency = '', publisher = '']: string[] = JSON.parse(group);
    for (let from = 0; from < ofGroup.length; from += RATES_PER_EVENT)
      await store.append(streamOf.rates(currency), 'any', [
        newEvent('ExchangeRatesRecorded', {
          base: currency,
          source: publisher,
          rates: ofGroup.slice(from, from + RATES_PER_EVENT).map(({ date, quote, rate }) => ({ date, quote, rate })),
          recordedAt,
        }),
      ]);
  }
  await bringTablesUpToDate(pool);
  if (printer.json) printer.line(JSON.stringify({ recorded: fresh.length, known: told.length - fresh.length }));
  else
    printer.line(
      `${fresh.length} rates recorded, ${told.length - fresh.length} were known. "SELECT * FROM newsledger.figures_in('USD')" converts by them.`,
    );
}

async function readRates(file: string): Promise<Rate[]> {
  const read: Rate[] = [];
  const problems: string[] = [];
  for (const { line, fields } of await readRecords(file)) {
    const parsed = rateRow.safeParse({ ...fields, rate: plainDecimal(fields.rate ?? '') ?? fields.rate });
    if (parsed.success) read.push(parsed.data);
    else
      problems.push(`${file}, line ${line}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
  }
  if (problems.length > 0) throw new UsageError(`Nothing was recorded.\n${problems.join('\n')}`);
  return read;
}

function nameOf({ date, base: of, quote, rate, source: by }: Rate): string {
  return JSON.stringify([date, of, quote, plainDecimal(rate), by]);
}
