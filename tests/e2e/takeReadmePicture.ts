/**
 * The picture of a figure's page in the README: `node tests/e2e/takeReadmePicture.ts [data folder]`, of the sample ledger that `npm start` left in
 * `.newsledger`. It goes to `docs/images/figure.png`; look at it before you commit it.
 */
import path from 'node:path';
import { openDatabase } from '@newsledger/cli';
import { createLogger } from '@newsledger/platform';
import { startWeb } from '@newsledger/web';
import { findChromium, launchChromium } from './launchChromium.ts';
import { pagesToSee } from './pagesToSee.ts';

/** What fits between the margins of a page that shows a README, at the size of its words. */
const VIEW = { width: 960, height: 1110 };

const [dataDir = '.newsledger'] = process.argv.slice(2);
const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium is installed: "apt-get install chromium" brings one.');

const ledger = await openDatabase({ postgresUrl: null, dataDir });
const web = await startWeb({ pool: ledger.pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
const browser = await launchChromium(executablePath);
try {
  const page = await browser.newPage({ viewport: VIEW, colorScheme: 'light' });
  await page.goto(`${web.url}${(await pagesToSee(ledger.pool)).get('figure')}`);
  await page.screenshot({ path: path.resolve(import.meta.dirname, '../../docs/images/figure.png') });
} finally {
  await browser.close();
  await web.close();
  await ledger.close();
}
