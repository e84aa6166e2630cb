import pg from 'pg';

/** Of each big table, what people and the projector ask for may read so much: a twentieth of what it has. */
const MOST_READ = 0.05;
const BIG_TABLES = ['claim', 'figure', 'figure_history', 'article'];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A connection whose server tells how it answered. */
export interface WatchedClient {
  readonly client: pg.Client;
  /** Scans of a big table that have read more of it than they may, in statements and in all functions that they called, since this was last asked. */
  readTooMuch(): string[];
  end(): Promise<void>;
}

/** Tables are taken for as big as they are now. What is small may be read whole, so the server is told that it shouldn't. */
export async function watchPlans(url: string): Promise<WatchedClient> {
  const client = new pg.Client({ connectionString: url });
  const plans: PlanNode[] = [];
  client.on('notice', ({ message = '' }) => {
    const start = message.indexOf('{');
    if (message.includes('plan:') && start >= 0) plans.push(JSON.parse(message.slice(start)).Plan);
  });
  await client.connect();
  const { rows } = await client.query<{ name: string; size: number }>(
    BIG_TABLES.map((name) => `SELECT '${name}' AS name, count(*)::int AS size FROM projection.${name}`).join(' UNION ALL '),
  );
  const sizes = new Map(rows.map(({ name, size }) => [name, size]));
  await client.query(`LOAD 'auto_explain'; SET enable_seqscan = off; SET auto_explain.log_level = notice; SET auto_explain.log_format = json;
    SET auto_explain.log_analyze = on; SET auto_explain.log_nested_statements = on; SET auto_explain.log_min_duration = 0`);
  plans.length = 0;
  return {
    client,
    readTooMuch() {
      const told = plans.splice(0);
      if (told.length === 0) throw new Error('the server told no plan');
      return told.flatMap(nodesOf).flatMap((node) => tooMuchOf(node, sizes));
    },
    end: () => client.end(),
  };
}

function tooMuchOf(node: PlanNode, sizes: ReadonlyMap<string, number>): string[] {
  const table = node['Relation Name'] ?? '';
  const size = sizes.get(table);
  const looked = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const read = Math.round(looked * node['Actual Loops']);
  const isWhole = node['Node Type'] === 'Seq Scan' && read > 0;
  return size !== undefined && (isWhole || read > MOST_READ * size)
    ? [`${node['Node Type']} read ${read} of ${size} rows of ${table}`]
    : [];
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
