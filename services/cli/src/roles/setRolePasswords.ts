import { type Config, setRolePassword } from '@newsledger/platform';
import type pg from 'pg';
import { roleNames, serviceRoles } from './serviceRoles.ts';

export type RolePasswords = Pick<Config, (typeof serviceRoles)[keyof typeof serviceRoles]>;

/** Lets services log in as those roles for which the settings have a password; the others stay as they were. */
export async function setRolePasswords(pool: pg.Pool, passwords: RolePasswords): Promise<void> {
  for (const role of roleNames) {
    const password = passwords[serviceRoles[role]];
    if (password !== null) await setRolePassword(pool, role, password);
  }
}
