import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseSampler } from './chooseSampler.ts';
import { currentTraceparent, inSpan, isTracing, noteSpan } from './inSpan.ts';

const exporter = new InMemorySpanExporter();

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new TracerProvider({ sampler: chooseSampler({}), spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
  );
});
beforeEach(() => exporter.reset());
afterAll(() => {
  trace.disable();
  context.disable();
});

const ended = (name: string) => exporter.getFinishedSpans().find((span) => span.name === name);

test('what is done inside is below it, across waiting', async () => {
  await inSpan('outer', {}, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    await inSpan('inner', {}, async () => {});
  });
  expect(isTracing()).toBe(true);
  expect(ended('inner')?.parentSpanContext?.spanId).toBe(ended('outer')?.spanContext().spanId);
  expect(currentTraceparent()).toBeNull();
});

test('work that failed ends its span with the reason, in which secrets of addresses are blanked', async () => {
  const failing = inSpan('fetch', {}, () => Promise.reject(new TypeError('https://ann:hunter2@example.org/?token=abc failed')));
  await expect(failing).rejects.toThrow(TypeError);
  const span = ended('fetch');
  expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'https://***@example.org/?token=*** failed' });
  expect(span?.attributes['error.type']).toBe('TypeError');
  expect(JSON.stringify(span?.events)).toContain('***');
  expect(JSON.stringify(span?.events)).not.toContain('hunter2');
});

test('a trace goes on in another process by its traceparent, and begins anew without one', async () => {
  const sent = noteSpan('send', { kind: 'producer', parent: null });
  await inSpan('process', { kind: 'consumer', parent: sent }, async () => {});
  await inSpan('alone', { parent: null }, async () => {});
  await inSpan('misled', { parent: '00-nonsense' }, async () => {});
  expect(ended('process')?.spanContext().traceId).toBe(ended('send')?.spanContext().traceId);
  expect(ended('process')?.parentSpanContext).toMatchObject({ spanId: ended('send')?.spanContext().spanId, isRemote: true });
  expect(ended('alone')?.parentSpanContext).toBeUndefined();
  expect(ended('misled')?.parentSpanContext).toBeUndefined();
});

test('a trace that is not kept stays so in every process, and is still named', async () => {
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
  const within = await inSpan('process', { parent }, async () => currentTraceparent());
  expect(within).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00$/);
  expect(exporter.getFinishedSpans()).toEqual([]);
});
