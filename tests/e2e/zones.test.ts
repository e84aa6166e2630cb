import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';

const run = inject('sampleRun');
const root = path.resolve(import.meta.dirname, '../..');

/** What commands and pages say to somebody who lives there. */
async function printedIn(zone: string, locale: string): Promise<string> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:NEWSLEDGER_|LC_|LANG)/.test(name)));
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'printEverything.ts'), run.dataDir], {
    cwd: root,
    env: { ...inherited, TZ: zone, LANG: locale, LC_ALL: locale, NO_COLOR: '1' },
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}

it('commands and pages say the same, byte for byte, in Tokyo and, read in Turkish, in New York as in UTC', async () => {
  const [utc, tokyo, newYork] = await Promise.all([
    printedIn('UTC', 'C'),
    printedIn('Asia/Tokyo', 'ja_JP.UTF-8'),
    printedIn('America/New_York', 'tr_TR.UTF-8'),
  ]);

  expect(utc).toContain('"announced_on":"2025-11-03"');
  expect(tokyo).toBe(utc);
  expect(newYork).toBe(utc);
});

it('up --once --json gives the days of a period as days', () => {
  const rows: { period: string | null; period_from: string; period_to: string }[] = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const november = rows.find(({ period }) => period === '2025-11');
  expect(november).toMatchObject({ period_from: '2025-11-01', period_to: '2025-11-30' });
});
