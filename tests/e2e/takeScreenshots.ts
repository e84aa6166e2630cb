/**
 * Pictures of every page, to look at: `node tests/e2e/takeScreenshots.ts [data folder] [names …]`, of the sample ledger that `npm start` left in
 * `.newsledger`. They go to `.newsledger/screenshots`, four of each page: on a phone, on a desk, dark, and on paper.
 */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '@newsledger/cli';
import { createLogger } from '@newsledger/platform';
import { startWeb } from '@newsledger/web';
import { findChromium, launchChromium } from './launchChromium.ts';
import { pagesToSee } from './pagesToSee.ts';

const LOOKS = [
  { look: 'phone', viewport: { width: 360, height: 740 }, colorScheme: 'light', media: 'screen' },
  { look: 'desk', viewport: { width: 1280, height: 800 }, colorScheme: 'light', media: 'screen' },
  { look: 'dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark', media: 'screen' },
  { look: 'paper', viewport: { width: 800, height: 1130 }, colorScheme: 'light', media: 'print' },
] as const;

const [dataDir = '.newsledger', ...names] = process.argv.slice(2);
const folder = path.resolve(import.meta.dirname, '../../.newsledger/screenshots');
const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium is installed: "apt-get install chromium" brings one.');

await mkdir(folder, { recursive: true });
const ledger = await openDatabase({ postgresUrl: null, dataDir });
const token = randomUUID();
const web = await startWeb({
  pool: ledger.pool,
  logger: createLogger('web', { level: 'silent' }),
  port: 0,
  admin: { token, pool: ledger.pool },
});
const browser = await launchChromium(executablePath);
try {
  for (const { look, viewport, colorScheme, media } of LOOKS) {
    const page = await browser.newPage({ viewport, colorScheme, extraHTTPHeaders: { authorization: `Bearer ${token}` } });
    await page.emulateMedia({ media, colorScheme });
    for (const [name, address] of await pagesToSee(ledger.pool)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const answer = await page.goto(`${web.url}${address}`);
      if (answer?.ok() !== true) console.log(`${address} answers ${answer?.status()}`);
      await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: true });
      const room = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (room > 0) console.log(`${name} is ${room} pixels wider than the screen (${look})`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await web.close();
  await ledger.close();
}
