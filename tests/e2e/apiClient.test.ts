import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createLogger, openPool } from '@newsledger/platform';
import { startWeb, type Web } from '@newsledger/web';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readerUrl } from './askAsReader.ts';

/** A client as people would write one, by types that a generator made from what the service says of itself. */
const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

let pool: ReturnType<typeof openPool>;
let web: Web;
let folder: string;

beforeAll(async () => {
  pool = openPool({ url: readerUrl(), max: 4 });
  web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-client-'));
  await symlink(path.join(root, 'tests/node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  await copyFile(path.join(root, 'docs/examples/apiClient.ts'), path.join(folder, 'apiClient.ts'));
  const document = path.join(folder, 'openapi.json');
  await writeFile(document, await (await fetch(`${web.url}/api/v1/openapi.json`)).text());
  await node('node_modules/openapi-typescript/bin/cli.js', document, '--output', path.join(folder, 'newsledger.ts'));
});

afterAll(async () => {
  await web?.close();
  await pool?.end();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

function node(...args: string[]) {
  return run(process.execPath, args, { cwd: folder });
}

/** What the compiler of this project finds wrong in a program beside the generated types. */
async function mistakesIn(program: string): Promise<string> {
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--allowImportingTsExtensions', '--types', 'node', '--typeRoots'];
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const types = path.join(root, 'node_modules/@types');
  return node(compiler, ...options, types, program).then(
    () => '',
    (error) => error.stdout,
  );
}

/** The program with one thing changed. */
async function changed(from: string, to: string): Promise<string> {
  const program = await readFile(path.join(folder, 'apiClient.ts'), 'utf8');
  if (!program.includes(from)) throw new Error(`apiClient.ts has no ${from}`);
  const file = `changed-${to.replaceAll(/\W+/g, '-')}.ts`;
  await writeFile(path.join(folder, file), program.replace(from, to));
  return file;
}

it('compiles with the types that are generated from the description of the API', async () => {
  expect(await mistakesIn('apiClient.ts')).toBe('');
});

it.each([
  ['a column that no figure has', 'a.claim_count', 'a.claims', "Property 'claims' does not exist"],
  ['a filter that can be no number', 'limit: 5', 'limit: about', "Type 'string' is not assignable to type 'number'"],
  ['an agreement that is none', 'limit: 5', "agreement: 'perhaps'", 'Type \'"perhaps"\' is not assignable to type'],
  ['a question that nothing answers', '/api/v1/figures/{figure_id}/why', '/api/v1/figures/{figure_id}/when', 'not assignable'],
  ['an amount taken for a binary float', '{value}', '{value?.toFixed(2)}', "Property 'toFixed' does not exist"],
  ['a column that no witness has', '{ verdict, source, quote }', '{ verdict, source, saying: quote }', "Property 'saying' does not exist"],
])('does not compile with %s', async (_what, from, to, mistake) => {
  expect(await mistakesIn(await changed(from, to))).toContain(mistake);
});

it('pages through a filtered list, asks of one figure and why it stands, spares what did not change, and is told what is wrong', async () => {
  const { rows } = await pool.query(`SELECT count(*)::int AS figures FROM newsledger.figures WHERE 'OpenAI' IN (subject, counterparty)`);
  const { stdout } = await node('apiClient.ts', web.url, 'OpenAI');
  const lines = stdout.trim().split('\n');

  expect(lines.filter((line) => /: .+, (?:agreed|agreed_with_outlier|disputed|single_source|superseded)$/.test(line))).toHaveLength(
    rows[0].figures,
  );
  expect(rows[0].figures).toBeGreaterThan(5);
  expect(lines.filter((line) => /^winner: .+ says “.*\d.*”$/.test(line)).length).toBeGreaterThan(0);
  expect(lines.filter((line) => /^agrees: .+ says “.*\d.*”$/.test(line)).length).toBeGreaterThan(0);
  expect(lines.at(-2)).toBe('asked again: 304');
  expect(lines.at(-1)).toMatch(/^limit 0: 400, .*limit/);
});
