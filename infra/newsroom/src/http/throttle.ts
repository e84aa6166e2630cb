import type { IncomingMessage } from 'node:http';

/** Beyond this many clients the oldest is forgotten, and would be turned away once more. */
const MAX_CLIENTS = 1_000;

/** Turns every client away once per address; a client is an IP address with a User-Agent. The newsroom's only memory. */
export function createThrottle(): (request: IncomingMessage, path: string) => boolean {
  const known = new Set<string>();
  return (request, path) => {
    const client = `${request.socket.remoteAddress} ${request.headers['user-agent'] ?? ''} ${path}`;
    if (known.has(client)) return false;
    const oldest = known.values().next();
    if (known.size >= MAX_CLIENTS && !oldest.done) known.delete(oldest.value);
    known.add(client);
    return true;
  };
}
