import { FetchError } from '@newsledger/platform';
import { expect, test } from 'vitest';
import { createReservations } from './reservations.ts';

const url = 'https://news.example/2025/deal?page=2';

function find(options: { headers?: Record<string, string>; head?: string; file?: string | null; url?: string }) {
  const { headers = {}, head = '', file = null } = options;
  const asked: string[] = [];
  const read = async (address: string) => {
    asked.push(address);
    return file;
  };
  const body = Buffer.from(`<!doctype html><html><head>${head}</head><body>Text</body></html>`);
  return createReservations({ read }).find({ url: options.url ?? url, headers, body });
}

test.each([
  ['x-robots-tag', 'noai'],
  ['x-robots-tag', 'noindex, NoAI, noimageai'],
  ['x-robots-tag', 'otherbot: noindex, newsledger: noai'],
  ['tdm-reservation', '1'],
])('the header %s: %s reserves', async (name, value) => {
  expect(await find({ headers: { [name]: value } })).toMatch(/HTTP header/);
});

test.each([
  ['x-robots-tag', 'noindex, nofollow'],
  ['x-robots-tag', 'noimageai'],
  ['x-robots-tag', 'otherbot: noindex, noai'],
  ['tdm-reservation', '0'],
])('the header %s: %s does not', async (name, value) => {
  expect(await find({ headers: { [name]: value } })).toBeNull();
});

test.each([
  '<meta name="robots" content="index, noai">',
  "<META content='noai,noimageai' NAME='ROBOTS' />",
  '<meta name=newsledger content=noai>',
  '<meta name="tdm-reservation" content="1">',
])('%s reserves', async (head) => {
  expect(await find({ head })).toMatch(/<meta name=/);
});

test.each(['<meta name="robots" content="index">', '<meta name="description" content="noai">', '<meta name="otherbot" content="noai">'])(
  '%s does not',
  async (head) => {
    expect(await find({ head })).toBeNull();
  },
);

test.each([
  [[{ location: '/', 'tdm-reservation': 1 }], true],
  [[{ location: '/*', 'tdm-reservation': '1', 'tdm-policy': 'https://news.example/policy.json' }], true],
  [
    [
      { location: '/2025/', 'tdm-reservation': 0 },
      { location: '/', 'tdm-reservation': 1 },
    ],
    false,
  ],
  [
    [
      { location: '/', 'tdm-reservation': 0 },
      { location: '/2025/*', 'tdm-reservation': 1 },
    ],
    true,
  ],
  [[{ location: '/images/', 'tdm-reservation': 1 }], false],
  [[{ location: 7, 'tdm-reservation': 1 }, null, 'x'], false],
  [{ location: '/', 'tdm-reservation': 1 }, false],
])('the file %j reserves: %s', async (file, isReserved) => {
  expect((await find({ file: JSON.stringify(file) })) !== null).toBe(isReserved);
});

test('a file that is no JSON, or can’t be reached, reserves nothing', async () => {
  const away = createReservations({ read: () => Promise.reject(new FetchError('down', { reason: 'unreachable', retryable: true })) });

  expect(await find({ file: '<html>' })).toBeNull();
  expect(await away.find({ url, headers: {}, body: new Uint8Array() })).toBeNull();
});

test('the page goes before its header, and the header before the file', async () => {
  const file = JSON.stringify([{ location: '/', 'tdm-reservation': 1 }]);

  expect(await find({ head: '<meta name="tdm-reservation" content="0">', headers: { 'tdm-reservation': '1' }, file })).toBeNull();
  expect(await find({ headers: { 'tdm-reservation': '0' }, file })).toBeNull();
});
