import { readFile } from 'node:fs/promises';
import { inTransaction } from '@newsledger/event-store';
import { typesWrittenBy, writers } from '@newsledger/events';
import pg from 'pg';
import { roleNames } from './serviceRoles.ts';

const GRANTS = new URL('./grants.sql', import.meta.url);

/**
 * Makes the services' roles where they are missing, and grants each what it needs in this database and nothing else; doing it again changes
 * nothing. Nobody can log in as one of them until it has a password (`setRolePasswords`).
 */
export async function grantRoles(pool: pg.Pool): Promise<void> {
  const grants = await readFile(GRANTS, 'utf8');
  await inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('newsledger: roles', 0))");
    for (const role of roleNames) await client.query(makeRole(role));
    await client.query(JOIN_PROJECTOR);
    await client.query(grants);
    await client.query(mayAppend());
  });
}

/** Another database of the server may have made it already, or be about to. */
function makeRole(role: string): string {
  return `DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF;
          EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
          END $$`;
}

/** An owner that is no superuser goes on migrating, and rebuilding, what the projector owns. */
const JOIN_PROJECTOR = `
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'newsledger_projector', 'USAGE') THEN GRANT newsledger_projector TO CURRENT_USER; END IF;
  EXCEPTION WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'The role newsledger_projector was made by somebody else, and % is no member of it.', current_user
      USING ERRCODE = 'insufficient_privilege', HINT = format('Whoever made it can run: GRANT newsledger_projector TO %I WITH ADMIN OPTION', current_user);
  END $$`;

/** The catalogue's list of who writes what, as the function that the log asks. Roles that are members of one may do as it does. */
function mayAppend(): string {
  const allowed = writers.map((writer) => {
    const types = typesWrittenBy(writer).map((type) => pg.escapeLiteral(type));
    return `(types <@ ARRAY[${types.join(', ')}] AND pg_has_role(session_user, 'newsledger_${writer}', 'MEMBER'))`;
  });
  return `CREATE OR REPLACE FUNCTION ledger.may_append(types text[]) RETURNS boolean
            LANGUAGE sql STABLE
            RETURN ${allowed.join('\n              OR ')}`;
}
