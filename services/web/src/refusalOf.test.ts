import { createLogger, openPool } from '@newsledger/platform';
import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWeb, type Web } from './startWeb.ts';
import { openTestLedger, type TestLedger } from './testLedger/testLedger.ts';

const TOKEN = 'correct-horse-battery';

let ledger: TestLedger;
/** Lets nothing be written, as a standby does. */
let readOnly: pg.Pool;
let web: Web;
beforeEach(async () => {
  ledger = await openTestLedger();
  const url = new URL(ledger.database.url);
  url.searchParams.set('options', '-c default_transaction_read_only=on');
  readOnly = openPool({ url: url.href, max: 2 });
  web = await startWeb({
    pool: readOnly,
    admin: { token: TOKEN, pool: readOnly },
    logger: createLogger('web', { level: 'silent' }),
    port: 0,
  });
});
afterEach(async () => {
  await web.close();
  await readOnly.end();
  await ledger.close();
});

it('a correction where nothing can be written is refused, with what to set; pages are served', async () => {
  const correction = await fetch(`${web.url}/api/v1/names`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ decision: 'alias', name: 'Northfield Group', entity: 'Northfield Foundry', by: 'the desk' }),
  });
  const page = await fetch(`${web.url}/measures`);

  expect(correction.status).toBe(503);
  expect(await correction.json()).toMatchObject({
    title: 'This server only reads',
    detail: expect.stringContaining('NEWSLEDGER_ADMIN_POSTGRES_URL'),
  });
  expect(page.status).toBe(200);
});
