import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** A fresh clone with nothing installed, in a folder whose name has a space, and a folder elsewhere in which somebody stands. */
let base: string;
let checkout: string;
let elsewhere: string;

beforeEach(async () => {
  base = await realpath(await mkdtemp(path.join(tmpdir(), 'newsledger-launcher-')));
  checkout = path.join(base, 'my clone');
  elsewhere = path.join(base, 'elsewhere');
  for (const folder of ['infra', 'packages', 'services/cli/src']) await mkdir(path.join(checkout, folder), { recursive: true });
  await mkdir(elsewhere);
  for (const file of ['newsledger', 'infra/bootstrap.mjs', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    await cp(path.join(root, file), path.join(checkout, file));
  await writeFile(path.join(base, 'npm-cli.js'), npm);
  await writeFile(path.join(checkout, 'services/cli/src/main.ts'), main);
});

afterEach(() => rm(base, { recursive: true, force: true }));

/** An npm that installs a pnpm which installs nothing. */
const npm = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('node_modules/pnpm/bin', { recursive: true });
writeFileSync('node_modules/pnpm/bin/pnpm.mjs', "import { mkdirSync } from 'node:fs'; mkdirSync('node_modules', { recursive: true });");
`;

/** A command line that tells how it was called; it ends with 7, or when it is asked to. */
const main = `
const told = { args: process.argv.slice(2), cwd: process.cwd(), dataDir: process.env.NEWSLEDGER_DATA_DIR };
process.exitCode = 7;
if (told.args[0] === 'wait') {
  const timer = setInterval(() => {}, 1000);
  process.once('SIGINT', () => { clearInterval(timer); process.stderr.write('was asked to end\\n'); process.exitCode = 130; });
}
console.log(JSON.stringify(told));
`;

function launch(file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { NEWSLEDGER_DATA_DIR: _dataDir, npm_lifecycle_event: _event, ...inherited } = process.env;
  const node = path.dirname(process.execPath);
  const child = spawn(file, args, {
    cwd: elsewhere,
    env: { ...inherited, npm_execpath: path.join(base, 'npm-cli.js'), PATH: `${node}:${process.env.PATH}`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = new Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
  return { child, ended, shown: () => stdout };
}

describe.skipIf(process.platform === 'win32')('./newsledger', () => {
  it('gets what is missing, and passes on arguments as they are, the folder, and the exit code', async () => {
    const args = ['figures', 'two words', '*', '"$HOME"', '', '--limit', '3'];
    const { code, stdout, stderr } = await launch(path.join(checkout, 'newsledger'), args).ended;
    expect(stderr).toMatch(/getting pnpm@.*\n.*installing the dependencies/);
    expect(code).toBe(7);
    expect(JSON.parse(stdout)).toEqual({ args, cwd: elsewhere, dataDir: path.join(checkout, '.newsledger') });
  });

  it('asks the same ledger through a link, and another one when that is named', async () => {
    await symlink('../my clone/newsledger', path.join(elsewhere, 'nl'));
    const { stdout } = await launch('./nl', ['status'], { NEWSLEDGER_DATA_DIR: 'mine' }).ended;
    expect(JSON.parse(stdout)).toEqual({ args: ['status'], cwd: elsewhere, dataDir: 'mine' });
  });

  it('ends by Ctrl-C as what it runs does', async () => {
    const { child, ended, shown } = launch(path.join(checkout, 'newsledger'), ['wait']);
    await expect.poll(shown, { timeout: 15_000 }).toContain('"wait"');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ signal: 'SIGINT', stderr: expect.stringContaining('was asked to end') });
  });

  it('says what to install where there is no Node', async () => {
    await mkdir(path.join(base, 'bin'));
    for (const tool of ['dirname', 'readlink']) await symlink(`/usr/bin/${tool}`, path.join(base, 'bin', tool));
    const { code, stderr } = await launch(path.join(checkout, 'newsledger'), ['status'], { PATH: path.join(base, 'bin') }).ended;
    expect(code).toBe(127);
    expect(stderr).toBe(
      'newsledger: there is no "node" on the PATH. Install Node 18 or newer (or use docker compose) and run this again.\n',
    );
  });
});
