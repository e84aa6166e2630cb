import { entitiesJsonSchema, environmentJsonSchema, sourcesJsonSchema } from '@newsledger/platform';
import { z } from 'zod';

/** The page of all settings, made from the schemas that check them. */
export function settingsPage(compose: string): string {
  return [
    '# Settings',
    '',
    'Made by `npm run docs` from the schemas that check what is set: those of the environment (`packages/platform/src/config.ts`), of `sources.yaml` (`sources/sourcesSchema.ts` there) and of `entities.yaml` (`entities/entitiesSchema.ts`).',
    '',
    'A wrong value stops the program before anything is changed, and says where it stands (of a file the line and column), what was expected, and what to do.',
    '',
    '## Environment',
    '',
    'Each variable also exists with `_FILE` at its end, naming a file that holds the value, for Docker secrets. An empty one counts as absent.',
    '',
    '| variable | value | default | what to set |',
    '|---|---|---|---|',
    ...rowsOf(environmentJsonSchema(), []),
    '',
    '## sources.yaml',
    '',
    `What to follow. \`NEWSLEDGER_SOURCES\`, or \`--sources\`, names the file. \`\${NAME}\` and \`\${NAME:-default}\` stand for variables of the environment, \`$$\` for a dollar sign. Editors complete the file by [sources.schema.json](../infra/sources/sources.schema.json) beside the [example](../infra/sources/sources.yaml).`,
    '',
    ...fileTable(sourcesJsonSchema()),
    '',
    '## entities.yaml',
    '',
    'Names that the built-in list lacks; [entities.md](entities.md) tells what they do. `NEWSLEDGER_ENTITIES` names the file. Variables are put in as above, and editors complete it by [entities.schema.json](../infra/sources/entities.schema.json).',
    '',
    ...fileTable(entitiesJsonSchema()),
    '',
    '## Read by docker-compose.yml',
    '',
    'From the environment or an `.env` file beside it; what is left out has the default. All but those of the first table are of compose alone.',
    '',
    '| variable | default |',
    '|---|---|',
    ...composeVariables(compose).map(([variable, fallback]) => `| \`${variable}\` | ${code(fallback)} |`),
    '',
  ].join('\n');
}

/** As much of JSON Schema as the schemas of settings use. */
const node = z.object({
  type: z.union([z.string(), z.array(z.string()).transform((types) => types.find((type) => type !== 'null'))]).optional(),
  description: z.string().optional(),
  writeOnly: z.boolean().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  anyOf: z.array(z.looseObject({})).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

function fileTable(schema: object): string[] {
  return ['| key | value | default | meaning |', '|---|---|---|---|', ...rowsOf(schema, [])];
}

/** A row for each key, and below it those of what it holds. */
function rowsOf(schema: unknown, path: readonly string[]): string[] {
  const { properties = {}, required } = node.parse(schema);
  return Object.entries(properties).flatMap(([name, value]) => {
    const { description = '', writeOnly, default: fallback, items } = node.parse(value);
    const here = [...path, name];
    const absent = required.includes(name) && fallback === undefined ? 'required' : code(shownDefault(fallback));
    const meaning = `${description}${writeOnly ? ' A secret: never logged.' : ''}`;
    return [
      `| \`${here.join('.')}\` | ${cell(valueOfKey(value))} | ${absent} | ${cell(meaning)} |`,
      ...rowsOf(value, here),
      ...(items === undefined ? [] : rowsOf(items, [...path, `${name}[]`])),
    ];
  });
}

function valueOfKey(schema: unknown): string {
  const { type, enum: words, anyOf, minimum, maximum, maxLength, maxItems, items } = node.parse(schema);
  if (anyOf !== undefined) return valueOfKey(anyOf.find((one) => node.parse(one).type !== 'null') ?? {});
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  if (type === 'array') return `list${maxItems === undefined ? '' : ` of ${maxItems} at most`}: ${valueOfKey(items)}`;
  if (type === 'integer' || type === 'number') return `${type === 'integer' ? 'whole number' : 'number'}${range(minimum, maximum)}`;
  if (type === 'object') return 'keys below';
  return maxLength === undefined ? 'text' : `text of ${maxLength} characters at most`;
}

function range(minimum: number | undefined, maximum: number | undefined): string {
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (minimum === undefined) return isBounded ? `, at most ${maximum}` : '';
  return isBounded ? `, ${minimum} to ${maximum}` : `, at least ${minimum}`;
}

/** Nothing for what is empty: there is no way to write it down. */
function shownDefault(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function composeVariables(compose: string): [variable: string, fallback: string][] {
  const found = [...compose.matchAll(/\$\{(NEWSLEDGER_\w+):-((?:\$\{[^}]*\}|[^}])*)\}/g)];
  // A default may be another variable with a default of its own.
  const nested = found.flatMap(([, , fallback = '']) => [...fallback.matchAll(/\$\{(NEWSLEDGER_\w+):-([^}]*)\}/g)]);
  const pairs = [...found, ...nested].map(([, variable = '', fallback = '']) => [variable, fallback] as const);
  return [...new Map(pairs)].sort(([a], [b]) => (a < b ? -1 : 1));
}

function code(text: string): string {
  return text === '' ? '' : `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
