import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { composeProject, docker, root } from './compose.ts';
import { START_MS, STEP_MS } from './sampleProject.ts';

/** As infra/Dockerfile has it. */
const BASE = 'node:24-bookworm-slim';
/** 2026-01-01, in seconds since 1970. */
const BUILT_AT = '1767225600';
const FIRST = 'newsledger-compose-test-first';
const SECOND = 'newsledger-compose-test-second';

/** What runs: an image's files, and how they are started. The rest of it says when it was built. */
const inspected = z
  .array(
    z.object({
      RootFS: z.object({ Layers: z.array(z.string()) }),
      Config: z.object({
        User: z.string(),
        Env: z.array(z.string()),
        Cmd: z.array(z.string()),
        WorkingDir: z.string(),
        Labels: z.record(z.string(), z.string()),
      }),
    }),
  )
  .length(1);

let folder: string;

beforeAll(async () => {
  // Files of another time, that nobody but their owner may read.
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-again-'));
  const copy = 'git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x --touch -C "$1" && chmod -R go= "$1"';
  await promisify(execFile)('sh', ['-euc', copy, 'sh', folder], { cwd: root });
  await build(root, FIRST);
  await build(folder, SECOND, '--no-cache');
}, 2 * START_MS);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const image of [FIRST, SECOND]) await docker('image', 'rm', image).catch(() => {});
}, STEP_MS);

it('is the same image, layer by layer, when the same sources are built again at another time, in another folder, under another umask', async () => {
  const [first, second] = [await inspect(FIRST), await inspect(SECOND)];
  const base = z.array(z.string()).parse(JSON.parse(await docker('image', 'inspect', '--format', '{{json .RootFS.Layers}}', BASE)));

  expect(second).toEqual(first);
  expect(first?.RootFS.Layers.slice(0, base.length)).toEqual(base);
  expect(first?.RootFS.Layers.length).toBeGreaterThan(base.length);
});

it(
  'gives every file the time that the build was told',
  async () => {
    const times = await docker('run', '--rm', SECOND, 'sh', '-c', "find /app /data -printf '%T@\\n' | sort -u");
    expect(times).toBe(`${BUILT_AT}.0000000000\n`);
  },
  STEP_MS,
);

async function build(from: string, image: string, ...how: string[]): Promise<void> {
  await composeProject('newsledger-again', { NEWSLEDGER_IMAGE: image, SOURCE_DATE_EPOCH: BUILT_AT }, { folder: from }).compose(
    'build',
    ...how,
    'web',
  );
}

async function inspect(image: string) {
  return inspected.parse(JSON.parse(await docker('image', 'inspect', image)))[0];
}
