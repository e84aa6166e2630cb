import { expect, test } from 'vitest';
import { freshForMs } from './freshness.ts';

const now = Date.parse('2025-11-03T10:00:00Z');
const date = 'Mon, 03 Nov 2025 09:00:00 GMT';

test.each([
  [{}, null],
  [{ 'cache-control': 'public' }, null],
  [{ 'cache-control': 'public, max-age=600' }, 600_000],
  [{ 'cache-control': 'max-age="600"' }, 600_000],
  [{ 'cache-control': 'max-age=600', age: '400' }, 200_000],
  [{ 'cache-control': 'max-age=600', age: '900' }, 0],
  [{ 'cache-control': 'max-age=600', expires: 'Mon, 03 Nov 2025 20:00:00 GMT' }, 600_000],
  [{ 'cache-control': 's-maxage=600' }, null],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'no-store' }, 0],
  [{ 'cache-control': 'no-cache="set-cookie", max-age=60' }, 60_000],
  [{ expires: 'Mon, 03 Nov 2025 11:00:00 GMT' }, 3_600_000],
  [{ expires: 'Mon, 03 Nov 2025 09:30:00 GMT', date }, 1_800_000],
  [{ expires: 'Mon, 03 Nov 2025 08:00:00 GMT' }, 0],
  [{ expires: '0' }, 0],
  [{ expires: '-1' }, 0],
])('%o stays fresh for %s ms', (headers, expected) => {
  expect(freshForMs(headers as Record<string, string>, now)).toBe(expected);
});
