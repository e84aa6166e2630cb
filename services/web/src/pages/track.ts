import { formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { createAmountScale } from './amountScale.ts';
import { type Ends, type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';

/** Draws intervals as bars on one common scale, the reconciled value as a band behind all of them. */
export interface Scale {
  readonly track: (ends: Ends, kind: 'band' | 'yes' | 'no' | 'gone', label: string) => Html;
  readonly axis: () => Html;
}

/** The drawing is so many units wide, and is stretched to the room that there is. */
const WIDTH = 1000;
/** The narrowest bar that can be seen. */
const LEAST_WIDTH = 8;

/** A scale around the reconciled interval; what lies beyond is said at the edge, with an arrow. */
export function createScale(value: Ends & { readonly unit: string }, claims: readonly Ends[]): Scale {
  return createTracks(neighbourhoodOf(value, claims), value.unit, value);
}

/** Tracks of one unit over a part of the number line; `value`, where there is one, is drawn behind each. */
export function createTracks(range: Neighbourhood, unit: string, value: Ends | null): Scale {
  const { from, to, logarithmic } = range;
  const scale = createAmountScale(range);
  const at = (end: string): number => scale.at(end) * WIDTH;
  const bar = (drawn: Ends, y: number, height: number, kind: string): Html => {
    const left = Math.max(drawn.low === null ? 0 : at(drawn.low), 0);
    const right = Math.min(drawn.high === null ? WIDTH : at(drawn.high), WIDTH);
    if (left >= WIDTH || right <= 0) return html``;
    const width = Math.max(right - left, LEAST_WIDTH);
    const x = Math.min(Math.max((left + right - width) / 2, 0), WIDTH - width);
    return html`<rect class="${kind}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${height}"/>`;
  };
  return {
    track: (drawn, kind, label) => {
      const beyond = kind === 'band' ? null : sideOf(drawn);
      return html`<div class="track" role="img" aria-label="${label}"><svg viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" aria-hidden="true">${value !== null && bar(value, 0, 14, 'band')}${kind !== 'band' && bar(drawn, 4, 6, kind)}</svg>${beyond !== null && html`<span class="beyond ${beyond} ${kind}" aria-hidden="true">${beyond === 'left' && '◀ '}${formatRange({ ...drawn, value: null, unit })}${beyond === 'right' && ' ▶'}</span>`}</div>`;
    },
    axis: () => {
      if (from === 0 && to === 0) return html``;
      const text = (end: number) => formatAmount({ value: `${end}`, low: null, high: null, unit });
      return html`<div class="axis soft"><span>${text(from)}</span>${logarithmic && html`<span>by orders of magnitude</span>`}<span>${from === to ? '' : text(to)}</span></div>`;
    },
  };

  function sideOf({ low, high }: Ends): 'left' | 'right' | null {
    if (high !== null && at(high) < 0) return 'left';
    return low !== null && at(low) > WIDTH ? 'right' : null;
  }
}
