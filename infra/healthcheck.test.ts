import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  server = undefined;
});

async function serve(answer: RequestListener): Promise<number> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return (listening.address() as AddressInfo).port;
}

function check(port: number): Promise<{ code: number; says: string }> {
  const env = { PATH: process.env.PATH, NEWSLEDGER_METRICS_PORT: `${port}` };
  return new Promise((resolve) => {
    const child = execFile('bash', [path.join(import.meta.dirname, 'healthcheck.sh')], { env }, (_error, stdout) =>
      resolve({ code: child.exitCode ?? -1, says: stdout.trim() }),
    );
  });
}

test('a service whose work goes on is healthy, and what it says is passed on', async () => {
  const asked: (string | undefined)[] = [];
  const port = await serve((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { 'content-type': 'text/plain' }).end('no event waits\nmore\n');
  });
  expect(await check(port)).toEqual({ code: 0, says: 'no event waits' });
  expect(asked).toEqual(['/workz']);
});

test('a service that has stalled is not, and says why', async () => {
  const port = await serve((_request, response) => response.writeHead(503).end('no progress for 61 s: 7 jobs wait\n'));
  expect(await check(port)).toEqual({ code: 1, says: 'no progress for 61 s: 7 jobs wait' });
});

test('a service that does not listen is not healthy', async () => {
  const port = await serve(() => {});
  await new Promise((resolve) => server?.close(resolve));
  server = undefined;
  expect(await check(port)).toMatchObject({ code: 1, says: '' });
});

test('a service that never answers is not healthy', async () => {
  const port = await serve(() => {});
  expect((await check(port)).code).toBeGreaterThan(0);
});
