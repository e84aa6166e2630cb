import { type ClaimRow, type FigureRow, formatAmount } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';

const WIDTH = 900;
const LABEL = 330;
const ROW = 26;
const COLOURS = {
  winner: 'var(--yes)',
  agrees: 'var(--yes)',
  loses: 'var(--no)',
  superseded: 'var(--soft)',
  withdrawn: 'var(--soft)',
} as const;

/** Every claim as a bar on one scale, against the band of the reconciled value; open ends run to the border. */
export function intervalChart(figure: FigureRow, claims: readonly ClaimRow[]): Html {
  const ends = [figure, ...claims].flatMap(({ low, high }) => [low, high]).flatMap((end) => (end === null ? [] : [Number(end)]));
  if (ends.length === 0) return html``;
  const min = Math.min(...ends);
  const span = Math.max(...ends) - min || Math.abs(min) || 1;
  const x = (end: string | null, open: number) =>
    end === null ? open : LABEL + 10 + ((Number(end) - min + span / 20) / (span * 1.1)) * (WIDTH - LABEL - 20);
  const left = x(figure.low, LABEL);
  const right = x(figure.high, WIDTH);
  const height = ROW * (claims.length + 2);
  const scaleEnds = [min, min + span].map((end) => ({
    end: `${end}`,
    text: formatAmount({ value: `${end}`, low: null, high: null, unit: figure.unit }),
  }));
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Each claim as an interval; the band is the reconciled value" width="100%">
<rect x="${left}" y="0" width="${Math.max(right - left, 2)}" height="${height}" fill="var(--yes)" opacity="0.15"/>
<text x="0" y="${ROW * 0.65}" font-weight="700">Reconciled</text>
<rect x="${left}" y="${ROW * 0.3}" width="${Math.max(right - left, 2)}" height="10" fill="var(--yes)"/>
${claims.map((claim, index) => bar(claim, ROW * (index + 1)))}
${scaleEnds.map(({ end, text }, index) => html`<text x="${x(end, LABEL)}" y="${height - ROW * 0.35}" text-anchor="${index === 0 ? 'start' : 'end'}" fill-opacity="0.7">${text}</text>`)}
</svg>`;

  function bar(claim: ClaimRow, y: number): Html {
    const from = x(claim.low, LABEL);
    const to = x(claim.high, WIDTH);
    const date = claim.published_at?.toISOString().slice(0, 10) ?? '';
    return html`<g><title>${claim.source}: ${claim.quote} (${claim.verdict})</title>
<text x="0" y="${y + ROW * 0.65}">${`${claim.source} ${date}  ${claim.quote}`.slice(0, 52)}</text>
<rect x="${from}" y="${y + ROW * 0.3}" width="${Math.max(to - from, 3)}" height="10" rx="2" fill="${COLOURS[claim.verdict]}" opacity="${claim.verdict === 'superseded' || claim.verdict === 'withdrawn' ? 0.45 : 0.8}"/></g>`;
  }
}
