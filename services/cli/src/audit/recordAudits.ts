import { createEventStore, type EventStore } from '@newsledger/event-store';
import { type EventData, newEvent, streamOf } from '@newsledger/events';
import { closeEpoch } from '@newsledger/read-models';
import type pg from 'pg';
import { z } from 'zod';
import { bringTablesUpToDate } from '../bringTablesUpToDate.ts';
import type { Printer } from '../output/printer.ts';
import { UsageError } from '../usageError.ts';
import { type AuditRow, auditRow } from './auditRow.ts';
import { findChecked } from './findChecked.ts';
import { judgeClaims } from './judgeClaims.ts';
import { printReliability } from './printReliability.ts';
import { type FileRecord, readRecords } from './readRecords.ts';

type Audited = EventData<'OutcomeAudited'>;

/**
 * Records what an audit proved. Nothing is recorded when any line is wrong; the same file again adds nothing.
 * @throws {UsageError} with one sentence per wrong line.
 */
export async function recordAudits(pool: pg.Pool, printer: Printer, file: string | null, { close }: { close: boolean }): Promise<void> {
  const store = createEventStore(pool);
  await bringTablesUpToDate(pool);
  if (file !== null) await record(pool, store, printer, file);
  await bringTablesUpToDate(pool);
  if (close) await closeNow(pool, store, printer);
  await printReliability(pool, printer);
}

async function record(pool: pg.Pool, store: EventStore, printer: Printer, file: string): Promise<void> {
  const audits = await readAudits(pool, file);
  const counts = { right: 0, wrong_source: 0, wrong_extraction: 0, known: 0 };
  for (const audit of audits) {
    const { outcome } = await store.append(streamOf.figure(audit.figureId), 'any', [newEvent('OutcomeAudited', audit)]);
    counts[outcome === 'duplicate' ? 'known' : audit.outcome]++;
  }
  const known = counts.known > 0 ? `; ${counts.known} were recorded before` : '';
  if (printer.json) printer.line(JSON.stringify(counts));
  else printer.line(`${counts.right} right, ${counts.wrong_source} wrong, ${counts.wrong_extraction} misread${known}.`);
}

async function readAudits(pool: pg.Pool, file: string): Promise<Audited[]> {
  const audits: Audited[] = [];
  const problems: string[] = [];
  for (const entry of await readRecords(file)) {
    try {
      const row = parseRow(entry);
      for (const { claim, outcome } of judgeClaims(row, await findChecked(pool, row))) audits.push(toAudit(row, claim, outcome));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(`${file}, line ${entry.line}: ${error.message}`);
    }
  }
  if (problems.length > 0) throw new UsageError(`Nothing was recorded.\n${problems.join('\n')}`);
  return audits;
}

function parseRow({ fields }: FileRecord): AuditRow {
  const parsed = auditRow.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    z
      .prettifyError(parsed.error)
      .replaceAll('✖ ', '')
      .replaceAll(/\n\s*→ at /g, ', in ')
      .replaceAll('\n', '; '),
  );
}

function toAudit(row: AuditRow, claim: { claim_id: string; figure_id: string }, outcome: Audited['outcome']): Audited {
  const isAddress = /^https?:\/\/\S+$/.test(row.evidence);
  return {
    claimId: claim.claim_id,
    figureId: claim.figure_id,
    outcome,
    evidence: row.evidence,
    auditedAt: `${row.date}T00:00:00.000Z`,
    ...(isAddress && { evidenceUrl: row.evidence }),
    ...(row.true_value !== undefined && { trueValue: row.true_value }),
    ...(row.by !== undefined && { by: row.by }),
  };
}

async function closeNow(pool: pg.Pool, store: EventStore, printer: Printer): Promise<void> {
  const closed = await closeEpoch(pool, store, new Date().toISOString());
  if (closed.outcome === 'overtaken')
    throw new UsageError('Somebody else closed an epoch at this moment; look at "newsledger reliability".');
  if (closed.outcome === 'unchanged') {
    printer.note(`Nothing new was found since epoch ${closed.epoch}; no epoch was closed.`);
    return;
  }
  await bringTablesUpToDate(pool);
  const { rows } = await pool.query<{ figures: number }>(
    `SELECT count(*)::integer AS figures
       FROM newsledger.figure_history
      WHERE event_type = 'ReliabilityEpochClosed' AND position = (SELECT max(position) FROM newsledger.reliability_history)`,
  );
  printer.note(
    `Epoch ${closed.epoch} is closed: ${closed.findings.sources.length} rows of counts hold from now on; ${rows[0]?.figures ?? 0} figures changed by it.`,
  );
}
