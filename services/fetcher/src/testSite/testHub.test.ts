import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestHub, type TestHub } from './testHub.ts';

let hub: TestHub;
let subscriber: Server;
let asked: { challenge: string; response: ServerResponse } | null;

beforeEach(async () => {
  hub = await startTestHub();
  asked = null;
  subscriber = createServer((request, response) => {
    asked = { challenge: new URL(request.url ?? '', 'http://subscriber.test').searchParams.get('hub.challenge') ?? '', response };
  });
  await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await hub.close();
  await new Promise((resolve) => subscriber.close(resolve));
});

test('the test hub tells of an answer only when it has heard all of it, long after the subscriber thought itself confirmed', async () => {
  const callback = `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}/`;
  const body = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': 'a', 'hub.callback': callback });
  await fetch(hub.url, { method: 'POST', body });
  const { challenge, response } = await waitFor('the question', () => asked);
  response.write(challenge.slice(0, 3));

  const heard = hub.confirmed();
  const early = await Promise.race([heard, new Promise((resolve) => setImmediate(resolve, 'nothing yet'))]);
  response.end(challenge.slice(3));

  expect(early).toBe('nothing yet');
  expect(await heard).toEqual([{ status: 200, isEchoed: true }]);
});
