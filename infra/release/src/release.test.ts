import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const main = path.join(import.meta.dirname, 'main.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsledger-release-'));
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'An Editor');
  git('config', 'user.email', 'editor@example.org');
  write('package.json', '{\n  "name": "newsledger",\n  "version": "0.1.0",\n  "private": true\n}\n');
  write(
    'packages/events/package.json',
    '{\n  "name": "@newsledger/events",\n  "version": "0.1.0",\n  "dependencies": { "zod": "1.0.0" }\n}\n',
  );
  write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- The whole pipeline.\n');
  commit('Read feeds');
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function commit(subject: string, file = 'code.ts', body = ''): void {
  write(file, subject);
  git('add', '--all');
  git('commit', '--quiet', '--message', `${subject}\n\n${body}`);
}

const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

function release(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('a first release tells what was written by hand, sets every version, and tags the commit', () => {
  const made = release('0.2.0', '--write');

  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(read('package.json')).version).toBe('0.2.0');
  expect(JSON.parse(read('packages/events/package.json'))).toMatchObject({ version: '0.2.0', dependencies: { zod: '1.0.0' } });
  expect(read('CHANGELOG.md')).toMatch(
    /^# Changelog\n\n## \[Unreleased\]\n\n## \[0\.2\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- The whole pipeline\.\n$/,
  );
  expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0\n');
  expect(git('tag', '--points-at', 'HEAD')).toBe('v0.2.0\n');
  expect(git('tag', '--list', '--format=%(contents)')).toContain('### Added\n\n- The whole pipeline.');
  expect(git('status', '--porcelain')).toBe('');
});

it('a later one tells the commits since, by what they say they do, and leaves tests out', () => {
  release('0.2.0', '--write');
  commit('Add a unit');
  commit('Fix the order of pages');
  commit('Read pages in half the time');
  commit('Try a text that never ends', 'packages/events/src/a.test.ts');
  write('CHANGELOG.md', read('CHANGELOG.md').replace('## [Unreleased]\n', '## [Unreleased]\n\n### Fixed\n\n- A day is a day.\n'));
  git('commit', '--quiet', '--all', '--message', 'Tell of days');

  const made = release('--write');

  expect(made).toMatchObject({ status: 0, stderr: '' });
  const [, section = ''] = /## \[0\.3\.0\] - .*\n([\s\S]*?)\n## \[0\.2\.0\]/.exec(read('CHANGELOG.md')) ?? [];
  expect(section.replaceAll(/\([0-9a-f]{7,}\)/g, '(id)')).toBe(
    '\n### Added\n\n- Add a unit (id).\n\n### Changed\n\n- Read pages in half the time (id).\n\n### Fixed\n\n- A day is a day.\n- Fix the order of pages (id).\n',
  );
  expect(git('tag', '--list')).toBe('v0.2.0\nv0.3.0\n');
});

it('without --write nothing is changed', () => {
  const before = git('rev-parse', 'HEAD');
  const shown = release();

  expect(shown.stdout).toContain('## [0.1.1] - ');
  expect(shown.stdout).toContain('Nothing was changed.');
  expect([git('rev-parse', 'HEAD'), git('tag'), git('status', '--porcelain')]).toEqual([before, '', '']);
});

it('what breaks counts up the major version, and before 1.0 the minor one', () => {
  release('0.2.0', '--write');
  commit('Name columns anew', 'code.ts', 'BREAKING: `value` is `amount` now.');
  expect(release().stdout).toContain('v0.3.0');

  release('1.0.0', '--write');
  commit('Name columns back', 'code.ts', 'BREAKING: `amount` is `value` again.');
  expect(release().stdout).toContain('v2.0.0');
});

it.each([
  ['a tree with changes that are not committed', () => write('code.ts', 'half done'), [], 'not committed'],
  ['a version that is not above the last', () => release('0.2.0', '--write'), ['0.1.9'], 'Nothing came since v0.2.0'],
  ['a version that is lower', () => undefined, ['0.0.9'], '0.0.9 is not above 0.1.0'],
  ['a word that is no version', () => undefined, ['soon'], '"soon" is no version'],
])('refuses %s, and changes nothing', (_what, arrange, args, message) => {
  arrange();
  const tags = git('tag');
  const refused = release(...args, '--write');

  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(message);
  expect(git('tag')).toBe(tags);
});
