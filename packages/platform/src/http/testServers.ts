import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { buildConnector } from 'undici';
import type { Connector, Resolver } from './guardedConnect.ts';
import { createHttpClient, type HttpClient } from './httpClient.ts';

const closers: (() => Promise<unknown>)[] = [];

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Closes whatever a test has opened here, the last first. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** A client that may reach this machine, where the test's servers are. */
export function localClient(): HttpClient {
  const client = createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'] });
  closers.push(() => client.close());
  return client;
}

/** A client for which the test's server is the public internet: names resolve as `resolver` says, and every connection that is allowed ends there. */
export function publicClient(server: TestServer, resolver: Resolver): HttpClient {
  const connect = buildConnector({});
  const connector: Connector = (request, callback) => connect({ ...request, hostname: '127.0.0.1', port: String(server.port) }, callback);
  const client = createHttpClient({ userAgent: 'Newsledger/test', resolver, connector });
  closers.push(() => client.close());
  return client;
}

/** A client whose connections are written down and never made. */
export function watchedClient(resolver: Resolver) {
  const connections: { hostname: string; port: string; servername: string | undefined }[] = [];
  const connector: Connector = ({ hostname, port, servername }, callback) => {
    connections.push({ hostname, port, servername: servername ?? undefined });
    callback(new Error('no connections in this test'), null);
  };
  const client = createHttpClient({ userAgent: 'Newsledger/test', resolver, connector });
  closers.push(() => client.close());
  return { client, connections };
}

export async function serve(listener: RequestListener): Promise<TestServer> {
  return listen(createServer(listener));
}

/** Answers any request with these bytes and hangs up, or goes on sending a little for ever. */
export async function serveTcp(answer: string, trickle?: { thenEveryMs: number; send: string }): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = await listen(
    createTcpServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('data', () => {
        if (trickle === undefined) return socket.end(answer);
        socket.write(answer);
        const timer = setInterval(() => socket.write(trickle.send), trickle.thenEveryMs);
        return socket.on('close', () => clearInterval(timer));
      });
    }),
  );
  // Whoever closes everything ends the connections first.
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
  });
  return server;
}

async function listen(server: Server | TcpServer): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  closers.push(close);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, port, close };
}
