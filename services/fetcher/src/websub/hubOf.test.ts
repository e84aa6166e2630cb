import { expect, test } from 'vitest';
import { hubOf } from './hubOf.ts';
import { linksOf } from './linkHeader.ts';

const url = 'https://news.example/feed';

test.each([
  ['<https://hub.example/>; rel="hub"', ['https://hub.example/']],
  [
    '<https://a.example/?x=1,2>; rel=hub, </b>; title="x, y; z"; REL="alternate hub"',
    ['https://a.example/?x=1,2', 'https://news.example/b'],
  ],
  ['<https://hub.example/>; rel="github"', []],
  ['<javascript:alert(1)>; rel="hub"', []],
  ['', []],
  [null, []],
])('the header Link: %s names the hubs %j', (header, hubs) => {
  expect(linksOf(header, 'hub', url)).toEqual(hubs);
});

test('the header goes before the document, and without a self link the address of the document is the topic', () => {
  const document = { hubs: ['https://in.example/'], self: null };

  expect(hubOf({ url, link: '<https://out.example/>; rel=hub', document })).toEqual({ hub: 'https://out.example/', topic: url });
  expect(hubOf({ url, link: null, document: { ...document, self: `${url}?self` } })).toEqual({
    hub: 'https://in.example/',
    topic: `${url}?self`,
  });
  expect(hubOf({ url, link: null, document: { hubs: [], self: url } })).toBeNull();
});

test('a header of many opened brackets is read in a blink', () => {
  expect(linksOf('<'.repeat(20_000) + ';a='.repeat(5_000), 'hub', url)).toEqual([]);
});
