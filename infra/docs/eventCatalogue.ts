import { catalogue, type EventType, measures, writersOf } from '@newsledger/events';
import { z } from 'zod';

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** The page of all event types, made from their schemas. */
export function eventCataloguePage(): string {
  const entries = Object.entries(catalogue);
  const writtenBy = (type: string) => writersOf[type as EventType].join(', ') || 'the owner of the database';
  return [
    '# Event catalogue',
    '',
    'Made from `packages/events/src/catalogue.ts` by `npm run docs`. Every event is in the past tense, has at most 8 KiB, and is never changed or deleted. Its id is a UUIDv5 of what it says, so the same fact is never written twice.',
    '',
    '| event | stream | version | says |',
    '|---|---|---|---|',
    ...entries.map(
      ([type, { stream, version, says }]) => `| [${type}](#${type.toLowerCase()}) | \`${stream}-<id>\` | ${version} | ${says} |`,
    ),
    ...entries.flatMap(([type, { says, schema }]) => [
      '',
      `## ${type}`,
      '',
      `${says} Written by: ${writtenBy(type)}.`,
      '',
      ...fieldTable(z.toJSONSchema(schema, { io: 'output' }) as JsonSchema),
    ]),
    '',
    '## Measures',
    '',
    '| measure | takes | definition |',
    '|---|---|---|',
    ...measures.map(({ name, measureClass, definition }) => `| \`${name}\` | ${measureClass} | ${definition} |`),
    '',
  ].join('\n');
}

function fieldTable(schema: JsonSchema): string[] {
  return ['| field | type | meaning |', '|---|---|---|', ...rows(schema, '')];
}

function rows(schema: JsonSchema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inner = field.properties
      ? field
      : field.items?.properties
        ? field.items
        : field.anyOf?.find(({ properties }) => properties !== undefined);
    const path = `${prefix}${name}`;
    const row = `| \`${path}\` | ${typeOf(field)} | ${(field.description ?? '').replaceAll('|', '\\|')} |`;
    return inner === undefined ? [row] : [row, ...rows(inner, `${path}${field.items ? '[].' : '.'}`)];
  });
}

function typeOf(field: JsonSchema): string {
  if (field.anyOf !== undefined) return field.anyOf.map(typeOf).join(' or ');
  if (field.enum !== undefined)
    return field.enum.length > 16 ? `one of ${field.enum.length} names` : field.enum.map((value) => `\`${value}\``).join(', ');
  if (field.type === 'array')
    return `list of ${typeOf(field.items ?? {})}${field.maxItems === undefined ? '' : `, at most ${field.maxItems}`}`;
  if (field.format !== undefined) return field.format;
  if (field.maxLength !== undefined) return `text, at most ${field.maxLength}`;
  return (
    { string: 'text', object: 'object', integer: 'whole number', boolean: 'true or false', null: 'null' }[field.type ?? ''] ??
    field.type ??
    'anything'
  );
}
