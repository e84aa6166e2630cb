import { Writable } from 'node:stream';
import { createLogger, createMetrics, type Metrics } from '@newsledger/platform';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { completes, type ModelServer, sends, startModelServer } from '../testWork/modelServer.ts';
import type { ModelBudget } from './modelBudget.ts';
import { createModelExtractor } from './modelExtractor.ts';

const KEY = 'sk-very-secret';
const sentence = 'The plant near Oslo turns 4,100 tonnes of ore a day into battery-grade nickel, Northfold Metals wrote.';
const article = {
  title: 'A plant opens',
  text: `A plant opens\n\n${sentence}`,
  publishedAt: '2025-11-03T10:00:00Z',
  publisher: 'Ledger',
  language: 'en',
};
const figure = {
  sentence,
  quote: '4,100 tonnes',
  low: 4_100_000_000,
  high: 4_100_000_000,
  unit: 'g',
  subject: 'Northfold Metals',
  counterparty: null,
  measure: 'other_physical',
  noun: 'ore a day',
  period: null,
  status: 'actual',
  speaker: null,
};
const answer = { figures: [figure], deals: [] };

let server: ModelServer | null = null;
let logged = '';
let metrics: Metrics;
let spent: { reserved: number; used: number };

beforeEach(() => {
  logged = '';
  metrics = createMetrics();
  spent = { reserved: 0, used: 0 };
});
afterEach(() => server?.close());

test('a good answer gives the claims that the article bears out', async () => {
  const { figures } = await extract(completes(answer));

  expect(figures).toHaveLength(1);
  expect(figures[0]).toMatchObject({ figure: { subject: 'Northfold Metals', unit: 'g' }, evidence: { quote: '4,100 tonnes' } });
  // Placed, and less sure than what a filing tags.
  expect(figures[0]?.certainty).toBe(0.8);
  expect(server?.requests).toEqual([
    { authorization: `Bearer ${KEY}`, model: 'tiny', article: expect.objectContaining({ article: article.text }) },
  ]);
  expect(await outcomes()).toEqual({ answered: 1 });
  expect(spent.used).toBe(1200);
});

test('invented numbers are left out, and the log says so', async () => {
  const invented = { ...figure, low: 9_900_000_000, high: 9_900_000_000 };

  expect((await extract(completes({ figures: [invented, figure], deals: [] }))).figures).toHaveLength(1);
  expect(logged).toContain('does not bear out');
});

test.each([
  ['a refusal', completes('', { refusal: 'I can not help with that.' }), 'refused'],
  ['an answer that was filtered', completes('', { finish_reason: 'content_filter' }), 'refused'],
  ['an answer that was cut off', completes('{"figures": [{', { finish_reason: 'length' }), 'unusable'],
  ['an empty answer', completes(''), 'unusable'],
  ['JSON of something else', sends(200, { hello: 'world' }), 'unusable'],
  ['no JSON at all', sends(200, '<html>busy</html>'), 'unusable'],
  ['a wrong key', sends(401, { error: { message: `bad key ${KEY}` } }), 'failed'],
  ['failure after failure', sends(500, 'oops'), 'failed'],
  ['a wait longer than the time limit', sends(429, 'later', { 'retry-after': '3600' }), 'rate_limited'],
])('%s gives no claims and throws nothing', async (_what, how, outcome) => {
  expect(await extract(how)).toEqual({ figures: [], deals: [] });
  expect(await outcomes()).toEqual({ [outcome]: 1 });
});

test('an answer that is nonsense gives no claims, and the log says so', async () => {
  expect(await extract(completes('Sure! Here are your figures: many.'))).toMatchObject({ figures: [] });
  expect(logged).toContain('no JSON object');
});

test('an answer that does not come in time is not waited for', async () => {
  expect(await extract(() => {}, { timeoutMs: 150 })).toEqual({ figures: [], deals: [] });
  expect(await outcomes()).toEqual({ timed_out: 1 });
});

test('an endpoint that asks for patience, or stumbles, is asked again', async () => {
  const first = [sends(429, 'later', { 'retry-after': '0' }), sends(503, 'starting')];
  const { figures } = await extract((response, attempt) => (first[attempt - 1] ?? completes(answer))(response, attempt));

  expect(figures).toHaveLength(1);
  expect(server?.requests).toHaveLength(3);
});

test('nobody there is no trouble', async () => {
  const gone = await startModelServer(completes(answer));
  await gone.close();

  expect(await extractorFor(gone.url).extract(article, about, new AbortController().signal)).toEqual({ figures: [], deals: [] });
  expect(await outcomes()).toEqual({ failed: 1 });
});

test('an exhausted budget sends nothing, and the log says once that rules read alone', async () => {
  server = await startModelServer(completes(answer));
  const extractor = extractorFor(server.url, { budget: { reserve: async () => false, settle: async () => {} } });
  await extractor.extract(article, about, new AbortController().signal);
  await extractor.extract(article, about, new AbortController().signal);

  expect(server.requests).toEqual([]);
  expect(logged.match(/rules read alone until tomorrow/g)).toHaveLength(1);
  expect(await outcomes()).toEqual({ capped: 2 });
});

test('a process that ends does not wait for an answer', async () => {
  const stop = new AbortController();
  server = await startModelServer(() => stop.abort(new Error('shutting down')));

  await expect(extractorFor(server.url).extract(article, about, stop.signal)).rejects.toThrow('shutting down');
});

afterEach(() => {
  expect(logged).not.toContain(KEY);
});

const about = { articleId: '0b1f3c0e-4a0b-5c57-9c59-8a2f6f0f6b1d', revision: 1 };

async function extract(how: Parameters<typeof startModelServer>[0], change: { timeoutMs?: number } = {}) {
  server = await startModelServer(how);
  return extractorFor(server.url, change).extract(article, about, new AbortController().signal);
}

function extractorFor(url: string, { timeoutMs = 10_000, budget = unlimited }: { timeoutMs?: number; budget?: ModelBudget } = {}) {
  const output = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const logger = createLogger('test', { level: 'debug', output });
  return createModelExtractor({ settings: { url, name: 'tiny', key: KEY, tokensPerDay: 1e6, timeoutMs }, budget, logger, metrics });
}

const unlimited: ModelBudget = {
  reserve: async (tokens) => {
    spent.reserved += tokens;
    return true;
  },
  settle: async (_reserved, used) => {
    spent.used += used;
  },
};

async function outcomes(): Promise<Record<string, number>> {
  const { values } = await metrics.modelRequests.get();
  return Object.fromEntries(values.filter(({ value }) => value > 0).map(({ labels, value }) => [String(labels.outcome), value]));
}
