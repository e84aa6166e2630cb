import { expect, test } from 'vitest';
import { entitiesJsonSchema } from './entitiesSchema.ts';
import { loadEntities, parseEntities } from './loadEntities.ts';

test('an entry gets its defaults', () => {
  expect(parseEntities('entities:\n  - name: Northfold Systems\n')).toEqual([
    { name: 'Northfold Systems', kind: 'organisation', aliases: [], parent: null, identifiers: {} },
  ]);
});

test('every key is read, and tickers are names too', () => {
  const text = `
entities:
  - name: Northfold Systems
    aliases: [Northfold, Northfold Systems]
    tickers: [NFLD, "LSE:NFS"]
    parent: Halden Group
    lei: 5493001KJTIIGC8Y1R12
    wikidata: Q3884
  - { name: Mira Sund, kind: person }
`;

  expect(parseEntities(text)).toEqual([
    {
      name: 'Northfold Systems',
      kind: 'organisation',
      aliases: ['Northfold', 'NFLD', 'LSE:NFS'],
      parent: 'Halden Group',
      identifiers: { ticker: 'NFLD,LSE:NFS', lei: '5493001KJTIIGC8Y1R12', wikidata: 'Q3884' },
    },
    { name: 'Mira Sund', kind: 'person', aliases: [], parent: null, identifiers: {} },
  ]);
});

test('every problem is told with file, line, column and what was expected', () => {
  const text = `entities:
  - name: Northfold
    kind: firm
  - aliases: [NF]
  - name: Halden
    tikers: [HLD]
    wikidata: 3884
`;

  expect(() => parseEntities(text, 'my.yaml')).toThrow(
    expect.objectContaining({
      problems: expect.arrayContaining([
        expect.stringMatching(/^my\.yaml:3:11: entities\[0\]\.kind: .*expected one of "organisation"\|"person"/),
        expect.stringMatching(/^my\.yaml:4:5: entities\[1\]\.name: /),
        expect.stringMatching(/^my\.yaml:6:5: entities\[2\] has an unknown key "tikers"\. Known keys: name, kind, aliases, tickers/),
        expect.stringMatching(/^my\.yaml:7:15: entities\[2\]\.wikidata: .*expected string, received number/),
      ]),
    }),
  );
});

test('a name that would mean two entities is refused at its second place', () => {
  const text = 'entities:\n  - { name: A, aliases: [X] }\n  - { name: B, aliases: [X] }\n';

  expect(() => parseEntities(text)).toThrow(/^entities\.yaml:3:5: "X" means "A" already/);
});

test('nobody is a part of itself', () => {
  const text = 'entities:\n  - { name: A, parent: B }\n  - { name: B, parent: A }\n';

  expect(() => parseEntities(text)).toThrow(/"A" is a part of itself/);
});

test('a file that is empty or missing says how to begin', async () => {
  expect(() => parseEntities('')).toThrow(/Begin with "entities:"/);
  await expect(loadEntities('/nowhere/entities.yaml')).rejects.toThrow(/can't be read.*NEWSLEDGER_ENTITIES/);
});

test('the JSON Schema requires a name and knows no other keys', () => {
  expect(entitiesJsonSchema()).toMatchObject({
    properties: { entities: { items: { required: ['name'], additionalProperties: false } } },
  });
});
