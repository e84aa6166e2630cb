import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { chooseSteadyPort, waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeProject, docker, root, runDocker } from './compose.ts';
import { expectRebuiltTheSame, VERIFY } from './load.ts';
import { IMAGE, OWNER_PASSWORD, READER_PASSWORD, REQUEUE_ALL_EXTRACTIONS, START_MS, STEP_MS } from './sampleProject.ts';

const STACK = 'newsledger-swarm';
// With its tag, as the engine tells it again.
const NEXT = 'newsledger-compose-test-next:latest';
const updated = ['fetcher', 'extractor', 'projector', 'web'];
/** What each service knows of passwords, as its task sees it. */
const passwords = {
  postgres: OWNER_PASSWORD,
  fetcher: 'swarm test:fetcher',
  extractor: 'swarm/test@extractor',
  projector: 'swarm test?projector',
  reader: READER_PASSWORD,
};

let webPort: number;
/** Whether this machine became a swarm for the test. */
let isOurSwarm = false;

beforeAll(async () => {
  webPort = await chooseSteadyPort();
  if ((await docker('info', '--format', '{{.Swarm.LocalNodeState}}')).trim() !== 'active') {
    await docker('swarm', 'init', '--advertise-addr', '127.0.0.1', '--listen-addr', '127.0.0.1');
    isOurSwarm = true;
  }
  await remove();
  const node = (await docker('info', '--format', '{{.Swarm.NodeID}}')).trim();
  await docker('node', 'update', '--label-add', 'newsledger.data=true', node);
  for (const [who, password] of Object.entries(passwords)) await secret(`newsledger_${who}_password`, password);
  if (process.env.NEWSLEDGER_TEST_IMAGE === undefined) await composeProject(STACK, { NEWSLEDGER_IMAGE: IMAGE }).compose('build', 'web');
  // The same release under two names: a swarm replaces every task of the one by the other.
  await docker('tag', IMAGE, NEXT);
  await deploy(IMAGE);
}, START_MS);

afterAll(async () => {
  await remove();
  if (isOurSwarm) await docker('swarm', 'leave', '--force');
}, STEP_MS);

it(
  'runs three extractors on a swarm, which read the sample newsroom',
  async () => {
    await docker(
      ...['service', 'create', '--detach', '--name', `${STACK}_newsroom`, '--network', `${STACK}_newsledger`, '--endpoint-mode', 'dnsrr'],
      ...['--no-resolve-image', '--env', 'NEWSLEDGER_NEWSROOM_HOST=0.0.0.0', '--env', 'NEWSLEDGER_NEWSROOM_PORT=4780'],
      ...[IMAGE, 'node', 'infra/newsroom/src/main.ts'],
    );
    await waitFor('every task to be healthy', allHealthy, STEP_MS);
    await asOwner(`env NEWSLEDGER_NEWSROOM_URL=http://${STACK}_newsroom:4780 newsledger source import infra/sources/sample.yaml`);
    await waitFor('the first editions', async () => (await deal()) !== '' && (await pending()) === 0, STEP_MS);
    expect((await tasks('extractor')).length).toBe(3);
    expect((await fetch(`http://127.0.0.1:${webPort}/readyz`)).status).toBe(200);
  },
  2 * STEP_MS,
);

it('has each service log in as a role of its own, and shows it no other password', async () => {
  const seen = await Promise.all(updated.map(async (service) => (await docker('exec', await task(service), 'ls', '/run/secrets')).trim()));
  expect(seen).toEqual(['fetcher_password', 'extractor_password', 'projector_password', 'reader_password']);
  const roles = ['newsledger_extractor', 'newsledger_fetcher', 'newsledger_projector', 'newsledger_reader'];
  await waitFor(
    'all four to be connected',
    async () =>
      (await sql('SELECT DISTINCT usename FROM pg_stat_activity WHERE client_addr IS NOT NULL ORDER BY usename')) === roles.join('\n'),
    STEP_MS,
  );
});

it(
  'takes a command that the owner alone may give as a job, as the page of containers tells',
  async () => {
    const stdout = await asOwner("newsledger entity alias 'Open Artificial Intelligence' OpenAI");
    expect(stdout).toMatch(/Open Artificial Intelligence/);
    expect(
      await sql("SELECT count(*) FROM ledger.events WHERE type = 'AliasAdded' AND data->>'alias' = 'Open Artificial Intelligence'"),
    ).toBe('1');
  },
  STEP_MS,
);

it(
  'is updated task by task under load, and loses no article',
  async () => {
    const articles = Number(await sql('SELECT count(*) FROM newsledger.articles'));
    let isOver = false;
    const load = (async () => {
      while (!isOver) {
        await sql(REQUEUE_ALL_EXTRACTIONS).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      }
    })();
    await asOwner('newsledger source poll');
    await deploy(NEXT);
    await waitFor(
      'every update to be completed',
      async () => (await Promise.all(updated.map(isUpdated))).every(Boolean),
      2 * STEP_MS,
    ).finally(() => {
      isOver = true;
    });
    await load;

    await waitFor('the second editions', async () => (await deal("AND agreement = 'agreed'")) !== '' && (await pending()) === 0, STEP_MS);
    expect(Number(await sql('SELECT count(*) FROM newsledger.articles'))).toBeGreaterThanOrEqual(articles);
    expect(await sql(UNREAD)).toBe('0');
    await expectRebuiltTheSame(async () => docker('exec', await task('projector'), ...VERIFY));
  },
  4 * STEP_MS,
);

/** Gives a command as the page of containers tells, word for word but for the command itself. @returns what it printed. */
async function asOwner(command: string): Promise<string> {
  const page = await readFile(path.join(root, 'docs/compose.md'), 'utf8');
  const [, block = ''] = /^```sh\n(docker service create [\s\S]*?)\n```$/m.exec(page) ?? [];
  expect(block).toContain("newsledger entity alias 'Open Artificial Intelligence' OpenAI");
  const script = block
    .replace("newsledger entity alias 'Open Artificial Intelligence' OpenAI", command)
    .replaceAll('newsledger_newsledger', `${STACK}_newsledger`)
    .replaceAll('newsledger_command', `${STACK}_command`)
    .replace('"$NEWSLEDGER_IMAGE"', `--no-resolve-image ${IMAGE}`);
  return (await promisify(execFile)('sh', ['-euc', script])).stdout;
}

/** Articles whose last text nobody has read. */
const UNREAD = `SELECT count(*) FROM work.article_state WHERE NOT withdrawn AND revision > 0 AND extracted_version IS NULL`;

async function deploy(image: string): Promise<void> {
  await runDocker(['stack', 'deploy', '--resolve-image', 'never', '--compose-file', path.join(root, 'infra/swarm/stack.yml'), STACK], {
    NEWSLEDGER_IMAGE: image,
    NEWSLEDGER_WEB_PORT: `${webPort}`,
    // Networks of a swarm lie in 10.0.0.0/8 unless somebody says otherwise.
    NEWSLEDGER_ALLOW_ADDRESSES: '10.0.0.0/8',
    NEWSLEDGER_SOURCES_FILE: path.join(root, 'tests/compose/no-sources.yaml'),
  });
}

async function secret(name: string, value: string): Promise<void> {
  await runDocker(['secret', 'create', name, '-'], {}, value);
}

async function remove(): Promise<void> {
  for (const besides of ['newsroom', 'command']) await docker('service', 'rm', `${STACK}_${besides}`).catch(() => {});
  await docker('container', 'prune', '--force', '--filter', `label=com.docker.swarm.service.name=${STACK}_command`);
  await docker('stack', 'rm', STACK).catch(() => {});
  await waitFor('the tasks to be gone', async () => (await docker('ps', '--all', '--quiet', '--filter', `name=${STACK}_`)) === '', STEP_MS);
  for (const volume of ['postgres', 'redis']) await docker('volume', 'rm', '--force', `${STACK}_${volume}`).catch(() => {});
  for (const who of Object.keys(passwords)) await docker('secret', 'rm', `newsledger_${who}_password`).catch(() => {});
}

/** The running containers of a service. */
async function tasks(service: string): Promise<string[]> {
  const ids = await docker(
    'ps',
    '--quiet',
    '--filter',
    `label=com.docker.swarm.service.name=${STACK}_${service}`,
    '--filter',
    'status=running',
  );
  return ids.split('\n').filter((id) => id !== '');
}

async function task(service: string): Promise<string> {
  return waitFor(`a task of ${service}`, async () => (await tasks(service))[0], STEP_MS);
}

async function allHealthy(): Promise<boolean> {
  const services = await docker('service', 'ls', '--filter', `name=${STACK}_`, '--format', '{{.Name}} {{.Replicas}}');
  const waiting = services.split('\n').filter((line) => line !== '' && !line.includes('_migrate') && !/ (\d+)\/\1$/.test(line));
  return waiting.length === 0;
}

async function isUpdated(service: string): Promise<boolean> {
  const format = '{{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .UpdateStatus}}{{.UpdateStatus.State}}{{end}}';
  const [image, state] = (await docker('service', 'inspect', '--format', format, `${STACK}_${service}`)).trim().split(' ');
  if (state?.startsWith('rollback') || state === 'paused') throw new Error(`the update of ${service} failed: ${state}`);
  return image === NEXT && state === 'completed';
}

async function deal(condition = ''): Promise<string> {
  return sql(`
    SELECT value FROM newsledger.figures
     WHERE subject = 'OpenAI' AND counterparty = 'Amazon Web Services' AND measure = 'deal_value' AND definition IS NULL
       AND status = 'actual' AND independent_sources >= 3 ${condition}`);
}

async function pending(): Promise<number> {
  return Number(await sql('SELECT (SELECT count(*) FROM work.pending_work) + (SELECT events_behind FROM newsledger.progress)'));
}

async function sql(statement: string): Promise<string> {
  const psql = ['psql', '--username=newsledger', '--dbname=newsledger', '--tuples-only', '--no-align', '--quiet', '--command', statement];
  return (await docker('exec', await task('postgres'), ...psql)).trim();
}
