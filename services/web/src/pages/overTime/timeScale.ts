interface TimeTick {
  readonly time: Date;
  readonly label: string;
}

/** Where moments stand on a chart's axis of time, in UTC. */
export interface TimeScale {
  /** 0 at the left border, 1 at the right one, with some room beside the outermost moments. */
  readonly at: (time: Date) => number;
  readonly ticks: readonly TimeTick[];
}

/** Room on each side, as a share of the chart. */
const ROOM = 0.04;
/** More labels would run into each other on a phone. */
const MOST_TICKS = 3;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Fits the moments; a lone one stands in the middle of its day. There must be one at least. */
export function createTimeScale(times: readonly Date[]): TimeScale {
  const all = times.map((time) => time.getTime());
  const least = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const [from, to] = least === most ? [least - DAY_MS / 2, least + DAY_MS / 2] : [least, most];
  return {
    at: (time) => ROOM + ((1 - 2 * ROOM) * (time.getTime() - from)) / (to - from),
    ticks: ticksBetween(from, to),
  };
}

function ticksBetween(from: number, to: number): TimeTick[] {
  for (const hours of [1, 3, 6, 12]) {
    const found = multiplesOf(hours * HOUR_MS, from, to);
    if (found.length <= MOST_TICKS)
      return found.map((time) => ({ time, label: `${dayAndMonth(time)} ${time.toISOString().slice(11, 16)}` }));
  }
  for (const days of [1, 2, 4, 7, 14]) {
    const found = multiplesOf(days * DAY_MS, from, to);
    if (found.length <= MOST_TICKS)
      return found.map((time, index) => ({
        time,
        label: isNewYear(found, index) ? `${dayAndMonth(time)} ${yearOf(time)}` : dayAndMonth(time),
      }));
  }
  for (const months of [1, 3, 6, 12]) {
    const found = monthsBetween(months, from, to);
    if (found.length <= MOST_TICKS) return found.map((time) => ({ time, label: `${MONTHS[time.getUTCMonth()]} ${yearOf(time)}` }));
  }
  const years = (to - from) / (365 * DAY_MS);
  return monthsBetween(12 * Math.ceil(years / MOST_TICKS), from, to).map((time) => ({ time, label: `${yearOf(time)}` }));
}

function isNewYear(times: readonly Date[], index: number): boolean {
  const [time, before] = [times[index], times[index - 1]];
  return time !== undefined && (before === undefined || yearOf(before) !== yearOf(time));
}

function dayAndMonth(time: Date): string {
  return `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]}`;
}

function yearOf(time: Date): number {
  return time.getUTCFullYear();
}

/** One more than fit at most: whoever asks wants to know whether they do. */
function multiplesOf(stepMs: number, from: number, to: number): Date[] {
  const first = Math.ceil(from / stepMs);
  const count = Math.min(Math.floor(to / stepMs) - first + 1, MOST_TICKS + 1);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => new Date((first + index) * stepMs));
}

/** The first days of every so many months. */
function monthsBetween(months: number, from: number, to: number): Date[] {
  const start = new Date(from);
  const firstMonth = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  const found: Date[] = [];
  for (let month = firstMonth; found.length <= MOST_TICKS; month += months) {
    const time = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (time.getTime() > to) break;
    if (time.getTime() >= from) found.push(time);
  }
  return found;
}
