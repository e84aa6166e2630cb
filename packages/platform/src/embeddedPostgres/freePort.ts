import { createServer } from 'node:net';

/** A port of the loopback address that is free now: `preferred` if it is, otherwise any. */
export async function chooseFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await listen(preferred)) !== null) return preferred;
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
