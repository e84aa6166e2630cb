import type pg from 'pg';

/**
 * A rebuild tells how far it is by the name of its connection. So everybody sees it while it goes on, in `pg_stat_activity` too, and whatever
 * becomes of the rebuild, nothing stale is left.
 */
const NAME = 'newsledger rebuild ';

export interface RebuildTeller {
  /** Says how much of the log is folded. What comes while the last word is on its way is left out. */
  tell(done: number, total: number): void;
  /** Ends the connection, and with it all that it said. */
  close(): void;
}

/** Takes one connection of the pool for as long as it tells. */
export async function openRebuildTeller(pool: pg.Pool): Promise<RebuildTeller> {
  const client = await pool.connect();
  // What it says is a courtesy: a rebuild goes on without it.
  const ignore = () => {};
  client.on('error', ignore);
  let isTelling = false;
  const say = async (share: number) => {
    isTelling = true;
    await client.query("SELECT set_config('application_name', $1, false)", [`${NAME}${(share * 100).toFixed(1)}%`]).catch(ignore);
    isTelling = false;
  };
  await say(0);
  return {
    tell: (done, total) => {
      if (!isTelling) void say(total === 0 ? 1 : done / total);
    },
    close: () => client.release(true),
  };
}

export interface RebuildMeasures {
  readonly running: number;
  /** Of the one that is farthest, 0 to 1; 0 when none runs. */
  readonly progress: number;
}

/** Rebuilds that are under way in this database, in whatever process. */
export async function measureRebuilds(pool: pg.Pool): Promise<RebuildMeasures> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT application_name AS name
       FROM pg_stat_activity
      WHERE datname = current_database()
        AND application_name LIKE $1 || '%'`,
    [NAME],
  );
  const shares = rows.map(({ name }) => Number.parseFloat(name.slice(NAME.length)) / 100).filter(Number.isFinite);
  return { running: rows.length, progress: Math.max(0, ...shares) };
}
