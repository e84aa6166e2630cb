import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { buildConnector } from 'undici';
import type { AddressVerdict } from './addressPolicy.ts';
import { FetchError } from './fetchError.ts';

/** All addresses of a host name, best first. */
export type Resolver = (hostname: string) => Promise<readonly string[]>;

/** Opens a socket to `options.hostname`, which is always an address that was checked. */
export type Connector = buildConnector.connector;

export type AddressPolicy = (address: string, port: number) => AddressVerdict;

/** The operating system's resolver, so that /etc/hosts and container names work. */
export const systemResolver: Resolver = async (hostname) => {
  const found = await lookup(hostname, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
};

/**
 * Resolves a host once, refuses it when any of its addresses is refused, and connects to those very addresses in turn:
 * there is no second look-up that could answer otherwise (DNS rebinding).
 */
export function createGuardedConnect(options: { resolve: Resolver; policy: AddressPolicy; connect: Connector }): Connector {
  return (request, callback) => {
    const hostname = bareHostname(request.hostname);
    const port = Number(request.port) || (request.protocol === 'https:' ? 443 : 80);
    const fail = (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null);
    // For TLS the certificate must name the host, not the address.
    const servername = request.protocol === 'https:' && isIP(hostname) === 0 ? { servername: hostname } : {};
    const tryInTurn = (addresses: readonly string[]) => {
      const [address, ...others] = addresses;
      if (address === undefined) return fail(new FetchError(`${hostname} has no address`, { reason: 'unreachable', retryable: true }));
      options.connect({ ...request, ...servername, hostname: address }, (...[error, socket]) => {
        // Undici's own connector leaves the socket out when it fails, against its types.
        if (socket) callback(null, socket);
        else if (others.length > 0) tryInTurn(others);
        else fail(error);
      });
    };
    checkedAddresses(hostname, port, options).then(({ addresses }) => tryInTurn(addresses), fail);
  };
}

/**
 * The addresses of a host, all of them allowed.
 * @throws {FetchError} `blocked_address` when one isn't; `unreachable` when the name doesn't resolve.
 */
export async function checkedAddresses(
  hostname: string,
  port: number,
  { resolve, policy }: { resolve: Resolver; policy: AddressPolicy },
): Promise<{ addresses: readonly string[]; listed: boolean }> {
  const addresses = isIP(hostname) === 0 ? await resolveName(hostname, resolve) : [hostname];
  let listed = addresses.length > 0;
  for (const address of addresses) {
    const verdict = policy(address, port);
    if (!verdict.allowed)
      throw new FetchError(`${hostname} is refused: ${verdict.why}. If it is your own, add its network to NEWSLEDGER_ALLOW_ADDRESSES.`, {
        reason: 'blocked_address',
        retryable: false,
      });
    listed = listed && verdict.listed;
  }
  return { addresses, listed };
}

/** A URL's host without the brackets of an IPv6 literal or the dot of an absolute name. */
export function bareHostname(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

async function resolveName(hostname: string, resolve: Resolver): Promise<readonly string[]> {
  try {
    return await resolve(hostname);
  } catch (cause) {
    throw new FetchError(`The name ${hostname} can't be resolved`, { reason: 'unreachable', retryable: true, cause });
  }
}
