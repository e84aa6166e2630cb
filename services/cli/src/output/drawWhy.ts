import { type ClaimRow, type FigureRow, foldRepeats, formatAmount, formatRange, type RepeatedClaim } from '@newsledger/read-models';
import colours from 'picocolors';
import { createScale, type Draw } from './drawInterval.ts';
import { groupByOrigin } from './groupByOrigin.ts';
import { wrap } from './wrap.ts';

const WIDEST_CHART = 44;
const NARROWEST_CHART = 16;

const paint: Record<string, (text: string) => string> = {
  winner: colours.green,
  agrees: colours.green,
  loses: colours.red,
  unplaced: colours.yellow,
  superseded: colours.dim,
  withdrawn: colours.dim,
};

/**
 * A figure for a terminal: what it is, why, and every claim as an interval on one scale, copies under their origin.
 * @param width of the terminal in characters; null where lines may have any length.
 */
export function drawWhy(figure: FigureRow, claims: readonly ClaimRow[], width: number | null): string[] {
  const chart = width === null ? WIDEST_CHART : Math.max(NARROWEST_CHART, Math.min(WIDEST_CHART, Math.floor(width / 3)));
  // What is probably misread may be far off: it is no reason to draw the others as strokes.
  const draw = createScale([figure, ...claims.filter(({ verdict }) => verdict !== 'unplaced')].map(ends), chart);
  const text = (lines: string, indent = 0) => wrap(lines, width, indent);
  const name = [figure.subject, figure.counterparty, figure.measure, figure.definition ?? figure.noun, figure.period, figure.status];
  return [
    ...text(name.filter(Boolean).join(' · ').replaceAll('_', ' ')).map(colours.bold),
    ...text(
      `${formatAmount(figure)}   (${formatRange(figure)})   ${figure.agreement.replaceAll('_', ' ')}, confidence ${Number(figure.confidence).toFixed(2)}`,
    ),
    '',
    ...text(figure.explanation),
    '',
    colours.dim(draw.axis((end) => formatAmount({ value: `${end}`, low: null, high: null, unit: figure.unit }))),
    `${draw.line(ends(figure))}  ${colours.bold('reconciled')}`,
    ...groupByOrigin(claims).flatMap(({ title, claims: members }) => [
      '',
      ...text(title).map(colours.bold),
      ...foldRepeats(members).flatMap((said, index) => describe(said, index > 0 && said.claim.origin_id !== null, draw, chart, text)),
    ]),
  ];
}

function describe(
  { claim, times }: RepeatedClaim,
  isCopy: boolean,
  draw: Draw,
  chart: number,
  text: (lines: string, indent?: number) => string[],
): string[] {
  const colour = paint[claim.verdict] ?? ((words: string) => words);
  const day = claim.published_at?.toISOString().slice(0, 10) ?? 'undated';
  const speaker = claim.speaker === null ? '' : `, quoting ${claim.speaker}`;
  const doubt = claim.certainty === null || Number(claim.certainty) === 1 ? '' : `, certainty ${Number(claim.certainty)}`;
  const indent = chart + 2;
  const [head = '', ...rest] = text(
    `${claim.verdict}  ${claim.source}, ${day}${speaker}${doubt}: “${claim.quote}”${times > 1 ? ` (${times} times)` : ''}`,
    indent,
  );
  return [
    `${colour(draw.line(ends(claim)))}  ${head.trimStart()}`,
    ...rest,
    ...(isCopy ? [] : text(`“${claim.sentence}”`, indent)),
    ...(isCopy ? [] : text(claim.article_url, indent).map(colours.dim)),
    ...(claim.reason === null || claim.reason === '' || (isCopy && claim.verdict === 'agrees')
      ? []
      : text(claim.reason, indent).map(claim.verdict === 'loses' ? colours.red : colours.dim)),
  ];
}

function ends({ low, high }: { low: string | null; high: string | null }) {
  return { low: low === null ? null : Number(low), high: high === null ? null : Number(high) };
}
