import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { runNewsledger } from './runNewsledger.ts';

/** Commands of the pages under docs, of CONTRIBUTING and of the packages' READMEs; those of the README have a test of their own. */
const root = path.resolve(import.meta.dirname, '../..');
const pages = [
  ...readdirSync(path.join(root, 'docs')).flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : [])),
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}/README.md`),
];
const lines = pages.flatMap((page) =>
  blocksOf(page).flatMap((block) => block.split('\n').map((line) => ({ page, line: withoutComment(line) }))),
);
const commands = lines.filter(({ line }) => line !== '').map(({ page, line }) => ({ page, line, ...partsOf(line) }));
const ours = commands.filter(({ program }) => program === 'newsledger');

/** What a run of tests can't have: sites of others, containers, and minutes. The command's form is checked all the same. */
const NOT_HERE = /example\.(?:com|org)|3f2a|backup|restore|migrate|erase|CAPTURES/;
const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');

it('finds the pages with commands', () => {
  expect(new Set(commands.map(({ page }) => page)).size).toBeGreaterThan(4);
});

it('knows every program that the pages call', () => {
  const known = [
    'newsledger',
    'npm',
    'docker',
    'psql',
    'git',
    'cd',
    'node',
    'curl',
    'setting',
    'cp',
    'echo',
    'mkdir',
    'npx',
    'openssl',
    'isql',
    'kubectl',
  ];
  expect(commands.filter(({ program }) => !known.includes(program))).toEqual([]);
});

it.each(ours)('$line, in $page, is spelled as the command line wants it', async ({ args }) => {
  const names = args.filter((word) => /^[a-z][a-z-]*$/.test(word)).slice(0, 2);
  const { code, stdout } = await runNewsledger([...names.slice(0, hasSubcommands(names[0] ?? '') ? 2 : 1), '--help']);
  expect(code).toBe(0);
  expect(args.filter((word) => word.startsWith('--') && !stdout.includes(word))).toEqual([]);
});

it.each(ours.filter(({ line }) => !NOT_HERE.test(line)))('$line, in $page, works on the sample', async ({ args }) => {
  const { code, stderr } = await runNewsledger([...args, '--data-dir', inject('sampleRun').dataDir]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
});

it.each(commands.filter(({ line }) => line.startsWith('npm run ')))('$line, in $page, is a script of package.json', ({ args }) => {
  expect(manifest).toContain(`"${args[1]}": "`);
});

function blocksOf(page: string): readonly string[] {
  const file = path.join(root, page);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...text.matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
}

function withoutComment(line: string): string {
  return line.replace(/(?:^|\s+)#.*$/, '').trim();
}

/** The program with its arguments; settings before it, pipes and redirections left out. */
function partsOf(line: string): { program: string; args: string[] } {
  const words = line.replace(/\s+[|<>].*$/, '').match(/"[^"]*"|\S+/g) ?? [];
  const from = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const [program = 'setting', ...args] = from === -1 ? [] : words.slice(from);
  return { program: program.replace(/^\.\//, ''), args: args.map((word) => word.replaceAll('"', '')) };
}

function hasSubcommands(command: string): boolean {
  return ['source', 'webhook', 'entity', 'export'].includes(command);
}
