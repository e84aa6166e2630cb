import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withLedger } from '@newsledger/cli';
import { chooseFreePort } from '@newsledger/platform';
import { afterAll, expect, it } from 'vitest';
import { runNewsledger, startNewsledger } from '../e2e/runNewsledger.ts';

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
 * Everything that the tables say of the news. Left out is only what says when this database came to know it, which differs from run to run.
 */
async function tables(dataDir: string): Promise<Record<string, unknown[]>> {
  return withLedger({ postgresUrl: null, dataDir }, async ({ pool }) => {
    const rows = async (sql: string) => (await pool.query(sql)).rows;
    return {
      figures: await rows(
        `SELECT to_jsonb(figures) - '{first_recorded,last_changed}'::text[] AS row FROM newsledger.figures ORDER BY figure_id`,
      ),
      claims: await rows(`SELECT to_jsonb(claims) - '{recorded_at}'::text[] AS row FROM newsledger.claims ORDER BY claim_id`),
      deals: await rows(`SELECT to_jsonb(deals) - '{first_recorded,last_changed}'::text[] AS row FROM newsledger.deals ORDER BY deal_id`),
      parties: await rows('SELECT * FROM newsledger.deal_parties ORDER BY deal_id, role, entity'),
      articles: await rows(
        `SELECT to_jsonb(articles) - '{discovered_at,captured_at,extracted_at,withdrawn_at}'::text[] AS row FROM newsledger.articles ORDER BY article_id`,
      ),
    };
  });
}

it('gives the same tables when the process is killed three times at random moments as when it is left in peace', async () => {
  const calm = await freshFolder();
  const disturbed = await freshFolder();
  // Addresses are part of what is compared, so both runs read the newsroom on one port.
  const newsroom = { NEWSLEDGER_NEWSROOM_PORT: `${await chooseFreePort()}` };
  expect(await runNewsledger(['up', '--once', '--data-dir', calm], newsroom)).toMatchObject({ code: 0 });

  const moments = Array.from({ length: 3 }, () => 1_500 + Math.floor(Math.random() * 5_000));
  console.info(`killed after ${moments.join(', ')} ms`);
  for (const moment of moments) {
    const run = startNewsledger(['up', '--once', '--data-dir', disturbed], newsroom);
    setTimeout(() => run.process.kill('SIGKILL'), moment);
    await run.ended;
  }
  expect(await runNewsledger(['up', '--once', '--data-dir', disturbed], newsroom)).toMatchObject({ code: 0 });

  expect(await tables(disturbed)).toEqual(await tables(calm));
});
