import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleIdOf, normaliseUrl } from './articleId.ts';
import { articleKeyOf } from './articleKey.ts';

const keyOf = (address: string) => articleKeyOf(normaliseUrl(address));
const story = 'https://example.co.uk/business/2025/chip-plant-opens';

test.each([
  ['a host for phones', 'https://m.example.co.uk/business/2025/chip-plant-opens'],
  ['another', 'https://mobile.example.co.uk/business/2025/chip-plant-opens'],
  ['a host for AMP', 'https://amp.example.co.uk/business/2025/chip-plant-opens'],
  ['AMP behind the path', `${story}/amp`],
  ['AMP behind the path with a slash', `${story}/amp/`],
  ['AMP before the path', 'https://example.co.uk/amp/business/2025/chip-plant-opens'],
  ['AMP as an ending', `${story}.amp`],
  ['AMP in the query', `${story}?amp`],
  ['AMP in the query, said', `${story}?outputType=amp`],
  ['a cache of AMP pages', 'https://example-co-uk.cdn.ampproject.org/c/s/example.co.uk/business/2025/chip-plant-opens'],
  ['a search engine that serves it', 'https://www.google.com/amp/s/example.co.uk/business/2025/chip-plant-opens/amp'],
  ['a session in the path', `${story};jsessionid=0A1B2C`],
  ['a session in the query', `${story}?PHPSESSID=4f3a`],
  ['slashes twice', 'https://example.co.uk//business/2025//chip-plant-opens'],
  ['an index page', `${story}/index.html`],
  ['a fragment', `${story}#comments`],
  ['a default port', 'https://example.co.uk:443/business/2025/chip-plant-opens'],
  ['a dot behind the host', 'https://example.co.uk./business/2025/chip-plant-opens'],
  ['escapes that nobody needs', 'https://example.co.uk/business/2025/chip%2Dplant%2dopens'],
  ['campaign parameters', `${story}?utm_source=x&pk_campaign=y&xtor=RSS-1&wt_zmc=z&source=rss`],
  ['a question mark', `${story}?`],
  ['print', `${story}?view=print`],
])('one article: %s', (_, address) => {
  expect(keyOf(address)).toBe(story);
  expect(articleIdOf(address)).toBe(articleIdOf(story));
});

test('names of hosts in other scripts are one in both spellings', () => {
  expect(articleIdOf('https://zeitung.münchen.example/a')).toBe(articleIdOf('https://zeitung.xn--mnchen-3ya.example/a'));
});

test('escapes are one in small and capital letters', () => {
  expect(articleIdOf('https://example.com/caf%c3%a9')).toBe(articleIdOf('https://example.com/café'));
});

test.each([
  'https://m.co.uk/business/a-b',
  'https://amp.dev/documentation/a-b',
  'https://mobile.blogspot.com/2025/a-b',
  'https://example.com/guitars/amp',
  'https://example.com/a?format=pdf',
  'https://example.com/a?view=123',
  'https://example.com/a?id=7&page=2',
  'https://www.example.com/a',
  'http://example.com/a',
  'https://example.com/index.htmlx',
  'https://xm.example.com/a',
  'https://im.m.example.com/a',
])('what says which article it is stays: %s', (address) => {
  expect(keyOf(address)).toBe(address);
});

test('a key is its own key, whatever the address', () => {
  const part = fc.constantFrom('amp', 'm', 'index.html', 'a-b', '2025', '', 'c.amp', 'www', 'x;sid=1', '%2F', '%41');
  const address = fc
    .tuple(
      fc.constantFrom('m.', 'amp.', 'www.', 'm.www.', 'www.m.', ''),
      fc.array(part, { maxLength: 5 }),
      fc.constantFrom('', '?amp=1', '?b=2&view=amp'),
    )
    .map(([host, path, query]) => `https://${host}example.com/${path.join('/')}${query}`);
  fc.assert(fc.property(address, (any) => keyOf(keyOf(any)) === keyOf(any)));
});
