import { openPool } from '@newsledger/platform';
import { contentHash } from '@newsledger/read-models';
import { chooseSteadyPort, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { type ComposeOptions, type ComposeProject, composeProject, docker } from './compose.ts';

/** Everything is built, started and read within this time, on a slow machine too. */
export const START_MS = 900_000;
export const STEP_MS = 600_000;

/** Built unless the environment names one that is there already. */
export const IMAGE = process.env.NEWSLEDGER_TEST_IMAGE ?? 'newsledger-compose-test';

export const OWNER_PASSWORD = 'compose/test@owner';
export const READER_PASSWORD = 'compose test:reader';

/** The whole of docker-compose.yml with the sample newsroom, which publishes a correction when it is asked a second time. */
export interface SampleProject extends ComposeProject {
  readonly webUrl: string;
  /** Builds the image, with what its labels shall say. */
  readonly build: (labels?: Readonly<Record<string, string>>) => Promise<void>;
  /** The same database and ports by other files, profiles, or another release's. */
  readonly with: (options: ComposeOptions, environment?: Readonly<Record<string, string>>) => ComposeProject;
  /** Asks as readers may, over the published port. */
  readonly ask: (sql: string) => Promise<Record<string, unknown>[]>;
  /** Does something as the owner of the database. */
  readonly command: (sql: string) => Promise<Record<string, unknown>[]>;
  /** Does `work` while a transaction of the owner's, begun by `sql`, stays open. */
  readonly holding: (sql: string, work: () => Promise<void>) => Promise<void>;
  /** One hash over every row of the tables. */
  readonly tablesHash: () => Promise<string>;
  /** Waits until the newsroom's first editions are read, and nothing is left to do. */
  readonly firstEditions: () => Promise<void>;
  /** Has the newsroom asked again, and waits until its corrections are read. @returns the deal that was corrected. */
  readonly secondEditions: () => Promise<object>;
  /** Columns of all figures that don't depend on the moment at which a row was recorded. */
  readonly settledFigures: () => Promise<object[]>;
  /** Has every article read anew, as a sweeper does after a lost queue. */
  readonly readAllAnew: () => Promise<void>;
  /** Waits until no work is left, and every event is in the tables. */
  readonly settled: () => Promise<void>;
  /** Waits until the pages are served. */
  readonly pages: () => Promise<void>;
  /** Ends it and whatever it left on the machine. */
  readonly remove: () => Promise<void>;
}

/** @param thirdOctet of the newsroom's network, 172.30.N.0/28, which no other project may have. */
export async function sampleProject(
  name: string,
  thirdOctet: number,
  options: ComposeOptions = {},
  more: Readonly<Record<string, string>> = {},
): Promise<SampleProject> {
  const [postgresPort, webPort] = [await chooseSteadyPort(), await chooseSteadyPort()];
  const environment = {
    NEWSLEDGER_IMAGE: IMAGE,
    NEWSLEDGER_POSTGRES_PORT: `${postgresPort}`,
    NEWSLEDGER_WEB_PORT: `${webPort}`,
    NEWSLEDGER_POSTGRES_PASSWORD: OWNER_PASSWORD,
    NEWSLEDGER_READER_PASSWORD: READER_PASSWORD,
    NEWSLEDGER_SOURCES_FILE: './tests/compose/no-sources.yaml',
    NEWSLEDGER_SAMPLE_SUBNET: `172.30.${thirdOctet}.0/28`,
    ...more,
  };
  const project = composeProject(name, environment, options);
  const { compose } = project;
  const webUrl = `http://127.0.0.1:${webPort}`;
  const reader = { port: postgresPort, user: 'newsledger_reader', password: environment.NEWSLEDGER_READER_PASSWORD };
  const owner = { port: postgresPort, user: 'newsledger', password: environment.NEWSLEDGER_POSTGRES_PASSWORD };
  const ask = (sql: string) => query(reader, sql);
  const command = (sql: string) => query(owner, sql);
  const nothingPending = async () => {
    const [row] = await command(`SELECT (SELECT count(*) FROM work.pending_work)::int AS pending, events_behind FROM newsledger.progress`);
    return row?.pending === 0 && row.events_behind === 0;
  };
  const settled = async () => void (await waitFor('all work to be done', () => nothingPending().catch(() => false), STEP_MS));
  const finishedDeal = async (condition: string) => {
    const [deal] = await ask(`
      SELECT value, unit, agreement FROM newsledger.figures
       WHERE subject = 'OpenAI' AND counterparty = 'Amazon Web Services' AND measure = 'deal_value' AND definition IS NULL
         AND status = 'actual' AND independent_sources >= 3 ${condition}`).catch(() => []);
    return deal !== undefined && (await nothingPending()) ? deal : null;
  };
  return {
    ...project,
    webUrl,
    build: async (labels = {}) => {
      if (process.env.NEWSLEDGER_TEST_IMAGE === undefined)
        await composeProject(name, { ...environment, ...labels }).compose('build', 'web');
    },
    with: (others, besides = {}) => composeProject(name, { ...environment, ...besides }, others),
    ask,
    command,
    holding: async (sql, work) => {
      const client = await connect(owner);
      try {
        await client.query(`BEGIN; ${sql}`);
        await work();
      } finally {
        await client.end();
      }
    },
    tablesHash: async () => {
      const pool = openPool({ url: urlOf(owner), max: 2 });
      return contentHash(pool).finally(() => pool.end());
    },
    firstEditions: async () => void (await waitFor('the first editions', () => finishedDeal(''), STEP_MS)),
    secondEditions: async () => {
      await compose('exec', '-T', 'fetcher', 'newsledger', 'source', 'poll');
      return waitFor('the second editions', () => finishedDeal("AND agreement = 'agreed'"), STEP_MS);
    },
    settledFigures: () =>
      ask(`SELECT figure_id, subject, counterparty, measure, definition, period, status, unit, value, low, high, agreement, claim_count,
                  independent_sources
             FROM newsledger.figures ORDER BY figure_id`),
    readAllAnew: async () => void (await command(REQUEUE_ALL_EXTRACTIONS)),
    settled,
    pages: async () => {
      const answers = () =>
        fetch(`${webUrl}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
      await waitFor('the pages', answers, STEP_MS);
    },
    remove: async () => void (await compose('--profile', '*', 'down', '--volumes', '--remove-orphans', '--timeout', '5')),
  };
}

/** What the engine still has of a project: containers, volumes and networks. */
export async function leftovers(name: string): Promise<string[]> {
  const label = ['--quiet', '--filter', `label=com.docker.compose.project=${name}`];
  const found = [await docker('ps', '--all', ...label), await docker('volume', 'ls', ...label), await docker('network', 'ls', ...label)];
  return found
    .join('')
    .split('\n')
    .filter((line) => line !== '');
}

/** Puts back into the outbox what was done, as a sweeper would find it after a lost queue. */
export const REQUEUE_ALL_EXTRACTIONS = `
  INSERT INTO work.pending_work (job_id, queue, article_id, data)
  SELECT format('extract-%s-r%s-v%s', article_id, revision, extracted_version), 'extract', article_id,
         jsonb_build_object('articleId', article_id, 'revision', revision, 'extractorVersion', extracted_version)
    FROM work.article_state
   WHERE NOT withdrawn AND extracted_version IS NOT NULL
  ON CONFLICT DO NOTHING`;

interface Role {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

function urlOf({ port, user, password }: Role): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/newsledger`;
}

async function query(role: Role, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(role);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function connect(role: Role): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(role), connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  return client;
}
