import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Every file that `docker compose` fills in from `.env`; `docker stack` reads none. */
const files = ['docker-compose.yml', ...(await yamlIn('infra/compose'))];
const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
const example = (await readFile(path.join(root, '.env.example'), 'utf8')).split('\n');
const assignments = example.flatMap((line, index) => {
  const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value: value ?? '', comment: example[index - 1] ?? '' }];
});

async function yamlIn(folder: string): Promise<string[]> {
  const names = await readdir(path.join(root, folder)).catch(() => []);
  return names.filter((name) => name.endsWith('.yml')).map((name) => `${folder}/${name}`);
}

/** Variables with their defaults; a default may be another variable with a default of its own. */
function interpolated(text: string): Map<string, string> {
  const found = [...text.matchAll(/\$\{(\w+)(?::-((?:\$\{[^}]*\}|[^}])*))?\}/g)];
  return new Map(found.flatMap(([, name = '', fallback = '']) => [...interpolated(fallback), [name, fallback] as const]));
}

const wanted = new Map(texts.flatMap((text) => [...interpolated(text)]));

test('the example names every variable that is filled in, and no other', () => {
  expect(assignments.map(({ name }) => name).sort()).toEqual([...wanted.keys()].sort());
});

test('each variable of the example has a comment right above it', () => {
  expect(assignments.filter(({ comment }) => !/^# \S/.test(comment))).toEqual([]);
});

test('the example gives each variable the default that it has when it is left out', () => {
  const defaults = new Map(assignments.map(({ name, value }) => [name, value]));
  const differing = [...wanted].filter(
    ([name, fallback]) => defaults.get(name) !== fallback && defaults.get(name) !== wanted.get(inner(fallback)),
  );
  expect(differing).toEqual([]);
});

/** `NAME` of `${NAME:-…}`. */
function inner(fallback: string): string {
  return /^\$\{(\w+)/.exec(fallback)?.[1] ?? '';
}
