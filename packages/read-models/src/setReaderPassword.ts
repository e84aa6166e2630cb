import pg from 'pg';

/**
 * Lets people log in as `newsledger_reader`. The role belongs to the whole cluster, so the password holds for every database in it.
 * Call it from one process, at start-up: PostgreSQL refuses two changes of one role at the same moment.
 */
export async function setReaderPassword(pool: pg.Pool, password: string): Promise<void> {
  await pool.query(`ALTER ROLE newsledger_reader LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
}
