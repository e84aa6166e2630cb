import type pg from 'pg';

/** First version of the server that can look at partitions together without looking at each of them again. */
const ANALYZES_PARENTS_ALONE = 180_000;

/** Tables that have grown by half are worth another look; below some thousand rows every plan is quick. */
const GROWN = 1.5;
const SMALL = 5000;

/**
 * Looks at the tables that generations are partitions of: joins are estimated by what is known of these, and the server looks only at their
 * partitions by itself.
 * @param names all by default.
 */
export async function analyzeParents(client: pg.Pool | pg.ClientBase, names?: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ version: number; all: string[] }>(
    `SELECT current_setting('server_version_num')::int AS version,
            ARRAY(SELECT relname::text FROM pg_class WHERE relnamespace = 'generations'::regnamespace AND relkind = 'p') AS all`,
  );
  const [{ version, all } = { version: 0, all: [] }] = rows;
  const chosen = names ?? all;
  if (chosen.length === 0) return;
  const only = version >= ANALYZES_PARENTS_ALONE ? 'ONLY ' : '';
  await client.query(`ANALYZE ${chosen.map((name) => `${only}generations.${name}`).join(', ')}`);
}

/** The same for those that have grown much since; cheap where none has. @returns their names. */
export async function analyzeGrown(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT parent.relname AS name
       FROM pg_class AS parent
       JOIN pg_inherits ON inhparent = parent.oid
       JOIN pg_class AS leaf ON leaf.oid = inhrelid
      WHERE parent.relnamespace = 'generations'::regnamespace AND parent.relkind = 'p'
      GROUP BY parent.oid
     HAVING sum(leaf.reltuples) > $1 * greatest(parent.reltuples, $2)
      ORDER BY parent.relname`,
    [GROWN, SMALL],
  );
  const names = rows.map(({ name }) => name);
  await analyzeParents(client, names);
  return names;
}
