import pg from 'pg';
import { scramVerifier } from './scramVerifier.ts';

/**
 * Lets people log in as a role. It belongs to the whole server, so the password holds for every database in it. Call it from one process, at
 * start-up: PostgreSQL refuses two changes of one role at the same moment.
 */
export async function setRolePassword(pool: pg.Pool | pg.ClientBase, role: string, password: string): Promise<void> {
  const verifier = await scramVerifier(password);
  await pool.query(`ALTER ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD ${pg.escapeLiteral(verifier)}`);
}
