import { buildProgram, openDatabase } from '@newsledger/cli';
import { createLogger } from '@newsledger/platform';
import { startWeb } from '@newsledger/web';

/** Prints what commands and pages say of the ledger in the folder that is named; a process of its own, since zone and language are. */
const dataDir = process.argv[2] ?? '';
const commands = [
  'figures --all --json',
  'figures --limit 20',
  'deals --json',
  'deals',
  'why openai deal_value amazon',
  'why openai deal_value amazon --json',
  'source list --json',
  'source export',
  'replay --json --type DealReported',
  'read docs/examples/osprey.txt --claims --published 2025-11-03 --json',
];
for (const command of commands) {
  process.stdout.write(`\n$ ${command}\n`);
  await buildProgram().parseAsync([...command.split(' '), '--data-dir', dataDir], { from: 'user' });
}

const ledger = await openDatabase({ postgresUrl: null, dataDir });
const web = await startWeb({ pool: ledger.pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
const { rows } = await ledger.pool.query<{ page: string }>(
  `SELECT '/figures' AS page UNION ALL SELECT '/deals'
    UNION ALL (SELECT '/deals/' || deal_id FROM newsledger.deals ORDER BY claim_count DESC, deal_id LIMIT 1)
    UNION ALL (SELECT '/figures/' || figure_id FROM newsledger.figures ORDER BY claim_count DESC, figure_id LIMIT 1)`,
);
for (const { page } of rows) {
  const answer = await fetch(new URL(page, web.url));
  process.stdout.write(`\n${answer.status} ${page}\n${(await answer.text()).replaceAll(web.url, '')}\n`);
}
await web.close();
await ledger.close();
