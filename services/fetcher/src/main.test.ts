import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { articleIdOf } from '@newsledger/events';
import { chooseSteadyPort, waitFor } from '@newsledger/test-support';
import { expect, test } from 'vitest';
import { createTestFetcher } from './testSite/testFetcher.ts';
import { articlePage, atomFeed, startTestSite } from './testSite/testSite.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

test('the process reads its sources, says that it is ready, and ends in order', async () => {
  const [parts, site, folder, port] = await Promise.all([
    createTestFetcher(),
    startTestSite(),
    mkdtemp(path.join(tmpdir(), 'newsledger-main-')),
    chooseSteadyPort(),
  ]);
  const url = `${site.url}/a`;
  site.set('/feed', atomFeed([{ url, title: 'OpenAI buys cloud' }]));
  site.set('/a', articlePage('OpenAI buys cloud', 'OpenAI agreed to buy cloud capacity from Amazon Web Services for $38 billion.'));
  const sources = path.join(folder, 'sources.yaml');
  await writeFile(sources, `sources:\n  - id: wire\n    url: ${site.url}/feed\n`);
  const child = spawn(process.execPath, [main], {
    env: {
      NEWSLEDGER_POSTGRES_URL: parts.database.url,
      NEWSLEDGER_SOURCES: sources,
      NEWSLEDGER_ALLOW_ADDRESSES: '127.0.0.0/8',
      NEWSLEDGER_METRICS_PORT: `${port}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log = text(child.stderr);

  await waitFor('readiness', () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  await waitFor('the capture', async () => (await parts.typesOf(articleIdOf(url))).includes('ArticleCaptured'));
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');

  expect(await log).toContain('the fetcher stops');
  expect(code).toBe(0);
  await parts.close();
  await site.close();
  await rm(folder, { recursive: true });
});

test('a setting that is missing is named, and the process ends', async () => {
  const child = spawn(process.execPath, [main], { env: {}, stdio: ['ignore', 'ignore', 'pipe'] });
  const log = text(child.stderr);

  const [code] = await once(child, 'exit');

  expect(code).toBe(1);
  expect(await log).toContain('NEWSLEDGER_POSTGRES_URL is not set. Set it to a connection string');
});
