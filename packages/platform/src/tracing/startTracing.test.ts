import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { currentTraceparent, inSpan, isTracing } from './inSpan.ts';
import { startTracing } from './startTracing.ts';

const loadedModules = fileURLToPath(new URL('./testWork/loadedModules.ts', import.meta.url));

/** Packages of OpenTelemetry that a process has loaded after its start. */
async function loadedBy(env: Record<string, string>): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [loadedModules], { env: { PATH: process.env.PATH, ...env } });
  return JSON.parse(stdout);
}

test('without an endpoint nothing of the SDK is loaded', async () => {
  expect(await loadedBy({})).toEqual(['@opentelemetry/api']);
  expect(await loadedBy({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' })).toEqual([
    '@opentelemetry/api',
  ]);
});

test('with an endpoint it is', async () => {
  expect(await loadedBy({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' })).toContain('@opentelemetry/sdk-trace');
});

test('while nothing is traced, work in spans is done all the same, and has no trace to carry on', async () => {
  expect(await startTracing('fetcher', {})).toBeNull();
  expect(isTracing()).toBe(false);
  expect(await inSpan('work', {}, async () => currentTraceparent())).toBeNull();
  await expect(inSpan('work', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test.each([
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'over HTTP only'],
  [{ OTEL_TRACES_SAMPLER: 'sometimes' }, 'none of always_on'],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '7' }, 'share of traces'],
])('a wrong variable is named, with what to set: %j', async (env, said) => {
  await expect(startTracing('fetcher', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', ...env })).rejects.toThrow(said);
});
