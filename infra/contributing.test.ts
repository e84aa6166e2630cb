import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const guide = await readFile(path.join(root, 'CONTRIBUTING.md'), 'utf8');
const run = promisify(execFile);

/** A copy of the checkout, in which a walk-through is followed to the letter. */
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'newsledger-contributing-'));
  for (const entry of ['packages', 'services', 'infra', 'tests', 'package.json', 'tsconfig.base.json'])
    await cp(path.join(root, entry), path.join(copy, entry), { recursive: true, verbatimSymlinks: true });
  // Those of packages are links into it.
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

interface Insertion {
  readonly file: string;
  /** The text before which it goes; null for the end of the file. */
  readonly before: string | null;
  readonly lines: string;
}

/** What a section says in the words “In `file`, before `text`” (or “at the end”), with the block below them. */
function insertionsOf(section: string): Insertion[] {
  const stated = /In `([^`]+)`, (?:before `([^`]+)`|at the end)[^:\n]*:\n\n( *)```\w+\n([\s\S]*?)\n *```/g;
  return [...section.matchAll(stated)].map(([, file = '', before = null, indent = '', block = '']) => ({
    file,
    before,
    lines: block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

async function insert({ file, before, lines }: Insertion): Promise<void> {
  const target = path.join(copy, file);
  const text = await readFile(target, 'utf8');
  if (before !== null && text.split(before).length !== 2) throw new Error(`${file} should hold “${before}” once.`);
  await writeFile(target, before === null ? `${text.trimEnd()}\n${lines}\n` : text.replace(before, () => `${lines}\n${before}`));
}

/** How many tests passed of a command as the guide has it; the others of its files are left out by `-t`. */
async function passed(args: string): Promise<number> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const { stdout } = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args.split(' ')], {
    cwd: copy,
    env: { ...environment, NO_COLOR: '1', CI: '1' },
  });
  return Number(/Tests .*?(\d+) passed/.exec(stdout)?.[1] ?? 0);
}

it.each([
  ['Add a measure', 3],
  ['Add a unit', 2],
])(
  '“%s” can be followed to the letter',
  async (title, insertions) => {
    const section = guide.split(/^## /m).find((text) => text.startsWith(title)) ?? '';
    const steps = insertionsOf(section);
    expect(steps).toHaveLength(insertions);
    const commands = [...section.matchAll(/`vitest run ([^`]+)`/g)].map(([, args = '']) => args);
    expect(commands).not.toEqual([]);

    for (const step of steps) await insert(step);

    for (const command of commands) expect({ command, passed: await passed(command) }).not.toMatchObject({ passed: 0 });
  },
  600_000,
);

it('names no file that is not there', async () => {
  const links = [...guide.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, file = '']) => file);
  const missing = await Promise.all(
    links.map((file) =>
      readFile(path.join(root, file)).then(
        () => [],
        (error) => (error.code === 'EISDIR' ? [] : [file]),
      ),
    ),
  );
  expect(missing.flat()).toEqual([]);
});
