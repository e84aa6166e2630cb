import { beforeEach, expect, test } from 'vitest';
import { createHostGate, HostBusyError } from './hostGate.ts';
import { createMemoryTurns } from './memoryTurns.ts';

const publicHosts = { isOwnNetwork: async () => false, turns: createMemoryTurns() };

beforeEach(() => {
  publicHosts.turns = createMemoryTurns();
});

test('requests to one public host keep their distance, and other hosts do not wait', async () => {
  const gate = createHostGate({ ...publicHosts, spacingMs: 60 });
  const starts: number[] = [];
  const note = async () => {
    starts.push(performance.now());
  };

  await Promise.all([
    gate.run('https://a.example/1', note),
    gate.run('https://a.example/2', note),
    gate.run('https://a.example/3', note),
    gate.run('https://b.example/1', note),
  ]);

  const [first = 0, , , last = 0] = starts.sort((a, b) => a - b);
  // Three starts, two pauses; timers may fire a millisecond early.
  expect(last - first).toBeGreaterThanOrEqual(117);
});

test('no more than two requests are with one public host at the same time', async () => {
  const gate = createHostGate({ ...publicHosts, spacingMs: 0 });
  let active = 0;
  let most = 0;
  const work = async () => {
    active += 1;
    most = Math.max(most, active);
    await new Promise((resolve) => setImmediate(resolve));
    active -= 1;
  };

  await Promise.all(Array.from({ length: 10 }, (_, index) => gate.run(`https://a.example/${index}`, work)));

  expect(most).toBe(2);
});

test('the own network is not spaced', async () => {
  const gate = createHostGate({ isOwnNetwork: async () => true, turns: createMemoryTurns(), spacingMs: 3_600_000 });

  await expect(Promise.all([1, 2, 3].map((n) => gate.run('http://127.0.0.1/', async () => n)))).resolves.toEqual([1, 2, 3]);
});

test('a host that asked for a long pause is left to the queue', async () => {
  const gate = createHostGate(publicHosts);
  await gate.pause('https://a.example/', 120_000);

  const asked = gate.run('https://a.example/1', async () => 'asked');

  await expect(asked).rejects.toThrow(HostBusyError);
  await expect(asked).rejects.toMatchObject({ retryAfterMs: expect.closeTo(120_000, -4) });
});

test('of very many, those whose turn is far off are sent away, each to a time of its own', async () => {
  const gate = createHostGate({ ...publicHosts, spacingMs: 10_000 });
  const stop = new AbortController();
  const asked = Array.from({ length: 8 }, () =>
    gate.run('https://a.example/', async () => 'asked', { signal: stop.signal }).catch((error: unknown) => error),
  );

  const sentAway = await Promise.all(asked.slice(5));
  stop.abort(new Error('enough'));

  expect(sentAway.map((error) => error instanceof HostBusyError && Math.round(error.retryAfterMs / 10_000))).toEqual([5, 6, 7]);
  await Promise.all(asked);
});

test('a place is given back when the request fails', async () => {
  const gate = createHostGate({ ...publicHosts, spacingMs: 0 });
  const fail = () => gate.run('https://a.example/', () => Promise.reject(new Error('down')));

  await Promise.allSettled([fail(), fail(), fail()]);

  await expect(gate.run('https://a.example/', async () => 'up')).resolves.toBe('up');
});
