import { newEvent, type SourceSettings } from '@newsledger/events';
import type { LoadedSource } from '@newsledger/platform';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { declareSource, removeSource } from './declareSource.ts';
import { readAllSources } from './readAllSources.ts';
import { readSource } from './readSource.ts';
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
  expect((await readAllSources(store)).get('a')?.settings.everySeconds).toBe(900);
});

test('a source that moved keeps its new address while the file says the old one, and the file wins when it says another', async () => {
  const { store } = fetcher;
  const [old, moved, third] = ['https://a.example/feed', 'https://new.example/feed', 'https://third.example/feed'];
  await syncSources(store, [source('a')], now);
  const { settings } = await readSource(store, 'a');
  await store.append('source-a', 'any', [newEvent('SourceChanged', { ...sourceOf(settings), url: moved, movedFrom: old })]);

  expect((await syncSources(store, [source('a')], now)).changed).toEqual([]);
  expect((await readSource(store, 'a')).settings).toMatchObject({ url: moved });
  expect((await syncSources(store, [source('a', { name: 'A Daily' })], now)).changed).toEqual(['a']);
  expect((await readSource(store, 'a')).settings).toMatchObject({ name: 'A Daily', url: moved, movedFrom: old });
  await syncSources(store, [source('a', { url: third })], now);

  const after = sourceOf((await readSource(store, 'a')).settings);
  expect(after.url).toBe(third);
  expect(after.movedFrom).toBeUndefined();
});

test('a source that is gone for good stays so until the file says something new of it, or a command declares it', async () => {
  const { store } = fetcher;
  const gone = (second: number) =>
    newEvent('SourceRetired', { sourceId: 'a', retiredAt: `2025-11-03T10:00:0${second}.000Z`, reason: 'answered 410', httpStatus: 410 });
  await syncSources(store, [source('a')], now);
  await store.append('source-a', 'any', [gone(1)]);

  const same = await syncSources(store, [source('a')], now);
  expect(same).toMatchObject({ registered: [], changed: [], removed: [] });
  expect(same.sources).toMatchObject([{ isRetired: true }]);

  expect(await syncSources(store, [source('a', { url: 'https://new.example/feed' })], now)).toMatchObject({ changed: ['a'] });
  expect((await readSource(store, 'a')).isRetired).toBe(false);
  await store.append('source-a', 'any', [gone(2)]);
  expect(await declareSource(store, sourceOf((await readSource(store, 'a')).settings))).toBe('revived');
  expect((await readSource(store, 'a')).isRetired).toBe(false);
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

function sourceOf(settings: SourceSettings | null): SourceSettings {
  if (settings === null) throw new Error('the source is not followed');
  return settings;
}
