import type { Period } from '@newsledger/events';
import { dayPeriod, fiscalPeriod, lastDayOfMonth, monthPeriod, quarterPeriod, yearPeriod } from '../periods/calendar.ts';

/** The period of a label such as `2025`, `2025-11`, `2025-11-03`, `2025-Q3` or `FY2026`; null for any other words. */
export function readPeriodLabel(label: string): Period | null {
  const [, fiscal, year, quarter, month, day] = /^(FY)?(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/.exec(label) ?? [];
  if (year === undefined) return null;
  if (fiscal !== undefined) return quarter === undefined && month === undefined ? fiscalPeriod(Number(year), null) : null;
  if (quarter !== undefined) return quarterPeriod(Number(year), Number(quarter));
  if (month === undefined) return yearPeriod(Number(year));
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return monthPeriod(Number(year), Number(month));
  if (Number(day) < 1 || Number(day) > lastDayOfMonth(Number(year), Number(month))) return null;
  return dayPeriod({ year: Number(year), month: Number(month), day: Number(day) });
}
