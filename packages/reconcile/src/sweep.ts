import { comparePreference, type Interval } from './interval.ts';

/** One vote: an interval that stands for a whole origin, and how much it weighs. */
export interface Vote {
  readonly interval: Interval;
  readonly weight: number;
}

/** The stretch of numbers that most votes allow. */
export interface Region {
  readonly low: bigint | null;
  readonly high: bigint | null;
  readonly weight: number;
  /** Indexes of the votes that allow it, in the order given. */
  readonly members: readonly number[];
}

/**
 * Sweeps the ends of all intervals for the stretch with the greatest weight. Stretches that weigh the same are told apart by their most
 * preferred claim. O(n log n) for n votes.
 * @param within only stretches that one of these votes allows are considered; all when left out.
 */
export function sweep(votes: readonly Vote[], within?: readonly number[]): Region {
  const [only] = votes;
  if (votes.length === 1 && only !== undefined)
    return { low: only.interval.low, high: only.interval.high, weight: only.weight, members: [0] };
  const ends = distinctEnds(votes);
  // Slot 0 lies before all ends, slot 2i+1 is the number ends[i] by itself, slot 2i+2 the stretch after it. A number by itself is
  // looked at only where a claim is that exact number: rounding intervals that merely touch don't agree.
  const place = new Map(ends.map((end, index) => [end, index]));
  const slotCount = 2 * ends.length + 1;
  const change = new Float64Array(slotCount + 1);
  const eligible = new Int32Array(slotCount + 1);
  const exact = new Uint8Array(slotCount);
  const limits = within === undefined ? null : new Set(within);
  const spans = votes.map(({ interval, weight }, index) => {
    const span = spanOf(interval, place, slotCount);
    change[span[0]] = (change[span[0]] ?? 0) + weight;
    change[span[1] + 1] = (change[span[1] + 1] ?? 0) - weight;
    if (limits === null || limits.has(index)) {
      eligible[span[0]] = (eligible[span[0]] ?? 0) + 1;
      eligible[span[1] + 1] = (eligible[span[1] + 1] ?? 0) - 1;
    }
    if (interval.width === 0n) exact[span[0]] = 1;
    return span;
  });
  const best = heaviestSlots(slotCount, change, eligible, exact);
  return chooseSlot(best.slots, best.weight, votes, spans, ends);
}

function distinctEnds(votes: readonly Vote[]): bigint[] {
  const ends = new Set<bigint>();
  for (const { interval } of votes) {
    if (interval.low !== null) ends.add(interval.low);
    if (interval.high !== null) ends.add(interval.high);
  }
  return [...ends].sort((a, b) => (a < b ? -1 : 1));
}

/** First and last slot. */
type Span = readonly [number, number];

function spanOf(interval: Interval, place: ReadonlyMap<bigint, number>, slotCount: number): Span {
  const first = interval.low === null ? 0 : 2 * (place.get(interval.low) ?? 0) + 1;
  const last = interval.high === null ? slotCount - 1 : 2 * (place.get(interval.high) ?? 0) + 1;
  return [first, last];
}

function heaviestSlots(slotCount: number, change: Float64Array, eligible: Int32Array, exact: Uint8Array) {
  let weight = 0;
  let limits = 0;
  let greatest = 0;
  let slots: number[] = [];
  for (let slot = 0; slot < slotCount; slot++) {
    weight += change[slot] ?? 0;
    limits += eligible[slot] ?? 0;
    const isNumber = slot % 2 === 1;
    if (limits === 0 || (isNumber && exact[slot] === 0)) continue;
    if (weight > greatest) {
      greatest = weight;
      slots = [slot];
    } else if (weight === greatest && weight > 0) slots.push(slot);
  }
  return { weight: greatest, slots };
}

function chooseSlot(
  slots: readonly number[],
  weight: number,
  votes: readonly Vote[],
  spans: readonly Span[],
  ends: readonly bigint[],
): Region {
  const slot = slots.length === 1 ? slots[0] : preferredSlot(slots, votes, spans);
  if (slot === undefined) throw new Error('A sweep needs at least one vote with a weight above zero.');
  const before = Math.floor((slot - 1) / 2);
  const low = ends[before] ?? null;
  const members: number[] = [];
  spans.forEach((span, index) => {
    if (inside(span, slot)) members.push(index);
  });
  return { low, high: slot % 2 === 1 ? low : (ends[before + 1] ?? null), weight, members };
}

/** Keeps, claim by claim from the most preferred, the slots that it allows, until one is left. */
function preferredSlot(slots: readonly number[], votes: readonly Vote[], spans: readonly Span[]): number | undefined {
  const order = votes.map((vote, index) => ({ vote, index })).sort((a, b) => comparePreference(a.vote.interval, b.vote.interval));
  let left = slots;
  for (const { index } of order) {
    const kept = left.filter((slot) => inside(spans[index], slot));
    if (kept.length > 0) left = kept;
    if (left.length === 1) break;
  }
  return left[0];
}

function inside(span: Span | undefined, slot: number): boolean {
  return span !== undefined && span[0] <= slot && slot <= span[1];
}
