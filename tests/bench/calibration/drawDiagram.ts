import { type Bin, calibrationError } from './reliability.ts';

const SIZE = 360;
const MARGIN = 48;
const INK = '#24292f';
const BLUE = '#0969da';

/** A reliability diagram as SVG: a dot per bin, as large as its share, on or off the line where what is said is what is right. */
export function drawDiagram(title: string, bins: readonly Bin[]): string {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const x = (value: number) => MARGIN + value * SIZE;
  const y = (value: number) => MARGIN + (1 - value) * SIZE;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (tick) =>
      `<text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${tick}</text>` +
      `<text x="${x(0) - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${tick}</text>` +
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="#d0d7de"/>`,
  );
  const dots = bins.map(({ count, said, right }) => {
    const radius = 3 + 13 * Math.sqrt(count / total);
    const label = right > 0.5 ? y(right) + radius + 13 : y(right) - radius - 5;
    return (
      `<circle cx="${x(said).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${radius.toFixed(1)}" fill="${BLUE}" fill-opacity="0.55" stroke="${BLUE}"/>` +
      `<text x="${x(said).toFixed(1)}" y="${label.toFixed(1)}" text-anchor="middle">${count}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE + 2 * MARGIN}" height="${SIZE + 2 * MARGIN}" font-family="sans-serif" font-size="12" fill="${INK}" role="img" aria-label="${title}">`,
    '<rect width="100%" height="100%" fill="white"/>',
    `<text x="${x(0)}" y="26" font-size="14">${title}: ${total} decisions, calibration error ${calibrationError(bins).toFixed(3)}</text>`,
    ...ticks,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="${INK}" stroke-dasharray="4 4"/>`,
    ...dots,
    `<text x="${x(0.5)}" y="${y(0) + 38}" text-anchor="middle">confidence as shown</text>`,
    `<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">share that was right</text>`,
    '</svg>',
    '',
  ].join('\n');
}
