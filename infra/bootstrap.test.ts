import { execFile, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** A checkout with nothing installed, and an npm that answers as it is told. */
let checkout: string;

beforeEach(async () => {
  checkout = await mkdtemp(path.join(tmpdir(), 'newsledger-bootstrap-'));
  await mkdir(path.join(checkout, 'infra'));
  await mkdir(path.join(checkout, 'packages'));
  await mkdir(path.join(checkout, 'services'));
  for (const file of ['infra/bootstrap.mjs', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    await cp(path.join(root, file), path.join(checkout, file));
});

afterEach(() => rm(checkout, { recursive: true, force: true }));

async function bootstrap(word: string, npm: string): Promise<{ code: number; stderr: string }> {
  const stub = path.join(checkout, 'npm-cli.js');
  await writeFile(stub, npm);
  await chmod(stub, 0o755);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['infra/bootstrap.mjs', word],
      { cwd: checkout, env: { ...process.env, npm_execpath: stub } },
      (error, _stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stderr }),
    );
  });
}

const failing = (message: string) => `process.stderr.write(${JSON.stringify(message)}); process.exitCode = 1;`;

/** An npm that installs a pnpm which only says that it was called. */
const working = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('node_modules/pnpm/bin', { recursive: true });
writeFileSync('node_modules/pnpm/bin/pnpm.mjs', "import { mkdirSync, appendFileSync } from 'node:fs'; mkdirSync('node_modules', { recursive: true }); appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\\\n');");
`;

describe('a failure is explained in a sentence', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', 'the npm registry could not be reached. Check the network'],
    ['npm error code ENOSPC\nnpm error nospc no space left on device', 'the disk is full. Free about 1 GB'],
    ['npm error code EACCES\nnpm error permission denied', 'this folder may not be written'],
    ['npm error code EBADPLATFORM', 'Use docker compose on this machine'],
    ['npm error code ETARGET\nnpm error notarget No matching version found', 'does not have a version that is needed'],
  ])('%j', async (message, sentence) => {
    const { code, stderr } = await bootstrap('install', failing(message));
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('what the package manager said');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('names the words that it knows when it is called with another', async () => {
    const { code, stderr } = await bootstrap('dance', working);
    expect(code).toBe(1);
    expect(stderr).toMatch(/There is no "dance" here; use one of start, .*test/);
  });
});

describe('what is missing is installed, and nothing else', () => {
  it('says what it gets, installs with the frozen lockfile, and does it once', async () => {
    const first = await bootstrap('install', working);
    expect(first).toMatchObject({ code: 0, stderr: expect.stringMatching(/getting pnpm@.*\n.*installing the dependencies/) });
    const second = await bootstrap('install', failing('npm must not be asked again'));
    expect(second).toEqual({ code: 0, stderr: '' });
  });

  it('installs again when the lockfile changed', async () => {
    await bootstrap('install', working);
    await writeFile(path.join(checkout, 'pnpm-lock.yaml'), "lockfileVersion: '9.0'\n");
    expect(await bootstrap('install', working)).toMatchObject({ code: 0, stderr: expect.stringContaining('installing the dependencies') });
  });
});

describe('asked to end while it installs', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('waits for what it started, says that it ended, and dies of %s', async (asked) => {
    const stub = path.join(checkout, 'npm-cli.js');
    await writeFile(stub, `import { writeFileSync } from 'node:fs'; writeFileSync('begun', ''); setInterval(() => {}, 1000);`);
    const child = spawn(process.execPath, ['infra/bootstrap.mjs', 'start'], {
      cwd: checkout,
      env: { ...process.env, npm_execpath: stub },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
    await expect.poll(() => readdir(checkout, { recursive: true }), { timeout: 15_000 }).toContainEqual(expect.stringMatching(/begun$/));

    child.kill(asked);
    child.kill(asked);

    expect(await ended).toBe(asked);
    expect(stderr.trim().split('\n').at(-1)).toBe(`newsledger: ended, since it received ${asked}`);
    expect(stderr).not.toContain('could not be installed');
  });
});
