import { hash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a request's `Authorization` header holds the admin token: as `Bearer` for programs, or as the password of `Basic` for browsers, which
 * ask a person for it (any user name will do). Compared in constant time.
 * @param token null lets nobody in.
 */
export function createAdminGuard(token: string | null): (authorization: string | undefined) => boolean {
  if (token === null) return () => false;
  const wanted = digestOf(token);
  return (authorization) => {
    const given = authorization === undefined ? null : tokenIn(authorization);
    return given !== null && timingSafeEqual(digestOf(given), wanted);
  };
}

/** Digests are of one length, whatever is given. */
function digestOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

function tokenIn(authorization: string): string | null {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization.trim()) ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentials;
  if (scheme.toLowerCase() !== 'basic') return null;
  const pair = Buffer.from(credentials, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon < 0 ? null : pair.slice(colon + 1);
}
