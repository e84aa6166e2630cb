import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on the loopback address that can be cut. */
export interface TcpProxy {
  readonly port: number;
  /** Connections that reach the server now. */
  open(): number;
  /** Resets all connections; new ones get through. */
  cut(): void;
  /** From now on nothing gets through in either direction, and neither side is told: as when a machine on the way loses its power. */
  silence(): void;
  /** Ends the silence. The connections of before are reset, as systems do when their patience is over. */
  restore(): void;
  /** New connections reach another server, as when an address moves; those of before are reset. */
  redirect(targetPort: number): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

export async function startTcpProxy(firstTargetPort: number): Promise<TcpProxy> {
  let targetPort = firstTargetPort;
  const pairs = new Set<Pair>();
  let isSilent = false;
  const listener = createServer((client) => {
    const server = connect(targetPort, '127.0.0.1');
    const pair = { client, server };
    pairs.add(pair);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.setNoDelay(true);
      // What went wrong shows in the end of the connection, which is passed on.
      one.on('error', () => {});
      one.once('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
    if (isSilent) swallow(pair);
    else {
      client.pipe(server);
      server.pipe(client);
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const cut = () => {
    for (const { client, server } of pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    open: () => pairs.size,
    cut,
    silence: () => {
      isSilent = true;
      for (const pair of pairs) swallow(pair);
    },
    restore: () => {
      isSilent = false;
      cut();
    },
    redirect: (port) => {
      targetPort = port;
      cut();
    },
    close: async () => {
      cut();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

function swallow({ client, server }: Pair): void {
  for (const socket of [client, server]) {
    socket.unpipe();
    socket.on('data', () => {});
    socket.resume();
  }
}
