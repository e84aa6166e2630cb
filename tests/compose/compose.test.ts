import { chooseSteadyPort, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ComposeProject, composeProject } from './compose.ts';

/** Everything is built, started and read within this time, on a slow machine too. */
const START_MS = 480_000;
const STEP_MS = 180_000;

let project: ComposeProject;
let readerUrl: string;
let webUrl: string;

beforeAll(async () => {
  const [postgresPort, webPort] = [await chooseSteadyPort(), await chooseSteadyPort()];
  project = composeProject('newsledger-test', {
    NEWSLEDGER_POSTGRES_PORT: `${postgresPort}`,
    NEWSLEDGER_WEB_PORT: `${webPort}`,
    NEWSLEDGER_POSTGRES_PASSWORD: 'compose-test-owner',
    NEWSLEDGER_READER_PASSWORD: 'compose-test-reader',
    NEWSLEDGER_SOURCES_FILE: './tests/compose/no-sources.yaml',
    NEWSLEDGER_SAMPLE_SUBNET: '172.30.67.0/28',
  });
  readerUrl = `postgres://newsledger_reader:compose-test-reader@127.0.0.1:${postgresPort}/newsledger`;
  webUrl = `http://127.0.0.1:${webPort}`;
  await project.compose('down', '--volumes', '--remove-orphans');
  await project.compose('build');
  await project.compose('up', '--detach');
}, START_MS);

afterAll(async () => {
  await project?.compose('down', '--volumes', '--remove-orphans');
}, STEP_MS);

it(
  'reads the sample newsroom, and answers the reader role over the published port',
  async () => {
    await waitFor('the first editions', async () => (await finishedDeal()) !== null, STEP_MS);
    // Time passes: the second editions hold the correction of the one that said 83 billion.
    await project.compose('exec', '-T', 'fetcher', 'newsledger', 'source', 'poll');
    const deal = await waitFor('the second editions', async () => (await finishedDeal("AND agreement = 'agreed'")) ?? null, STEP_MS);
    expect(deal).toMatchObject({ value: '38000000000', unit: 'USD', agreement: 'agreed' });
  },
  STEP_MS,
);

it('lets the reader role see the published schema and nothing else', async () => {
  await expect(ask('SELECT count(*) FROM ledger.events')).rejects.toThrow(/permission denied/);
  await expect(ask('CREATE TABLE newsledger.mine (n int)')).rejects.toThrow(/read-only|permission denied/);
});

it('serves the page of figures', async () => {
  const page = await fetch(`${webUrl}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('OpenAI');
});

it('runs every service as an ordinary user on a read-only root file system', async () => {
  const services = ['fetcher', 'extractor', 'projector', 'web'];
  const users = await Promise.all(
    services.map((service) =>
      project.compose('exec', '-T', service, 'sh', '-c', 'id -u; touch /app/x 2>/dev/null && echo writable || echo read-only'),
    ),
  );
  expect(users).toEqual(services.map(() => '1000\nread-only\n'));
});

it(
  'goes on with three extractors when one of them is killed, loses nothing and doubles nothing',
  async () => {
    const before = await settledFigures();
    await project.compose('up', '--detach', '--no-recreate', '--scale', 'extractor=3');
    const extractors = (await project.compose('ps', '--quiet', 'extractor')).trim().split('\n');
    expect(extractors).toHaveLength(3);
    const [victim = ''] = extractors;
    // Every article is read anew, while one of its readers dies.
    await project.compose(
      'exec',
      '-T',
      'postgres',
      'psql',
      '--username=newsledger',
      '--dbname=newsledger',
      '--quiet',
      '--command',
      requeueAllExtractions,
    );
    await project.docker('kill', '--signal', 'KILL', victim);
    await waitFor('all articles to be read anew', nothingPending, STEP_MS);
    expect(await settledFigures()).toEqual(before);
  },
  STEP_MS,
);

it(
  'has lost nothing after down and up again',
  async () => {
    const before = await settledFigures();
    await project.compose('down');
    await project.compose('up', '--detach');
    await waitFor(
      'the web service',
      () =>
        fetch(`${webUrl}/readyz`).then(
          (response) => response.ok,
          () => false,
        ),
      STEP_MS,
    );
    expect(await settledFigures()).toEqual(before);
  },
  STEP_MS,
);

/** Puts back into the outbox what was done, as a sweeper would find it after a lost queue. */
const requeueAllExtractions = `
  INSERT INTO work.pending_work (job_id, queue, article_id, data)
  SELECT format('extract-%s-r%s-v%s', article_id, revision, extracted_version), 'extract', article_id,
         jsonb_build_object('articleId', article_id, 'revision', revision, 'extractorVersion', extracted_version)
    FROM work.article_state
   WHERE NOT withdrawn AND extracted_version IS NOT NULL
  ON CONFLICT DO NOTHING`;

async function nothingPending(): Promise<boolean> {
  const out = await project.compose(
    'exec',
    '-T',
    'postgres',
    'psql',
    '--username=newsledger',
    '--dbname=newsledger',
    '--tuples-only',
    '--no-align',
    '--command',
    'SELECT count(*) FROM work.pending_work',
  );
  return out.trim() === '0';
}

async function finishedDeal(condition = ''): Promise<object | null> {
  const rows = await ask(
    `SELECT value, unit, agreement FROM newsledger.figures
      WHERE subject = 'OpenAI' AND counterparty = 'Amazon Web Services' AND measure = 'deal_value' AND definition IS NULL AND status = 'actual' AND independent_sources >= 3 ${condition}`,
  ).catch(() => []);
  return rows[0] !== undefined && (await nothingPending()) ? rows[0] : null;
}

/** Columns that don't depend on the moment at which a row was recorded. */
async function settledFigures(): Promise<object[]> {
  return ask(`SELECT figure_id, subject, counterparty, measure, definition, period, status, unit, value, low, high, agreement, claim_count, independent_sources
                FROM newsledger.figures ORDER BY figure_id`);
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: readerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
