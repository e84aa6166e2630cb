import { openClient } from '@newsledger/platform';
import { sqlClients } from './sqlClients.ts';
import { sqlExamples } from './sqlExamples.ts';

interface Described {
  readonly kind: 'view' | 'function';
  readonly name: string;
  readonly signature: string;
  /** What a function gives, as SQL says it; null of a view. */
  readonly result: string | null;
  readonly comment: string;
  readonly columns: readonly { name: string; type: string; comment: string | null }[];
}

/** What the published schema of a migrated database holds, with its comments. */
export async function describeSchema(url: string): Promise<readonly Described[]> {
  const client = await openClient({ url });
  try {
    const { rows } = await client.query<Described>(`
      SELECT 'view' AS kind, class.relname AS name, class.relname AS signature, NULL AS result, obj_description(class.oid, 'pg_class') AS comment,
             (SELECT json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'comment', col_description(class.oid, attnum)) ORDER BY attnum)
                FROM pg_attribute WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped) AS columns
        FROM pg_class AS class
       WHERE relnamespace = 'newsledger'::regnamespace AND relkind IN ('v', 'm', 'r')
      UNION ALL
      SELECT 'function', proname, proname || '(' || pg_get_function_arguments(proc.oid) || ')', pg_get_function_result(proc.oid), obj_description(proc.oid, 'pg_proc'),
             coalesce((SELECT json_agg(json_build_object('name', argument.name, 'type', format_type(argument.type, NULL), 'comment', NULL) ORDER BY argument.place)
                FROM unnest(proargnames, proargmodes, proallargtypes) WITH ORDINALITY AS argument (name, mode, type, place) WHERE argument.mode = 't'), '[]')
        FROM pg_proc AS proc
       WHERE pronamespace = 'newsledger'::regnamespace
       ORDER BY 1 DESC, 2`);
    return rows;
  } finally {
    await client.end();
  }
}

/** The columns of each view, and of each function that gives a table, as the web service describes them to programs. */
export function viewsFile(schema: readonly Described[]): string {
  const views = schema.filter(({ columns }) => columns.length > 0).map(({ name, columns }) => [name, columns] as const);
  return `${JSON.stringify(Object.fromEntries(views), null, 2)}\n`;
}

/** The page of the published schema, made from its comments. */
export function sqlReferencePage(schema: readonly Described[]): string {
  return [
    '# SQL reference',
    '',
    'What people ask most is in [questions.md](questions.md), with answers; here is all that can be asked. Made from the comments of the schema `newsledger` by `npm run docs`. The role `newsledger_reader` sees these views and functions and nothing else; changes are additive.',
    '',
    'A question that names a figure, a deal, an article or a subject is answered by an index however large the ledger is, and so are these orders of the view `figures`: `independent_sources DESC, claim_count DESC, subject, measure, period NULLS FIRST, figure_id` (of all, of one `measure`, of one `agreement`) and `last_changed DESC, figure_id`; of `deals`: `independent_sources DESC, claim_count DESC, announced_on DESC NULLS LAST, deal_id`. The views `tensions`, `disagreements`, `outliers`, `entities` and `sources` compare or count what there is when they are asked without such a name, which takes seconds at a million claims.',
    '',
    'Rows of one statement are always those of one moment, and so are those of one `REPEATABLE READ` transaction, a rebuild of the tables in its middle included: nobody who reads waits for one.',
    '',
    sqlClients,
    ...schema.flatMap(section),
    '',
  ].join('\n');
}

function section({ name, signature, result, comment, columns }: Described): string[] {
  const example = sqlExamples[name];
  if (example === undefined) throw new Error(`newsledger.${name} has no example. Write one into infra/docs/sqlExamples.ts.`);
  const cell = (text: string | null) => (text ?? '').replaceAll('|', '\\|');
  return [
    '',
    `## newsledger.${signature}`,
    '',
    comment,
    ...(result === null ? [] : ['', `Gives \`${result.replace(/^SETOF /, 'rows of ')}\`.`]),
    '',
    '```sql',
    example,
    '```',
    // What a function gives stands above, in one line.
    ...(result !== null
      ? []
      : [
          '',
          '| column | type | meaning |',
          '|---|---|---|',
          ...columns.map((column) => `| \`${column.name}\` | ${column.type} | ${cell(column.comment)} |`),
        ]),
  ];
}
