import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Who may use whom, four floors without a circle; anything else is an arrow upwards or sideways. */
const allowed: Record<string, readonly string[]> = {
  events: [],
  quantities: [],
  feeds: [],
  articles: [],
  platform: [],
  language: [],
  claims: ['quantities', 'language', 'events'],
  reconcile: ['events'],
  'event-store': ['events'],
  queues: ['event-store', 'platform'],
  'read-models': ['events', 'event-store', 'reconcile'],
};
const packages = Object.keys(allowed);
const services = ['fetcher', 'extractor', 'projector', 'web', 'cli'];

/** Modules that reach network, files, clock or chance; a pure package imports none of them. */
const pure = ['events', 'feeds', 'articles', 'quantities', 'language', 'claims', 'reconcile'];
const impureModule =
  /^(?:node:)?(?:fs|net|http|https|http2|dns|tls|child_process|worker_threads|cluster|os|timers|perf_hooks|process)(?:\/|$)|^(?:pg|ioredis|bullmq|undici|fastify)$/;
const impureCall =
  /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bprocess\.(?!versions)|\bfetch\(|\brandomUUID\(|\brandomBytes\(|\bperformance\.now\(/;

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly exports?: unknown;
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));

const sourcesOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, 'src', name));

/** Tests, and what only they use. */
const isTest = (file: string) => file.endsWith('.test.ts') || /\/src\/test\w*\//.test(file);

const importStatement = /^(?:import|export)\b[^'"`;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

const importsOf = (file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(importStatement)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  );

const workspaceNames = (names: readonly string[]) =>
  names
    .filter((name) => name.startsWith('@newsledger/') && name !== '@newsledger/test-support')
    .map((name) => name.slice('@newsledger/'.length));

describe('the edges between packages', () => {
  it('knows every folder under packages and services', () => {
    const folders = (parent: string) =>
      readdirSync(path.join(root, parent), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() && entry.name !== 'node_modules' ? [entry.name] : [],
      );
    expect(folders('packages').sort()).toEqual([...packages].sort());
    expect(folders('services').sort()).toEqual([...services].sort());
  });

  it.each(packages)('packages/%s declares only the packages that it may use', (name) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(`packages/${name}`);
    const declared = workspaceNames([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
    expect(declared.filter((other) => !allowed[name]?.includes(other))).toEqual([]);
  });

  it.each(services)('services/%s uses packages, and another service only if it is the cli', (name) => {
    const declared = workspaceNames(Object.keys(manifestOf(`services/${name}`).dependencies ?? {}));
    const may = name === 'cli' ? [...packages, ...services, 'newsroom'] : packages;
    expect(declared.filter((other) => !may.includes(other))).toEqual([]);
  });

  it.each([...packages.map((name) => `packages/${name}`), ...services.map((name) => `services/${name}`)])(
    '%s imports only what it declares, through the front door',
    (folder) => {
      const { name: own, dependencies = {}, devDependencies = {} } = manifestOf(folder);
      const strays = sourcesOf(folder).flatMap((file) => {
        const known = isTest(file) ? { ...dependencies, ...devDependencies, vitest: '', 'fast-check': '' } : dependencies;
        return importsOf(file)
          .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
          .filter((specifier) => {
            const bare = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '');
            const reachesInside = specifier.startsWith('@newsledger/') && specifier !== bare;
            return bare === own || reachesInside || !(bare in known);
          })
          .map((specifier) => `${file}: ${specifier}`);
      });
      expect(strays).toEqual([]);
    },
  );

  it.each(packages)('packages/%s reaches no file outside its own folder', (name) => {
    const folder = path.join(root, 'packages', name);
    const strays = sourcesOf(`packages/${name}`).flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) => specifier.startsWith('.') && !path.resolve(root, path.dirname(file), specifier).startsWith(folder + path.sep),
        )
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(strays).toEqual([]);
  });

  it.each(pure)('packages/%s is pure: it reaches no network, file, clock or chance', (name) => {
    const strays = sourcesOf(`packages/${name}`)
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const code = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
        const modules = importsOf(file).filter((specifier) => impureModule.test(specifier));
        const call = impureCall.exec(code);
        return [...modules, ...(call === null ? [] : [call[0]])].map((found) => `${file}: ${found}`);
      });
    expect(strays).toEqual([]);
  });

  it('opens every database connection in one place, which says how dates and instants are read', () => {
    const openers = [...packages.map((name) => `packages/${name}`), ...services.map((name) => `services/${name}`)]
      .flatMap(sourcesOf)
      .filter((file) => !isTest(file) && /\bnew (?:pg\.)?(?:Pool|Client)\(/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(openers.filter((file) => !file.endsWith('ForTests.ts'))).toEqual(['packages/platform/src/postgres/openPool.ts']);
  });
});
