import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docker } from './compose.ts';
import { containerOf, containersOf } from './containers.ts';
import { IMAGE, leftovers, type SampleProject, START_MS, STEP_MS, sampleProject } from './sampleProject.ts';

const workers = ['fetcher', 'extractor', 'projector', 'web'];
const running = ['postgres', 'redis', ...workers, 'newsroom'];

const isBuiltHere = process.env.NEWSLEDGER_TEST_IMAGE === undefined;

let project: SampleProject;

beforeAll(async () => {
  project = await sampleProject('newsledger-test', 67);
  await project.remove();
  await project.build({ NEWSLEDGER_VERSION: '9.8.7', NEWSLEDGER_REVISION: 'c0ffee' });
  await project.compose('up', '--detach');
}, START_MS);

afterAll(() => project?.remove(), STEP_MS);

it(
  'reads the sample newsroom, and answers the reader role over the published port',
  async () => {
    await project.firstEditions();
    // Time passes: the second editions hold the correction of the one that said 83 billion.
    expect(await project.secondEditions()).toMatchObject({ value: '38000000000', unit: 'USD', agreement: 'agreed' });
  },
  2 * STEP_MS,
);

it('lets the reader role see the published schema and nothing else', async () => {
  await expect(project.ask('SELECT count(*) FROM ledger.events')).rejects.toThrow(/permission denied/);
  await expect(project.ask('CREATE TABLE newsledger.mine (n int)')).rejects.toThrow(/read-only|permission denied/);
});

it('serves the page of figures', async () => {
  const page = await fetch(`${project.webUrl}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('OpenAI');
});

it(
  'is healthy throughout, and says of each worker what its work does',
  async () => {
    await waitFor(
      'every health check to be passed',
      async () => {
        const containers = await Promise.all(running.map((service) => containerOf(project, service)));
        return containers.every(({ State }) => State.Health?.status === 'healthy');
      },
      STEP_MS,
    );
    const says = await Promise.all(workers.map(async (service) => (await containerOf(project, service)).State.Health?.says));
    expect(says).toEqual([
      expect.stringMatching(/the last poll ended at .*; \d+ jobs wait \(poll, capture\), \d+ were ended here/),
      expect.stringMatching(/^\d+ jobs wait \(extract\), \d+ were ended here/),
      expect.stringMatching(/^(no event waits|\d+ events behind)/),
      'the tables answer',
    ]);
  },
  STEP_MS,
);

it('runs every service as an ordinary user on a read-only root file system', async () => {
  const users = await Promise.all(
    workers.map((service) =>
      project.compose('exec', '-T', service, 'sh', '-c', 'id -u; touch /app/x 2>/dev/null && echo writable || echo read-only'),
    ),
  );
  expect(users).toEqual(workers.map(() => '1000\nread-only\n'));
});

it('bounds memory, processes and logs of every container', async () => {
  const containers = await Promise.all([...running, 'migrate'].map((service) => containerOf(project, service)));
  expect(
    containers.map(({ HostConfig: { Memory, PidsLimit, LogConfig } }) => Memory > 0 && (PidsLimit ?? 0) > 0 && LogConfig.Config),
  ).toEqual(containers.map(() => ({ 'max-size': '10m', 'max-file': '3' })));
});

it('has an image that says what it is, and holds nothing that only developers need', async () => {
  const labels = JSON.parse(await docker('image', 'inspect', '--format', '{{json .Config.Labels}}', IMAGE));
  const superfluous = await project.compose(
    ...['exec', '-T', 'web', 'sh', '-c', 'find /app -name "*.test.ts" -o -name ".env*" -o -name "*.map" -o -path "*/.pnpm/vitest*" -prune'],
  );
  expect(labels).toMatchObject({
    'org.opencontainers.image.version': isBuiltHere ? '9.8.7' : expect.any(String),
    'org.opencontainers.image.revision': isBuiltHere ? 'c0ffee' : expect.any(String),
    'org.opencontainers.image.licenses': 'MIT',
  });
  expect(superfluous).toBe('');
});

it('can add a model of its own, which the extractor reaches and the internet does not', async () => {
  const rendered = JSON.parse(await project.with({ profiles: ['model'] }).compose('config', '--format', 'json'));
  expect(rendered.services.model).toMatchObject({ command: expect.arrayContaining(['/models/model.gguf']), networks: { model: null } });
  expect(rendered.services.extractor.networks).toEqual({ default: null, model: null });
  expect(rendered.networks.model).toMatchObject({ internal: true });
});

it(
  'goes on with three extractors when one of them is killed, loses nothing and doubles nothing',
  async () => {
    const before = await project.settledFigures();
    await project.compose('up', '--detach', '--no-recreate', '--scale', 'extractor=3');
    const extractors = await containersOf(project, 'extractor');
    expect(extractors).toHaveLength(3);
    // Every article is read anew, while one of its readers dies.
    await project.readAllAnew();
    const killed = extractors[0]?.Id ?? '';
    await docker('kill', '--signal', 'KILL', killed);
    await project.settled();
    // The engine takes it for ended on purpose.
    await docker('start', killed);
    const atWork = async () => (await containersOf(project, 'extractor')).every(({ State }) => State.Health?.status === 'healthy');
    await waitFor('the reader to be at work again', atWork, STEP_MS);
    expect(await project.settledFigures()).toEqual(before);
  },
  STEP_MS,
);

it(
  'stops in order and in time, and has lost nothing when it is up again',
  async () => {
    const before = await project.settledFigures();
    const hash = await project.tablesHash();
    const askedAt = Date.now();
    await project.compose('stop');
    const ends = await Promise.all(
      running.map(async (service) => {
        const { State } = await containerOf(project, service);
        return { service, code: State.ExitCode, inTime: State.FinishedAt.getTime() - askedAt < 30_000, killed: State.OOMKilled };
      }),
    );
    expect(ends).toEqual(running.map((service) => ({ service, code: 0, inTime: true, killed: false })));
    await project.compose('down');
    await project.compose('up', '--detach');
    await project.pages();
    expect(await project.settledFigures()).toEqual(before);
    expect(await project.tablesHash()).toBe(hash);
  },
  2 * STEP_MS,
);

it(
  'leaves nothing on the machine when it is taken down with its volumes',
  async () => {
    const before = await leftovers(project.name);
    await project.compose('down', '--volumes');
    expect(before.length).toBeGreaterThan(0);
    expect(await leftovers(project.name)).toEqual([]);
  },
  STEP_MS,
);
