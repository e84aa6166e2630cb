import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { beforeAll, expect, inject, it } from 'vitest';
import { runNewsledger } from './runNewsledger.ts';
import { copySampleLedger } from './sampleLedger.ts';

/** Every command and question of the README is tried on the sample, so that none of them goes stale. */
const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
const run = inject('sampleRun');

/** For commands that change what other files look at. */
let copy: string;
const changing = /^\.\/newsledger (?:audit|rates|rebuild|pin|merge|split)/;

beforeAll(async () => {
  copy = await copySampleLedger();
});

const fences = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '');

const shellLines = fences('sh')
  .flatMap((block) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '');

/** Tried elsewhere: by CI itself, by the compose test, and by that of backups; or they need the open web. */
const elsewhere = [/^npm start/, /^npm test$/, /^npm run test:(?:long|times)$/, /^docker compose /, /^\.\/newsledger (?:backup|restore) /];
const cliLines = shellLines.filter((line) => line.startsWith('./newsledger ') && !elsewhere.some((pattern) => pattern.test(line)));
const needsTheWeb = /example\.com|subscriptions\.opml/;

it('shows no command that nobody tries', () => {
  const untried = shellLines.filter((line) => !cliLines.includes(line) && !elsewhere.some((pattern) => pattern.test(line)));
  expect(untried).toEqual([]);
});

it.each(cliLines.filter((line) => !needsTheWeb.test(line)))('%s works', async (line) => {
  const args = line.slice('./newsledger '.length).split(' ');
  const { code, stdout, stderr } = await (changing.test(line)
    ? runNewsledger(args, { NEWSLEDGER_POSTGRES_URL: copy })
    : runNewsledger([...args, '--data-dir', run.dataDir]));
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stdout.trim()).not.toBe('');
});

it.each([
  ['read', 'read docs/examples/osprey.txt'],
  ['read --claims', 'read docs/examples/osprey.txt --claims --published 2025-11-03'],
])('shows what "%s" prints', async (name, line) => {
  const shown = new RegExp(`<!-- output of ${name} -->\\n\`\`\`text\\n([\\s\\S]*?)\\n\`\`\``).exec(readme)?.[1] ?? 'nothing';
  const { stdout } = await runNewsledger(line.split(' '), { NO_COLOR: '1' });
  const printed = stdout.replace(/ +$/gm, '');
  expect(shown.split(/\n?…\n?/).filter((part) => !printed.includes(part))).toEqual([]);
});

it.each(cliLines.filter((line) => needsTheWeb.test(line)))('%s is spelled as the command line wants it', async (line) => {
  const [command = '', sub = ''] = line.slice('./newsledger '.length).split(' ');
  const { code, stdout } = await runNewsledger([command, sub, '--help']);
  expect(code).toBe(0);
  const options = [...line.matchAll(/ (--[a-z-]+)/g)].map((match) => match[1] ?? '');
  expect(options.filter((option) => option !== '--' && !stdout.includes(option))).toEqual([]);
});

it.each(fences('sql'))('%s has an answer for the reader role', async (question) => {
  const url = new URL(run.postgresUrl);
  url.username = 'newsledger_reader';
  url.password = 'reader';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    const { rows } = await client.query(question);
    expect(rows.length).toBeGreaterThan(0);
  } finally {
    await client.end();
  }
});
