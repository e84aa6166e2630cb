import { createHash } from 'node:crypto';
import type { LedgerFacts } from '../ledgerFacts.ts';

/** Rows shown of each side. */
const SHOWN = 3;
const SHOWN_LENGTH = 600;

/** By SHA-256 of all rows. */
export function sameFacts(a: LedgerFacts, b: LedgerFacts): boolean {
  return hashOf(a) === hashOf(b);
}

function hashOf(facts: LedgerFacts): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** The first rows that only one side has. */
export function describeDifference(found: LedgerFacts, expected: LedgerFacts): string {
  const lines = Object.keys(expected).flatMap((name) => {
    const [here = [], there = []] = [found[name], expected[name]];
    const only = (one: readonly string[], other: readonly string[]) => {
      const known = new Set(other);
      return one.filter((row) => !known.has(row));
    };
    const more = only(here, there);
    const missing = only(there, here);
    if (more.length === 0 && missing.length === 0)
      return here.length === there.length ? [] : [`${name}: ${here.length} rows for ${there.length}`];
    const changed = more.flatMap((row) => {
      const twin = missing.find((other) => idOf(other) !== null && idOf(other) === idOf(row));
      return twin === undefined ? [] : [`  ! ${idOf(row)}: ${changedFields(row, twin)}`];
    });
    if (changed.length > 0) return [`${name}: ${more.length} rows more, ${missing.length} missing`, ...changed.slice(0, SHOWN)];
    const show = (sign: string, rows: readonly string[]) => rows.slice(0, SHOWN).map((row) => `  ${sign} ${row.slice(0, SHOWN_LENGTH)}`);
    return [`${name}: ${more.length} rows more, ${missing.length} missing`, ...show('+', more), ...show('-', missing)];
  });
  return `\n${lines.join('\n')}`;
}

/** What names a row of a table; null for a line of the log. */
function idOf(row: string): string | null {
  if (!row.startsWith('{')) return null;
  const found = ['claim_id', 'figure_id', 'article_id', 'deal_id'].map((name) => new RegExp(`"${name}": "([^"]+)"`).exec(row)?.[1]);
  return found.find((id) => id !== undefined) ?? null;
}

function changedFields(row: string, twin: string): string {
  const fields: Record<string, unknown> = JSON.parse(row);
  const others: Record<string, unknown> = JSON.parse(twin);
  return Object.keys({ ...fields, ...others })
    .filter((field) => JSON.stringify(fields[field]) !== JSON.stringify(others[field]))
    .map((field) => `${field} ${JSON.stringify(fields[field])} for ${JSON.stringify(others[field])}`)
    .join(', ')
    .slice(0, SHOWN_LENGTH * 2);
}
