import { randomBytes } from 'node:crypto';
import type { Config } from '@newsledger/platform';
import type pg from 'pg';
import { roleNames, type ServiceRole, serviceRoles } from './serviceRoles.ts';
import { type RolePasswords, setRolePasswords } from './setRolePasswords.ts';

/** Nobody but this machine reaches the embedded database, and people type this one. */
const EMBEDDED_READER_PASSWORD = 'reader';

/** Connection strings of the roles that this process may log in as; the owner's for the others. */
export type RoleLogins = Readonly<Record<ServiceRole, string>>;

/** Where people may ask, to be printed: of the passwords only the one that everybody knows is shown, and psql asks for any other. */
export function shownLogin(url: string): string {
  const shown = new URL(url);
  if (shown.password !== EMBEDDED_READER_PASSWORD) shown.password = '';
  return shown.toString();
}

/**
 * Lets this process log in as the services' roles. In the embedded database each gets a password that nobody else is told and that the next
 * run replaces; in a PostgreSQL of the user's, other processes may log in as these roles, too, and only passwords of the settings are set.
 * @param url the owner's.
 */
export async function makeRoleLogins(
  { pool, url }: { readonly pool: pg.Pool; readonly url: string },
  config: RolePasswords & Pick<Config, 'postgresUrl'>,
): Promise<RoleLogins> {
  const passwords = config.postgresUrl === null ? embeddedPasswords(config) : config;
  await setRolePasswords(pool, passwords);
  const logins = roleNames.map((role) => [role, loginOf(url, role, passwords[serviceRoles[role]])] as const);
  return Object.fromEntries(logins) as RoleLogins;
}

/** The same login by way of the pooler that lies before the database; null where there is none. */
export function pooledLogin(
  login: string,
  { postgresUrl, postgresDirectUrl }: Pick<Config, 'postgresUrl' | 'postgresDirectUrl'>,
): string | null {
  if (postgresUrl === null || postgresDirectUrl === null) return null;
  const pooled = new URL(login);
  pooled.host = new URL(postgresUrl).host;
  return pooled.toString();
}

function embeddedPasswords(config: RolePasswords): RolePasswords {
  const secret = () => randomBytes(24).toString('base64url');
  return {
    fetcherPassword: config.fetcherPassword ?? secret(),
    extractorPassword: config.extractorPassword ?? secret(),
    projectorPassword: config.projectorPassword ?? secret(),
    adminPassword: config.adminPassword ?? secret(),
    readerPassword: config.readerPassword ?? EMBEDDED_READER_PASSWORD,
  };
}

function loginOf(url: string, role: ServiceRole, password: string | null): string {
  if (password === null) return url;
  const login = new URL(url);
  login.username = role;
  login.password = encodeURIComponent(password);
  return login.toString();
}
