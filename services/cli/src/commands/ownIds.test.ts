import { expect, test } from 'vitest';
import { describedSource } from './describedSource.ts';
import { withOwnIds } from './ownIds.ts';

const sources = ['https://a.example/feed', 'https://a.example/rss', 'https://a.example/feed.xml'].map((url) => describedSource(url, {}));

test('addresses that would get one id get ids of their own', () => {
  expect(withOwnIds(sources, new Map()).map(({ sourceId }) => sourceId)).toEqual(['a-example', 'a-example-2', 'a-example-3']);
});

test('an address that is followed already keeps its id, and takes none from another', () => {
  const taken = new Map([
    ['a-example', 'https://a.example/rss'],
    ['a-example-2', 'https://other.example/'],
  ]);

  expect(withOwnIds(sources.slice(0, 2), taken).map(({ sourceId }) => sourceId)).toEqual(['a-example-3', 'a-example']);
});
