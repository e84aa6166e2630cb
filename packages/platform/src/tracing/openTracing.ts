import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Environment } from '../config.ts';
import { within } from '../ending/within.ts';
import { chooseSampler } from './chooseSampler.ts';
import type { Tracing } from './startTracing.ts';

/** A receiver that is away must not keep a process from ending. */
const STOP_WITHIN_MS = 3_000;

/** Of OpenTelemetry's specification. */
const SCHEDULE_DELAY_MS = 5_000;

/** Loads the SDK, and makes it what `inSpan` writes to. The exporter reads the variables OTEL_EXPORTER_OTLP_… itself. */
export function openTracing(serviceName: string, env: Environment): Tracing {
  const detected = detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector, serviceInstanceIdDetector] });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': serviceName }))
      .merge(detected),
    sampler: chooseSampler(env),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter(),
        scheduledDelayMillis: Number(env.OTEL_BSP_SCHEDULE_DELAY) || SCHEDULE_DELAY_MS,
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return {
    stop: async () => {
      await within(STOP_WITHIN_MS, provider.shutdown()).catch(() => {});
      trace.disable();
      context.disable();
    },
  };
}
