import { readFileSync } from 'node:fs';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { parseCredentials } from './http/credentials.ts';
import { parseRedisAddress } from './redis/redisAddress.ts';

const port = z.coerce.number().int().min(0).max(65_535);

const cidrList = z.string().transform((list, context) => {
  const blocks = list.split(/[\s,]+/).filter((block) => block !== '');
  for (const block of blocks) if (!ipaddr.isValidCIDR(block)) context.addIssue(`"${block}" is no network`);
  return blocks;
});

const originList = z.string().transform((list, context) => {
  const origins = list.split(/[\s,]+/).filter((origin) => origin !== '');
  for (const origin of origins) if (!isOrigin(origin)) context.addIssue(`"${origin}" is no origin`);
  return origins;
});

/** Just as a browser sends it (RFC 6454 §6.2): without a path, in lower case, a usual port left out. */
function isOrigin(text: string): boolean {
  return text === '*' || (/^https?:/.test(text) && URL.parse(text)?.origin === text);
}

const credentialList = z.string().transform((text, context) => {
  try {
    return parseCredentials(text);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
    return z.NEVER;
  }
});

const serverUrl = (...schemes: string[]) =>
  z.string().refine((text) => schemes.includes(URL.parse(text)?.protocol.slice(0, -1) ?? ''), `must begin with ${schemes[0]}://`);

const redisUrl = z.string().superRefine((text, context) => {
  try {
    parseRedisAddress(text);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
  }
});

interface Setting {
  readonly schema: z.ZodType;
  /** What to do when the value is wrong; ends the error message. */
  readonly remedy: string;
  /** A secret's value is never printed. */
  readonly secret?: boolean;
}

/** "migrate" and "up" set it; services have it in their connection string. */
function passwordOf(role: string) {
  return {
    schema: z.string().min(1).nullable().default(null),
    remedy: `Set it for "migrate" to the password that the SQL role ${role}, shall have; NEWSLEDGER_POSTGRES_URL of its service names both. Left out, nobody logs in as that role.`,
    secret: true,
  } as const;
}

const settings = {
  postgresUrl: {
    schema: serverUrl('postgres', 'postgresql').nullable().default(null),
    remedy: 'Set it to a connection string such as postgres://user:password@host:5432/newsledger.',
    secret: true,
  },
  postgresPassword: {
    schema: z.string().min(1).nullable().default(null),
    remedy:
      'Set it to the password of the role in NEWSLEDGER_POSTGRES_URL, or better NEWSLEDGER_POSTGRES_PASSWORD_FILE to a file that holds it, where the address names none.',
    secret: true,
  },
  postgresDirectUrl: {
    schema: serverUrl('postgres', 'postgresql').nullable().default(null),
    remedy:
      'Set it to the address of the PostgreSQL itself when NEWSLEDGER_POSTGRES_URL is that of a pooler in transaction mode, such as PgBouncer: what needs a session of its own (notifications, locks, migrations, copies) goes there. Left out, everything goes to NEWSLEDGER_POSTGRES_URL.',
    secret: true,
  },
  redisUrl: {
    schema: redisUrl.nullable().default(null),
    remedy:
      'Set it to an address such as redis://host:6379, of a Redis Cluster to redis+cluster://host:6379,host:6379, or behind sentinels to redis+sentinel://host:26379,host:26379/mymaster; rediss for TLS.',
    secret: true,
  },
  queueBackend: { schema: z.enum(['redis', 'postgres']).default('postgres'), remedy: 'Set it to "redis" or "postgres".' },
  allowAddresses: {
    schema: cidrList.default([]),
    remedy: 'List networks of your own that the fetcher may reach, such as 127.0.0.0/8,10.1.0.0/16.',
  },
  sources: { schema: z.string().min(1).default('sources.yaml'), remedy: 'Set it to the path of your sources.yaml.' },
  entities: {
    schema: z.string().min(1).nullable().default(null),
    remedy: 'Set it to the path of your entities.yaml: names, tickers and parents that the built-in list lacks.',
  },
  dataDir: { schema: z.string().min(1).default('.newsledger'), remedy: 'Set it to a folder that can be written.' },
  webHost: {
    schema: z.string().min(1).default('127.0.0.1'),
    remedy: 'Set it to the address that the pages are served on: 127.0.0.1 for this machine only, 0.0.0.0 for all.',
  },
  webPort: {
    schema: port.nullable().default(null),
    remedy:
      'Set it to the TCP port of the pages, or 0 for any that is free. Left out, it is 4700, or with "newsledger up" the next free one.',
  },
  webRequestsPerMinute: {
    schema: z.coerce.number().int().min(0).max(1_000_000).default(600),
    remedy:
      'Set it to what one address may ask of the pages and the API in a minute, a tenth of it texts to read, or 0 for no bound. A proxy on the same machine says by X-Forwarded-For for whom it asks; this machine itself is not bounded.',
  },
  corsOrigins: {
    schema: originList.default([]),
    remedy:
      'List the sites whose pages may ask /api/v1 and read the Atom feeds in a browser, such as https://charts.example.org, or set it to * for all. Without it none may.',
  },
  newsroomPort: {
    schema: port.nullable().default(null),
    remedy:
      'Set it to the TCP port of the sample newsroom, or 0 for any that is free. Left out, it is 4780, or with "newsledger up" the next free one.',
  },
  metricsPort: { schema: port.nullable().default(null), remedy: 'Set it to a TCP port, or leave it out for no metrics server.' },
  logLevel: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    remedy: 'Set it to one of trace, debug, info, warn, error, fatal, silent.',
  },
  contact: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/, 'must be printable ASCII without spaces')
      .nullable()
      .default(null),
    remedy: 'Set it to an address that publishers can write to, such as https://example.org/bot or mailto:news@example.org.',
  },
  credentials: {
    schema: credentialList.default(new Map()),
    remedy: 'List a user name and password for each host that wants them, one a line: https://feeds.example.org user:password.',
    secret: true,
  },
  reservations: {
    schema: z.enum(['respect', 'ignore']).default('respect'),
    remedy:
      'Set it to "respect" to leave pages unread whose publishers reserve them against text and data mining or AI (noai, TDM Reservation Protocol), or to "ignore" where a licence or the law lets you.',
  },
  publicUrl: {
    schema: serverUrl('https', 'http').nullable().default(null),
    remedy:
      'Set it to the address at which the internet reaches the callback port, such as https://news.example.org, so that WebSub hubs can announce changes. Leave it out to poll only.',
  },
  callbackHost: {
    schema: z.string().min(1).default('127.0.0.1'),
    remedy: 'Set it to the address on which hubs are answered: 127.0.0.1 behind a proxy on this machine, 0.0.0.0 in a container.',
  },
  callbackPort: {
    schema: port.default(4710),
    remedy: 'Set it to the TCP port on which hubs are answered when NEWSLEDGER_PUBLIC_URL is set.',
  },
  modelUrl: {
    schema: serverUrl('https', 'http').nullable().default(null),
    remedy:
      'Set it to a chat-completions endpoint that speaks the OpenAI protocol, such as http://127.0.0.1:8080/v1/chat/completions, to have articles read by a language model, too. Without it, nothing is ever sent to one.',
    secret: true,
  },
  modelName: {
    schema: z.string().min(1).max(200).nullable().default(null),
    remedy: 'Set it to the name of the model to ask, as its endpoint calls it.',
  },
  modelKey: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces')
      .nullable()
      .default(null),
    remedy: "Set it to the endpoint's key, or better NEWSLEDGER_MODEL_KEY_FILE to a file that holds it.",
    secret: true,
  },
  modelTokensPerDay: {
    schema: z.coerce.number().int().min(0).default(500_000),
    remedy: 'Set it to the tokens that the model may be asked for in a day; when they are used up, articles are read by rules alone.',
  },
  modelCostPerDay: {
    schema: z.coerce.number().min(0).nullable().default(null),
    remedy: 'Set it to what the model may cost in a day, together with NEWSLEDGER_MODEL_COST_PER_MILLION_TOKENS.',
  },
  modelCostPerMillionTokens: {
    schema: z.coerce.number().min(0).nullable().default(null),
    remedy: 'Set it to the dearer of the prices of a million tokens in and out, in the currency of NEWSLEDGER_MODEL_COST_PER_DAY.',
  },
  modelTimeoutMs: {
    schema: z.coerce.number().int().min(100).max(600_000).default(30_000),
    remedy: 'Set it to the longest wait for an answer of the model, in milliseconds.',
  },
  certainty: {
    schema: z
      .string()
      .regex(/^(?:\d+|\d*\.\d+)$/, 'must be a number such as 0.8')
      .transform(Number)
      .pipe(z.number().max(1, 'must be 1 at most'))
      .nullable()
      .default(null),
    remedy:
      'Set it to the certainty from which claims count, 0 to 1, such as 0.8 for fewer and surer figures, or leave it out for that of the rules. "up" and "migrate" make the tables anew when it changed.',
  },
  projectorShares: {
    schema: z.coerce.number().int().min(1).max(32).default(1),
    remedy:
      'Set it to the number of shares by which several projectors fold the log together, some for each of them, such as 6 for three; the same for all of them. With 1, one folds and the others stand by.',
  },
  keepCaptures: {
    schema: z.coerce.number().int().min(1).max(100_000).nullable().default(null),
    remedy:
      'Set it to the days for which captured pages are kept; older ones are erased by the fetcher, and their claims keep their sentences. Left out, they are kept for ever.',
  },
  jobLockMs: {
    schema: z.coerce.number().int().min(500).max(600_000).nullable().default(null),
    remedy:
      'Set it to the milliseconds after which the job of a worker that has gone silent is given to another one; 20000 when left out, 8000 with "newsledger up".',
  },
  retryMs: {
    schema: z.coerce.number().int().min(50).max(600_000).default(2_000),
    remedy:
      'Set it to the milliseconds before the second attempt of a job; the pause doubles with each further one. Work whose attempts are used up rests thirty times as long, and twice as long each time.',
  },
  sweepMs: {
    schema: z.coerce.number().int().min(200).max(600_000).default(15_000),
    remedy: 'Set it to the milliseconds between two comparisons of the queues with the log, which put back what the queues have lost.',
  },
  adminToken: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{16,500}$/, 'must be 16 or more printable ASCII characters without spaces')
      .nullable()
      .default(null),
    remedy:
      'Set it to a long random text, such as "openssl rand -hex 32" gives, or better NEWSLEDGER_ADMIN_TOKEN_FILE to a file that holds it, to let whoever knows it correct figures on the pages and over the API. Without it nobody can.',
    secret: true,
  },
  adminPostgresUrl: {
    schema: serverUrl('postgres', 'postgresql').nullable().default(null),
    remedy:
      'Set it to a connection string that may write to the log, for corrections on the pages: they ask as a reader otherwise. Left out, NEWSLEDGER_POSTGRES_URL is used.',
    secret: true,
  },
  readerPassword: {
    schema: z.string().min(1).nullable().default(null),
    remedy: 'Set it to the password that the SQL role newsledger_reader shall have.',
    secret: true,
  },
  fetcherPassword: passwordOf('newsledger_fetcher, which polls and captures'),
  extractorPassword: passwordOf('newsledger_extractor, which reads claims'),
  projectorPassword: passwordOf('newsledger_projector, which makes the tables'),
  adminPassword: passwordOf('newsledger_admin, by which people correct and decide'),
} as const satisfies Record<string, Setting>;

type Settings = typeof settings;

/** What the environment says of this process; see `environmentJsonSchema` for the names. */
export type Config = { readonly [Name in keyof Settings]: z.infer<Settings[Name]['schema']> };

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `NEWSLEDGER_*` variables. Each may come as `NAME_FILE` instead, naming a file that holds the value (Docker secrets).
 * An empty variable counts as absent.
 * @throws {ConfigError} naming the variable, its value (unless secret) and what to do.
 */
export function loadConfig(env: Environment): Config {
  const entries = Object.entries(settings).map(([name, setting]) => [name, readSetting(variableOf(name), setting, env)]);
  return Object.freeze(withPassword(Object.fromEntries(entries) as Config));
}

/**
 * A setting that this process can't do without.
 * @throws {ConfigError} when it is absent.
 */
export function requireSetting<Name extends keyof Config>(config: Config, name: Name): NonNullable<Config[Name]> {
  const value = config[name];
  if (value === null || value === undefined) throw new ConfigError(`${variableOf(name)} is not set. ${settings[name].remedy}`);
  return value;
}

/** Every variable with its type, default and remedy, as JSON Schema: for reference pages, and for whoever checks an environment. */
export function environmentJsonSchema(): object {
  const properties = Object.entries<Setting>(settings).map(([name, { schema, remedy, secret = false }]) => [
    variableOf(name),
    { ...z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), description: remedy, writeOnly: secret },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

/** What those settings hold that are marked as secret. */
export function secretValues(config: Config): unknown[] {
  const secret = new Set(secretNames());
  return Object.entries(config).flatMap(([name, value]) => (secret.has(name) ? [value] : []));
}

/** The variables of the environment that hold a secret; each may come as a file. */
export function secretVariables(): string[] {
  return secretNames().map(variableOf);
}

function secretNames(): string[] {
  return Object.entries<Setting>(settings).flatMap(([name, { secret = false }]) => (secret ? [name] : []));
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A password of its own may hold any character, and be a file while the address is none. One in the address goes before it. */
function withPassword(config: Config): Config {
  const { postgresPassword: password } = config;
  const filled = (address: string | null): string | null => {
    if (address === null || password === null) return address;
    const url = new URL(address);
    if (url.password !== '') return address;
    url.password = encodeURIComponent(password);
    return url.href;
  };
  return { ...config, postgresUrl: filled(config.postgresUrl), postgresDirectUrl: filled(config.postgresDirectUrl) };
}

function variableOf(name: string): string {
  return `NEWSLEDGER_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}

function readSetting(variable: string, setting: Setting, env: Environment): unknown {
  const raw = env[variable] || readFromFile(variable, env);
  const parsed = setting.schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues.map((issue) => issue.message).join('; ');
  throw new ConfigError(
    `${variable} is ${setting.secret ? '(hidden)' : JSON.stringify(raw)}, which is wrong: ${problem}. ${setting.remedy}`,
  );
}

function readFromFile(variable: string, env: Environment): string | undefined {
  const path = env[`${variable}_FILE`];
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8').trimEnd() || undefined;
  } catch (error) {
    throw new ConfigError(
      `${variable}_FILE names "${path}", which can't be read (${error instanceof Error ? error.message : String(error)}). Mount the file or set ${variable}.`,
    );
  }
}
