import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseChoice, withLedger } from '@newsledger/cli';
import { afterAll, expect, inject, it } from 'vitest';
import { runNewsledger, startNewsledger } from '../e2e/runNewsledger.ts';
import { copySampleLedger } from '../e2e/sampleLedger.ts';

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

/**
 * Everything that the tables say of the news. Left out is what says when this database came to know it, which differs from run to run;
 * and a deal is named by the report that happened to come first, so it is called by its least claim here. A withdrawn claim stays with the
 * deal that it was withdrawn from, whichever that was then.
 */
async function tables(ledger: DatabaseChoice): Promise<Record<string, string[]>> {
  return withLedger(ledger, async ({ pool }) => {
    const { rows: deals } = await pool.query<{ deal_id: string; name: string }>(
      `SELECT deal_id, 'deal of ' || min(claim_id::text) AS name FROM newsledger.claims WHERE deal_id IS NOT NULL AND verdict <> 'withdrawn' GROUP BY deal_id`,
    );
    const names = new Map(deals.map(({ deal_id, name }) => [deal_id, name]));
    const rows = async (view: string, without: string) => {
      const found = await pool.query<{ row: string }>(
        `SELECT (row - CASE WHEN row->>'verdict' = 'withdrawn' THEN '{deal_id}' ELSE '{}' END::text[])::text AS row
         FROM (SELECT to_jsonb(view) - $1::text[] AS row FROM newsledger.${view} AS view) AS compared`,
        [without.split(' ')],
      );
      return found.rows.map(({ row }) => row.replace(/[0-9a-f-]{36}/g, (id) => names.get(id) ?? id)).toSorted();
    };
    return {
      figures: await rows('figures', 'first_recorded last_changed'),
      claims: await rows('claims', 'recorded_at'),
      deals: await rows('deals', 'first_recorded last_changed'),
      parties: await rows('deal_parties', ''),
      articles: await rows('articles', 'discovered_at captured_at extracted_at withdrawn_at'),
    };
  });
}

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
  expect(await tables(disturbed)).toEqual(await tables(calm));
});
