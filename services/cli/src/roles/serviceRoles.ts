import type { Config } from '@newsledger/platform';

/** The roles that services log in as, each with the setting that has its password. `newsledger_reader` is made with the tables. */
export const serviceRoles = {
  newsledger_fetcher: 'fetcherPassword',
  newsledger_extractor: 'extractorPassword',
  newsledger_projector: 'projectorPassword',
  newsledger_admin: 'adminPassword',
  newsledger_reader: 'readerPassword',
} as const satisfies Readonly<Record<string, keyof Config>>;

export type ServiceRole = keyof typeof serviceRoles;

export const roleNames = Object.keys(serviceRoles) as readonly ServiceRole[];
