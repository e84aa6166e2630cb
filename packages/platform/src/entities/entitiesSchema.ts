import { z } from 'zod';

const name = z.string().trim().min(1).max(200);

export const entityEntry = z.strictObject({
  name: name.describe('Canonical name: what figures and deals are filed under.'),
  kind: z.enum(['organisation', 'person', 'product', 'place', 'index']).default('organisation').describe('What it is.'),
  aliases: z.array(name).max(50).default([]).describe('Other names that mean it, as articles write them.'),
  tickers: z
    .array(z.string().regex(/^[A-Z0-9][A-Z0-9.:-]{0,19}$/, 'must be a ticker such as AMZN or LSE:VOD'))
    .max(10)
    .default([])
    .describe('What exchanges call its shares, such as AMZN or LSE:VOD.'),
  parent: name.optional().describe('Canonical name of the organisation that it is a part of; both stay entities of their own.'),
  lei: z
    .string()
    .regex(/^[0-9A-Z]{18}[0-9]{2}$/, 'must be a Legal Entity Identifier of 20 characters (ISO 17442)')
    .optional()
    .describe('Its Legal Entity Identifier, 20 characters (ISO 17442).'),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'must be a Wikidata item such as Q3884')
    .optional()
    .describe('Its item of Wikidata, such as Q3884.'),
});

export const entitiesFile = z.strictObject({
  entities: z.array(entityEntry).max(20_000).describe('Who is known besides the built-in list; a name or alias means one entity only.'),
});

/** One entity as entities.yaml says it. */
export interface LoadedEntity {
  readonly name: string;
  readonly kind: z.infer<typeof entityEntry>['kind'];
  /** Names and tickers that mean it. */
  readonly aliases: readonly string[];
  readonly parent: string | null;
  /** `ticker`, `lei`, `wikidata`, as far as they are given; several tickers are separated by commas. */
  readonly identifiers: Readonly<Record<string, string>>;
}

export function toLoadedEntity({ name, kind, aliases, tickers, parent, lei, wikidata }: z.infer<typeof entityEntry>): LoadedEntity {
  return {
    name,
    kind,
    aliases: [...new Set([...aliases, ...tickers])].filter((alias) => alias !== name),
    parent: parent ?? null,
    identifiers: {
      ...(tickers.length > 0 && { ticker: tickers.join(',') }),
      ...(lei !== undefined && { lei }),
      ...(wikidata !== undefined && { wikidata }),
    },
  };
}

/** The JSON Schema of entities.yaml, by which editors complete and check it. */
export function entitiesJsonSchema(): object {
  return {
    ...z.toJSONSchema(entitiesFile, { io: 'input', target: 'draft-2020-12' }),
    title: 'entities.yaml of Newsledger',
    description: 'Organisations, people, products and places, with their other names; extends and overrides the built-in list.',
  };
}
