import { expect, it } from 'vitest';
import { z } from 'zod';
import { environmentJsonSchema } from './config.ts';
import { entitiesJsonSchema } from './entities/entitiesSchema.ts';
import { sourcesJsonSchema } from './sources/sourcesSchema.ts';

const node = z.object({
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
});

/** The keys that no sentence describes, with where they stand. */
function undescribed(schema: unknown, path = ''): string[] {
  const { properties, items } = node.parse(schema);
  return [
    ...Object.entries(properties).flatMap(([name, value]) => [
      ...(node.parse(value).description === undefined ? [`${path}${name}`] : []),
      ...undescribed(value, `${path}${name}.`),
    ]),
    ...(items === undefined ? [] : undescribed(items, `${path}[].`)),
  ];
}

it.each([
  ['the environment', environmentJsonSchema()],
  ['sources.yaml', sourcesJsonSchema()],
  ['entities.yaml', entitiesJsonSchema()],
])('every setting of %s says what it is for, in the page of all settings and in editors', (_where, schema) => {
  expect(undescribed(schema)).toEqual([]);
});

it('a secret has no default that a page could show', () => {
  expect(environmentJsonSchema()).toMatchObject({
    properties: { NEWSLEDGER_READER_PASSWORD: { writeOnly: true, default: null }, NEWSLEDGER_CALLBACK_PORT: { default: 4710 } },
  });
});
