import { expect, it } from 'vitest';
import { overTimeChart, type Series } from './overTimeChart.ts';
import type { WitnessMark } from './witnessMarks.ts';

const mark = (day: string, value: number, kind: WitnessMark['kind'] = 'yes'): WitnessMark => ({
  day,
  low: `${value - 1}`,
  high: `${value + 1}`,
  value: `${value}`,
  kind,
  sources: ['Byteside'],
  witnesses: 1,
  articles: 1,
  reason: null,
});
const step = (from: string, value: number | null, number: number | null = null) => ({
  from: new Date(from),
  amount: value === null ? null : { value: `${value}`, low: `${value}`, high: `${value}` },
  mark: number,
});
const drawn = (series: Partial<Series>) =>
  overTimeChart({
    unit: 'USD',
    range: { from: 30, to: 40, logarithmic: false },
    series: [{ tone: '', marks: [], steps: [], ...series }],
    label: 'A figure <over> time',
  }).text;

const titles = (chart: string) => [...chart.matchAll(/<title>([^<]*)<\/title>/g)].map((match) => match[1]);

it('draws each day of witnesses in its place, and says what lies off the chart at its edge', () => {
  const chart = drawn({
    marks: [mark('2025-11-03', 38), mark('2025-11-03', 83, 'no'), mark('2025-11-20', 31), mark('2025-11-20', 2, 'gone')],
  });
  expect(chart.match(/<circle /g)).toHaveLength(2);
  expect(chart).toMatch(/class="beyond no"[^>]*>.*▲ 83 USD<\/text>/);
  expect(chart).toMatch(/class="beyond gone"[^>]*>.*▼ 2 USD<\/text>/);
  expect(chart.match(/class="witnesses "/g)).toHaveLength(2);
});

it('keeps the value on the axis of the news where it was read while it was news', () => {
  const chart = drawn({ marks: [mark('2025-11-03', 38)], steps: [step('2025-11-03T08:00Z', 35), step('2025-11-04T08:00Z', 38, 1)] });
  expect(chart).not.toContain('in-arrears');
  expect(chart.match(/<line class="step"/g)).toHaveLength(3);
  expect(chart).toMatch(/<text class="flag"[^>]*>1<\/text>/);
});

it('gives what was read in arrears an axis of its own', () => {
  const chart = drawn({ marks: [mark('2025-11-03', 38)], steps: [step('2026-03-01', 35), step('2026-03-01T00:00:09Z', 38)] });
  expect(chart).toContain('in-arrears');
  expect(chart).toMatch(/x1="0.00%" x2="50.00%"/);
});

it('leaves a gap while the figure was not shown', () => {
  const chart = drawn({ steps: [step('2025-11-03', 35), step('2025-11-04', null), step('2025-11-05', 35)] });
  expect(chart.match(/<line class="step"/g)).toHaveLength(2);
});

it('draws open ends to the edge, and says in words who stands where', () => {
  const open = { ...mark('2025-11-03', 38), low: null, reason: 'It is a <b>bound</b>.' };
  expect(titles(drawn({ marks: [open] }))).toEqual(['2025-11-03: Byteside. It is a &lt;b&gt;bound&lt;/b&gt;.']);
  expect(drawn({ marks: [open] })).toMatch(/y1="270"/);
});

it('says to those who do not see it what it shows, and draws nothing of nothing', () => {
  expect(drawn({ marks: [mark('2025-11-03', 38)] })).toContain('role="img" aria-label="A figure &lt;over&gt; time"');
  expect(drawn({})).toBe('');
});
