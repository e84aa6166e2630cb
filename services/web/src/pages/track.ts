import { formatAmount } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';

/** An interval in base units; null is an open end. */
interface Ends {
  readonly low: string | null;
  readonly high: string | null;
}

/** Draws intervals as bars on one common scale, the reconciled value as a band behind all of them. */
export interface Scale {
  readonly track: (ends: Ends, kind: 'band' | 'yes' | 'no' | 'gone', label: string) => Html;
  readonly axis: (unit: string) => Html;
}

/** Numbers so many times apart are drawn by their orders of magnitude, or the smaller ones would all be one stroke. */
const LOGARITHMIC_FROM = 50;
/** Room on both sides, in percent of the track. */
const ROOM = 4;
/** The narrowest bar that can be seen, in percent. */
const LEAST_WIDTH = 0.8;

export function createScale(value: Ends, claims: readonly Ends[]): Scale {
  const ends = [value, ...claims].flatMap(({ low, high }) => [low, high]).flatMap((end) => (end === null ? [] : [Number(end)]));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const logarithmic = least > 0 && most / least >= LOGARITHMIC_FROM;
  const measure = logarithmic ? Math.log : (end: number) => end;
  const span = measure(most) - measure(least) || 1;
  const at = (end: string | null, open: number) =>
    end === null ? open : ROOM + ((measure(Number(end)) - measure(least)) / span) * (100 - 2 * ROOM);
  const place = ({ low, high }: Ends) => {
    const left = at(low, 0);
    return `left:${left.toFixed(2)}%;width:${Math.max(at(high, 100) - left, LEAST_WIDTH).toFixed(2)}%`;
  };
  return {
    track: (drawn, kind, label) =>
      html`<div class="track" role="img" aria-label="${label}"><i class="band" style="${place(value)}"></i>${kind !== 'band' && html`<i class="bar ${kind} ${drawn.low === null && 'open-low'} ${drawn.high === null && 'open-high'}" style="${place(drawn)}"></i>`}</div>`,
    axis: (unit) => {
      if (ends.length === 0) return html``;
      const text = (end: number) => formatAmount({ value: `${end}`, low: null, high: null, unit });
      return html`<div class="axis soft"><span>${text(least)}</span>${logarithmic && html`<span>by orders of magnitude</span>`}<span>${least === most ? '' : text(most)}</span></div>`;
    },
  };
}
