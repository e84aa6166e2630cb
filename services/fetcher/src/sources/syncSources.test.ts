import type { LoadedSource } from '@newsledger/platform';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { declareSource, removeSource } from './declareSource.ts';
import { readAllSources } from './readAllSources.ts';
import { syncSources } from './syncSources.ts';

let fetcher: TestFetcher;
const now = new Date('2025-11-03T10:00:00Z');

beforeEach(async () => {
  fetcher = await createTestFetcher();
});

afterEach(() => fetcher.close());

function source(sourceId: string, change: Partial<LoadedSource> = {}): LoadedSource {
  return {
    sourceId,
    name: sourceId,
    url: `https://${sourceId}.example/feed`,
    kind: null,
    primaryFor: [],
    everySeconds: 900,
    select: null,
    ...change,
  };
}

test('the log follows the file: new, changed and removed sources', async () => {
  const { store } = fetcher;
  await syncSources(store, [source('a'), source('b')], now);

  const result = await syncSources(store, [source('a'), source('c')], now);
  const changed = await syncSources(store, [source('a', { name: 'A Daily' }), source('c')], now);

  expect(result).toMatchObject({ registered: ['c'], changed: [], removed: ['b'] });
  expect(changed).toMatchObject({ registered: [], changed: ['a'], removed: [] });
  expect([...(await readAllSources(store)).keys()].sort()).toEqual(['a', 'c']);
});

test('saying the same again says nothing', async () => {
  const { store } = fetcher;
  await syncSources(store, [source('a')], now);
  const before = await store.lastPosition();

  await syncSources(store, [source('a')], now);

  expect(await store.lastPosition()).toBe(before);
});

test('a source can come back, and settings can return to what they were', async () => {
  const { store } = fetcher;
  await syncSources(store, [source('a')], now);
  await syncSources(store, [], now);
  await syncSources(store, [source('a')], now);
  await syncSources(store, [source('a', { everySeconds: 60 })], now);

  await syncSources(store, [source('a')], now);

  expect((await store.readStream('source-a')).map(({ type }) => type)).toEqual([
    'SourceRegistered',
    'SourceRemoved',
    'SourceRegistered',
    'SourceChanged',
    'SourceChanged',
  ]);
  expect((await readAllSources(store)).get('a')?.everySeconds).toBe(900);
});

test('what a command added is not removed by the file', async () => {
  const { store } = fetcher;
  await declareSource(store, { ...source('mine'), declaredBy: 'command' });

  const { removed } = await syncSources(store, [], now);

  expect(removed).toEqual([]);
  expect((await readAllSources(store)).has('mine')).toBe(true);
  expect(await removeSource(store, 'mine', now)).toBe(true);
  expect(await removeSource(store, 'mine', now)).toBe(false);
});

test('many fetchers that start together say it once', async () => {
  const { store } = fetcher;

  await Promise.all(Array.from({ length: 8 }, () => syncSources(store, [source('a'), source('b')], now)));

  expect((await store.readStream('source-a')).map(({ type }) => type)).toEqual(['SourceRegistered']);
});
