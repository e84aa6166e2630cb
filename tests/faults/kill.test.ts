import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseChoice, withLedger } from '@newsledger/cli';
import { afterAll, expect, inject, it } from 'vitest';
import { runNewsledger, startNewsledger } from '../e2e/runNewsledger.ts';
import { copySampleLedger } from '../e2e/sampleLedger.ts';
import { tableFacts } from './ledgerFacts.ts';

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-kill-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

const facts = (ledger: DatabaseChoice) => withLedger(ledger, ({ pool }) => tableFacts(pool));

const KILLS = inject('form') === 'long' ? 3 : 1;

it(`gives the same tables when the process is killed at random moments (${KILLS} of them) as when it is left in peace`, async () => {
  const { newsroomPort } = inject('sampleRun');
  const disturbed = { postgresUrl: null, dataDir: await freshFolder() };
  // Addresses are part of what is compared, so both runs read the newsroom on one port.
  const newsroom = { NEWSLEDGER_NEWSROOM_PORT: `${newsroomPort}` };

  const moments = Array.from({ length: KILLS }, () => 1_500 + Math.floor(Math.random() * 5_000));
  console.info(`killed after ${moments.join(', ')} ms`);
  for (const moment of moments) {
    const run = startNewsledger(['up', '--once', '--data-dir', disturbed.dataDir], newsroom);
    setTimeout(() => run.process.kill('SIGKILL'), moment);
    await run.ended;
  }
  expect(await runNewsledger(['up', '--once', '--data-dir', disturbed.dataDir], newsroom)).toMatchObject({ code: 0 });

  const calm = { postgresUrl: await copySampleLedger(), dataDir: disturbed.dataDir };
  expect(await facts(disturbed)).toEqual(await facts(calm));
});
