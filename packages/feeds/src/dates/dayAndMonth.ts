import { instantOf } from './civilTime.ts';

export interface DayAndMonth {
  readonly day: number;
  readonly month: number;
}

/**
 * Which of two numbers is the day and which the month: what the calendar allows, else what the weekday says (03/30 is March; a Monday
 * 11/03/2025 is 3 November where that day was a Monday).
 * @param weekday 0 (Sunday) to 6, when one is named; a wrong one says nothing.
 * @returns null when both orders are days, and nothing decides.
 */
export function dayAndMonth(first: number, second: number, year: number, weekday: number | null): DayAndMonth | null {
  const orders = [
    { month: first, day: second },
    { month: second, day: first },
  ];
  const days = orders.flatMap((order) => {
    const instant = instantOf({ year, ...order, hour: 0, minute: 0, second: 0, offset: 0 });
    return instant === null ? [] : [{ order, weekday: new Date(instant).getUTCDay() }];
  });
  if (days.length === 1 || first === second) return days[0]?.order ?? null;
  const named = days.filter((day) => day.weekday === weekday);
  return named.length === 1 ? (named[0]?.order ?? null) : null;
}
