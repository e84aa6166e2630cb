import { createServer } from 'node:net';

/** So many neighbours are tried before any port will do. */
const NEIGHBOURS = 50;

/** A port of the loopback address that is free now: `first`, otherwise the next one that is; any when `first` is left out. */
export async function chooseFreePort(first?: number): Promise<number> {
  if (first !== undefined) {
    for (let port = first; port < first + NEIGHBOURS && port <= 65_535; port++) if ((await listen(port)) !== null) return port;
  }
  const any = await listen(0);
  if (any === null) throw new Error('No port of 127.0.0.1 is free.');
  return any;
}

/** Listens for a moment; null when the port is taken. */
function listen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}
