import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docker } from './compose.ts';
import { containerOf, containersOf, crash } from './containers.ts';
import { expectTheSame, underLoad } from './load.ts';
import { IMAGE, type SampleProject, START_MS, STEP_MS, sampleProject } from './sampleProject.ts';

/** As people who decide log in: services may name nothing, and the owner would do the projector's work, or wait for it. */
const ADMIN_URL = 'postgres://newsledger_admin:admin@postgres:5432/newsledger';

let project: SampleProject;
/** What the tables hold when nothing happens to anybody. */
let undisturbed: object[];

beforeAll(async () => {
  project = await sampleProject('newsledger-faults', 68);
  await project.remove();
  await project.build();
  await project.compose('up', '--detach');
  await project.firstEditions();
  await project.secondEditions();
  undisturbed = await project.settledFigures();
}, START_MS);

afterAll(() => project?.remove(), STEP_MS);

it(
  'scales fetchers and extractors up under load and down again, and loses nothing',
  async () => {
    await underLoad(project, async () => {
      await project.compose('up', '--detach', '--no-recreate', '--scale', 'fetcher=2', '--scale', 'extractor=3');
      expect([(await containersOf(project, 'fetcher')).length, (await containersOf(project, 'extractor')).length]).toEqual([2, 3]);
      await project.compose('exec', '-T', 'fetcher', 'newsledger', 'source', 'poll');
      await project.compose('up', '--detach', '--no-recreate', '--scale', 'fetcher=1', '--scale', 'extractor=1');
    });
    expect([(await containersOf(project, 'fetcher')).length, (await containersOf(project, 'extractor')).length]).toEqual([1, 1]);
    await expectTheSame(project, undisturbed);
  },
  2 * STEP_MS,
);

it.each(['extractor', 'fetcher', 'projector', 'web', 'redis', 'postgres'])(
  'comes back by itself when the process of %s is killed under load, and loses nothing',
  async (service) => {
    const victim = await containerOf(project, service);
    await underLoad(project, async () => {
      await crash(victim, IMAGE);
      await waitFor(
        `${service} to be restarted and healthy`,
        async () => {
          const { RestartCount, State } = await containerOf(project, service);
          return RestartCount > victim.RestartCount && State.Health?.status === 'healthy';
        },
        STEP_MS,
      );
    });
    await expectTheSame(project, undisturbed);
  },
  2 * STEP_MS,
);

it(
  'makes its queues anew when the volume of Redis is lost',
  async () => {
    await project.readAllAnew();
    await project.compose('rm', '--stop', '--force', 'redis');
    await docker('volume', 'rm', `${project.name}_redis`);
    await project.compose('up', '--detach', '--wait', 'redis');
    await expectTheSame(project, undisturbed);
    // Polls are scheduled again, too.
    const polled = (await project.ask('SELECT max(last_polled_at) AS at FROM newsledger.sources'))[0]?.at;
    await project.compose('exec', '-T', 'fetcher', 'newsledger', 'source', 'poll');
    await waitFor(
      'a poll',
      async () => `${(await project.ask('SELECT max(last_polled_at) AS at FROM newsledger.sources'))[0]?.at}` !== `${polled}`,
      STEP_MS,
    );
  },
  2 * STEP_MS,
);

it(
  'goes on after everything was stopped in the middle of its work and started again',
  async () => {
    await project.readAllAnew();
    await project.compose('stop');
    await project.compose('start');
    await project.pages();
    await expectTheSame(project, undisturbed);
  },
  2 * STEP_MS,
);

it(
  'is called unhealthy, with the reason, while its database is away, and healthy afterwards',
  async () => {
    const health = async () => (await containerOf(project, 'web')).State.Health;
    await project.compose('stop', 'postgres');
    const sick = await waitFor(
      'the pages to be called unhealthy',
      async () => ((await health())?.status === 'unhealthy' ? health() : null),
      STEP_MS,
    );
    await project.compose('start', 'postgres');
    await waitFor('the pages to be healthy again', async () => (await health())?.status === 'healthy', STEP_MS);
    expect(sick.says).toMatch(/^no progress for \d+ s: the tables do not answer/);
  },
  STEP_MS,
);

it(
  'is called unhealthy, with the reason, when the projector can not move on while an event waits',
  async () => {
    const health = async () => (await containerOf(project, 'projector')).State.Health;
    await project.holding("SELECT FROM ledger.checkpoints WHERE name = 'projector' FOR UPDATE", async () => {
      await project.compose(
        ...['run', '--rm', '--no-deps', '-T', '--env', `NEWSLEDGER_POSTGRES_URL=${ADMIN_URL}`, '--env', 'NEWSLEDGER_POSTGRES_PASSWORD='],
        ...['migrate', 'newsledger', 'entity', 'alias', 'Open Artificial Intelligence', 'OpenAI'],
      );
      const sick = await waitFor(
        'it to be called unhealthy',
        async () => ((await health())?.status === 'unhealthy' ? health() : null),
        STEP_MS,
      );
      expect(sick.says).toMatch(/^no progress for \d+ s: \d+ events behind, the oldest for \d+ s/);
    });
    await waitFor('it to be healthy again', async () => (await health())?.status === 'healthy', STEP_MS);
  },
  2 * STEP_MS,
);

it(
  'is called unhealthy when its process hangs',
  async () => {
    const health = async () => (await containerOf(project, 'extractor')).State.Health?.status;
    const signal = (name: string) =>
      project.compose(
        ...['exec', '-T', 'extractor', 'sh', '-c'],
        `for process in /proc/[0-9]*; do tr '\\0' ' ' < $process/cmdline | grep -q '^node services/extractor' && kill -${name} \${process#/proc/}; done; true`,
      );
    await signal('STOP');
    await waitFor('it to be called unhealthy', async () => (await health()) === 'unhealthy', STEP_MS);
    await signal('CONT');
    await waitFor('it to be healthy again', async () => (await health()) === 'healthy', STEP_MS);
  },
  STEP_MS,
);
