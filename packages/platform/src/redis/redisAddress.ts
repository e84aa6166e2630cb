/** A host and its port. */
interface RedisNode {
  readonly host: string;
  readonly port: number;
}

interface Login {
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** Whether connections are encrypted. */
  readonly tls: boolean;
}

/** Where Redis is: one server, a Redis Cluster, or a master that sentinels watch over. */
export type RedisAddress =
  | { readonly kind: 'server'; readonly url: string; readonly nodes: readonly [RedisNode] }
  | (Login & { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[] })
  | (Login & {
      readonly kind: 'sentinel';
      /** The sentinels, not the servers that they watch. */
      readonly nodes: readonly RedisNode[];
      /** What the sentinels call the master. */
      readonly master: string;
      readonly database: number;
      readonly sentinelPassword: string | undefined;
    });

/** An address that is none; the message says what is wrong with it, without the password in it. */
export class RedisAddressError extends Error {
  override readonly name = 'RedisAddressError';
}

const SERVER_PORT = 6379;
const SENTINEL_PORT = 26_379;

/**
 * Reads `redis://host:6379/0`, `redis+cluster://host:6379,host:6379`, or `redis+sentinel://host:26379,host:26379/master/0`, each with
 * `user:password@` before the hosts where it is needed, and with `rediss` for TLS. What sentinels themselves want is `?sentinelPassword=…`.
 * @throws {RedisAddressError}
 */
export function parseRedisAddress(text: string): RedisAddress {
  const parts = /^(rediss?)(?:\+(cluster|sentinel))?:\/\/(?:([^@/]*)@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?$/.exec(text);
  if (parts === null) throw new RedisAddressError('must begin with redis://, redis+cluster:// or redis+sentinel:// (rediss for TLS)');
  const [, scheme, kind, login, hosts = '', path = '', query = ''] = parts;
  const tls = scheme === 'rediss';
  if (kind === undefined) return { kind: 'server', url: text, nodes: [oneNode(hosts)] };
  const asked = new URLSearchParams(query);
  if (kind === 'cluster') {
    if (path !== '' && path !== '/' && path !== '/0')
      throw new RedisAddressError('a Redis Cluster has the database 0 alone: leave out the path');
    return { kind, tls, ...readLogin(login), nodes: readNodes(hosts, SERVER_PORT) };
  }
  const [master = '', database = '0', ...more] = path.slice(1).split('/');
  if (master === '' || more.length > 0 || !/^\d+$/.test(database))
    throw new RedisAddressError('after the sentinels comes what they call the master, such as redis+sentinel://host:26379/mymaster');
  return {
    kind: 'sentinel',
    tls,
    ...readLogin(login),
    nodes: readNodes(hosts, SENTINEL_PORT),
    master: decoded(master),
    database: Number(database),
    sentinelPassword: asked.get('sentinelPassword') ?? undefined,
  };
}

/** Whom an error message names: hosts and ports alone. */
export function nameRedis(address: RedisAddress): string {
  const nodes = address.nodes.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`).join(', ');
  if (address.kind === 'server') return `Redis at ${nodes}`;
  return address.kind === 'cluster' ? `The Redis Cluster at ${nodes}` : `The Redis "${address.master}" of the sentinels at ${nodes}`;
}

function oneNode(hosts: string): RedisNode {
  const [node, ...more] = readNodes(hosts, SERVER_PORT);
  if (node === undefined || more.length > 0)
    throw new RedisAddressError('redis:// names one server: several are redis+cluster:// or redis+sentinel://');
  return node;
}

function readNodes(hosts: string, defaultPort: number): RedisNode[] {
  return hosts.split(',').map((text) => {
    const [, bracketed, plain, port] = /^(?:\[([0-9A-Fa-f:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
    const host = bracketed ?? plain;
    const number = port === undefined ? defaultPort : Number(port);
    if (host === undefined || number < 1 || number > 65_535) throw new RedisAddressError(`"${text}" is no host with a port`);
    return { host, port: number };
  });
}

function readLogin(login: string | undefined): Pick<Login, 'username' | 'password'> {
  if (login === undefined) return { username: undefined, password: undefined };
  const colon = login.indexOf(':');
  const [username, password] = colon < 0 ? ['', login] : [login.slice(0, colon), login.slice(colon + 1)];
  return { username: decoded(username) || undefined, password: decoded(password) || undefined };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new RedisAddressError('a % that stands for itself is written %25', { cause });
  }
}
