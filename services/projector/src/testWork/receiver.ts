import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver was sent. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: {
    readonly id: string;
    readonly kind: string;
    readonly position: number;
    readonly figure: { readonly subject: string; readonly value: string | null };
    readonly before: { readonly value: string | null } | null;
  };
}

export interface Receiver {
  readonly url: string;
  /** In the order of arrival, whatever was answered. */
  readonly received: readonly Received[];
  /** What to answer from now on; null never answers. */
  answer: (received: Received) => number | null;
  readonly close: () => Promise<void>;
}

/** Somebody's webhook on loopback. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const receiver: { answer: Receiver['answer'] } = { answer: () => 200 };
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const one: Received = { headers: request.headers, text, body: JSON.parse(text) };
    received.push(one);
    const status = receiver.answer(one);
    if (status !== null) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
