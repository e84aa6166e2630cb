import path from 'node:path';
import { expect, test } from 'vitest';
import { loadSources, parseSources } from './loadSources.ts';
import { sourcesJsonSchema } from './sourcesSchema.ts';

test('an entry gets its defaults', () => {
  const sources = parseSources('sources:\n  - id: wire\n    url: https://example.org/feed\n');

  expect(sources).toEqual([
    { sourceId: 'wire', name: 'wire', url: 'https://example.org/feed', kind: null, primaryFor: [], everySeconds: 900, select: null },
  ]);
});

test('every key is read', () => {
  const text = `
sources:
  - id: amazon-press
    name: Amazon Press Room
    url: \${ROOM:-http://127.0.0.1:4780}/press
    kind: list
    primary_for: [Amazon, Amazon Web Services]
    every: 6h
    select: { entry: li.release, link: a, published: time }
`;

  expect(parseSources(text, 'sources.yaml', {})).toEqual([
    {
      sourceId: 'amazon-press',
      name: 'Amazon Press Room',
      url: 'http://127.0.0.1:4780/press',
      kind: 'list',
      primaryFor: ['Amazon', 'Amazon Web Services'],
      everySeconds: 21_600,
      select: { entry: 'li.release', link: 'a', published: 'time' },
    },
  ]);
  expect(parseSources(text, 'sources.yaml', { ROOM: 'https://room.example' })[0]?.url).toBe('https://room.example/press');
});

test('every problem is told with file, line, column and what was expected', () => {
  const text = `sources:
  - id: Wire One
    url: https://example.org/feed
  - id: two
    url: ftp://example.org/feed
    evry: 15m
  - id: three
    url: https://example.org/3
    every: often
  - id: four
    url: \${MISSING}/feed
`;

  expect(() => parseSources(text, 'my.yaml', {})).toThrow(
    expect.objectContaining({
      problems: expect.arrayContaining([
        expect.stringMatching(/^my\.yaml:2:9: sources\[0\]\.id: must be lower-case/),
        expect.stringMatching(/^my\.yaml:5:10: sources\[1\]\.url: must be an http\(s\) address/),
        expect.stringMatching(/^my\.yaml:6:5: sources\[1\] has an unknown key "evry"\. Known keys: id, name, url/),
        expect.stringMatching(/^my\.yaml:9:12: sources\[2\]\.every: must be a duration such as/),
        expect.stringMatching(/^my\.yaml:11:10: \$\{MISSING\} is not set; export MISSING/),
      ]),
    }),
  );
});

test('credentials in an address are refused', () => {
  const text = 'sources:\n  - { id: a, url: "https://ann:s3cret@example.org/feed" }\n';

  expect(() => parseSources(text)).toThrow(/^sources\.yaml:2:19: sources\[0\]\.url: must hold no user name or password/);
});

test('an id that is used twice is refused at its second place', () => {
  const text = 'sources:\n  - { id: a, url: "https://example.org/1" }\n  - { id: a, url: "https://example.org/2" }\n';

  expect(() => parseSources(text)).toThrow(/sources\.yaml:3:11: the id "a" is used twice/);
});

test('broken YAML is told with its line', () => {
  expect(() => parseSources('sources:\n  - id: [a\n')).toThrow(/^sources\.yaml:\d:\d+: /);
});

test('a file that is empty or missing says how to begin', async () => {
  expect(() => parseSources('')).toThrow(/Begin with "sources:"/);
  await expect(loadSources('/nowhere/sources.yaml')).rejects.toThrow(/can't be read.*NEWSLEDGER_SOURCES/);
});

test('the JSON Schema requires id and url and knows no other keys', () => {
  expect(sourcesJsonSchema()).toMatchObject({
    properties: { sources: { items: { required: ['id', 'url'], additionalProperties: false } } },
  });
});

test('the sources to start from can be loaded, and the newsrooms of companies are primary for them', async () => {
  const sources = await loadSources(path.resolve(import.meta.dirname, '../../../../infra/sources/sources.yaml'));
  const primary = Object.fromEntries(sources.map(({ sourceId, primaryFor }) => [sourceId, primaryFor]));

  expect(primary).toMatchObject({
    'about-amazon': ['Amazon', 'Amazon Web Services'],
    'microsoft-source': ['Microsoft'],
    'oracle-news': ['Oracle'],
    'nvidia-newsroom': ['Nvidia'],
  });
});
