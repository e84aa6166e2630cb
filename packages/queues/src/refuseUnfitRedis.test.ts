import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { parseRedisAddress } from '@newsledger/platform';
import { expect, onTestFinished, test } from 'vitest';
import { refuseUnfitRedis } from './refuseUnfitRedis.ts';

test.each(['redis', 'redis+cluster'])(
  'a server of %s:// that takes connections and never answers is told of, not waited for',
  async (scheme) => {
    const port = await listenAndSayNothing();
    const refusing = refuseUnfitRedis(parseRedisAddress(`${scheme}://127.0.0.1:${port}`), 200);
    await expect(refusing).rejects.toThrow(/can't be reached: It took more than 200 ms/);
  },
);

/** Its port. */
async function listenAndSayNothing(): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return port;
}
