import { formatAmount, formatNumber } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { type AmountScale, amountTicks, createAmountScale } from '../amountScale.ts';
import type { Neighbourhood } from '../neighbourhood.ts';
import { createTimeScale, type TimeScale } from './timeScale.ts';
import type { ValueStep } from './valueSteps.ts';
import type { WitnessMark } from './witnessMarks.ts';

/** One figure on a chart. */
export interface Series {
  /** Class by which it is told from others; empty when it is alone. */
  readonly tone: string;
  readonly marks: readonly WitnessMark[];
  readonly steps: readonly ValueStep[];
}

interface OverTime {
  readonly unit: string;
  /** The amounts that are drawn in place; what lies beyond is said at the edge. */
  readonly range: Neighbourhood;
  readonly series: readonly Series[];
  /** What the chart shows, for those who don't see it. */
  readonly label: string;
}

/** In pixels: heights are fixed, widths are shares of the room that there is, so that words keep their size on any screen. */
const HEIGHT = 300;
const TOP = 30;
const BOTTOM = 270;

/** Witnesses of one day stand beside each other, so far apart at most. */
const APART = 9;
/** The room that those of one day may take together. */
const DAY_WIDTH = 64;

/** A figure that was first recorded so long after its last report was read in arrears: its history has an axis of its own. */
const ARREARS_MS = 2 * 86_400_000;

/**
 * Figures over time: each witness at its day as an interval, the reconciled value as a step line from when the ledger knew it. Where all reports
 * were out before the first was read, the two have no common time: then the steps stand beside, in the order in which they came.
 */
export function overTimeChart({ unit, range, series, label }: OverTime): Html {
  const days = series.flatMap(({ marks }) => marks.map(({ day }) => new Date(day)));
  const changes = series.flatMap(({ steps }) => steps.map(({ from }) => from));
  if (days.length + changes.length === 0) return html``;
  const lastDay = Math.max(...days.map((day) => day.getTime()));
  const inArrears = days.length > 0 && changes.length > 0 && changes.every((change) => change.getTime() > lastDay + ARREARS_MS);
  const amounts = createAmountScale(range);
  const time = createTimeScale(inArrears ? days : [...days, ...changes]);
  const witnesses = series.map((one) => witnessesOf(one, amounts, time, unit));
  const steps = (place: (steps: readonly ValueStep[]) => readonly number[]) => series.map((one) => stepsOf(one, amounts, place(one.steps)));
  return html`<div class="over-time${inArrears && ' in-arrears'}">
<svg class="plot amounts" height="${HEIGHT}" aria-hidden="true">${ticksOf(range, amounts).map(({ tick, y }) => html`<text x="100%" y="${y + 4}" text-anchor="end">${formatNumber(`${tick}`, unit)}</text>`)}</svg>
<svg class="plot" height="${HEIGHT}" role="img" aria-label="${label}">${grid(range, amounts)}${time.ticks.map((tick) => dateLabel(time.at(tick.time), tick.label))}${!inArrears && steps((own) => own.map(({ from }) => time.at(from)))}${witnesses}</svg>
${inArrears && html`<svg class="plot" height="${HEIGHT}" aria-hidden="true">${grid(range, amounts)}${dateLabel(0.5, 'as read')}${steps((own) => own.map((_, index) => index / own.length))}</svg>`}
</div>`;
}

function grid(range: Neighbourhood, amounts: AmountScale): Html {
  return html`${ticksOf(range, amounts).map(({ y }) => html`<line class="grid" x1="0" x2="100%" y1="${y}" y2="${y}"/>`)}`;
}

function ticksOf(range: Neighbourhood, amounts: AmountScale) {
  return amountTicks(range).map((tick) => ({ tick, y: heightAt(amounts, `${tick}`) }));
}

/** The height at which an amount stands; what lies beyond the chart stands at its edge. */
function heightAt(amounts: AmountScale, amount: string): number {
  const share = Math.min(Math.max(amounts.at(amount), 0), 1);
  return Math.round((BOTTOM - share * (BOTTOM - TOP)) * 10) / 10;
}

function dateLabel(at: number, label: string): Html {
  const anchor = at < 0.08 ? 'start' : at > 0.94 ? 'end' : 'middle';
  return html`<line class="tick" x1="${percent(at)}" x2="${percent(at)}" y1="${BOTTOM + 4}" y2="${BOTTOM + 9}"/><text x="${percent(at)}" y="${BOTTOM + 24}" text-anchor="${anchor}">${label}</text>`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}

function witnessesOf({ tone, marks }: Series, amounts: AmountScale, time: TimeScale, unit: string): Html {
  const days = Map.groupBy(marks, ({ day }) => day);
  return html`${[...days].map(([day, said]) => {
    const apart = Math.min(APART, DAY_WIDTH / said.length);
    const x = time.at(new Date(day));
    return html`<svg class="witnesses ${tone}" x="${percent(x)}" y="0">${said.map((mark, index) => witness(mark, (index - (said.length - 1) / 2) * apart, amounts))}${beyond(said, x, amounts, unit)}</svg>`;
  })}`;
}

/** A bar from the lowest to the highest amount that the words allow, a dot at the number as written; open ends reach the edge. */
function witness(mark: WitnessMark, x: number, amounts: AmountScale): Html {
  const { low, high, value, kind } = mark;
  if (sideOf(mark, amounts) !== null) return html``;
  const [from, to] = [low === null ? BOTTOM : heightAt(amounts, low), high === null ? TOP : heightAt(amounts, high)];
  const dot = value === null ? (from + to) / 2 : heightAt(amounts, value);
  const at = x.toFixed(1);
  return html`<g class="${kind}"><title>${titleOf(mark)}</title><line x1="${at}" x2="${at}" y1="${from}" y2="${to}"/>${
    kind === 'yes' ? html`<circle cx="${at}" cy="${dot}" r="4"/>` : html`<path d="M${at} ${dot}m-4 -4l8 8m-8 0l8 -8"/>`
  }</g>`;
}

/** Says at the edge what lies off the chart: the nearest such amount of the day on each side, and how many more there are. */
function beyond(said: readonly WitnessMark[], x: number, amounts: AmountScale, unit: string): Html {
  const sides = Map.groupBy(said, (mark) => sideOf(mark, amounts));
  const anchor = x < 0.15 ? 'start' : x > 0.85 ? 'end' : 'middle';
  return html`${(['above', 'below'] as const).map((side) => {
    const [first, ...more] = sides.get(side) ?? [];
    if (first === undefined) return null;
    const amount = formatAmount({ ...first, unit });
    const words = `${side === 'above' ? '▲' : '▼'} ${amount}${more.length > 0 ? ` and ${more.length} more` : ''}`;
    return html`<text class="beyond ${first.kind}" y="${side === 'above' ? TOP - 16 : BOTTOM - 4}" text-anchor="${anchor}"><title>${titleOf(first)}</title>${words}</text>`;
  })}`;
}

function sideOf({ low, high }: WitnessMark, amounts: AmountScale): 'above' | 'below' | null {
  if (high !== null && amounts.at(high) < 0) return 'below';
  return low !== null && amounts.at(low) > 1 ? 'above' : null;
}

function titleOf({ day, sources, reason }: WitnessMark): string {
  return `${day}: ${sources.join(', ')}${reason === null ? '' : `. ${reason}`}`;
}

/** The line of the reconciled value with the band that it stands for; each step reaches to the next, the last to the end. */
function stepsOf({ tone, steps }: Series, amounts: AmountScale, places: readonly number[]): Html {
  let before: number | null = null;
  const drawn = steps.map(({ amount, mark }, index) => {
    const [x1, x2] = [percent(places[index] ?? 1), percent(places[index + 1] ?? 1)];
    const flag =
      mark !== null &&
      html`<line class="flag" x1="${x1}" x2="${x1}" y1="${TOP + 2}" y2="${BOTTOM}"/><text class="flag" x="${x1}" y="${TOP - 2}" text-anchor="middle">${mark}</text>`;
    const value = amount === null ? null : (amount.value ?? amount.low ?? amount.high);
    if (amount === null || value === null) {
      before = null;
      return html`${flag}`;
    }
    const y = heightAt(amounts, value);
    const [low, high] = [
      amount.low === null ? BOTTOM : heightAt(amounts, amount.low),
      amount.high === null ? TOP : heightAt(amounts, amount.high),
    ];
    const rise = before !== null && before !== y && html`<line class="step" x1="${x1}" x2="${x1}" y1="${before}" y2="${y}"/>`;
    before = y;
    const width = percent((places[index + 1] ?? 1) - (places[index] ?? 1));
    return html`<rect class="band" x="${x1}" width="${width}" y="${high}" height="${Math.max(low - high, 1)}"/>${rise}<line class="step" x1="${x1}" x2="${x2}" y1="${y}" y2="${y}"/>${flag}`;
  });
  return html`<g class="steps ${tone}">${drawn}</g>`;
}
