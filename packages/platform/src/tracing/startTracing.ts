import { ConfigError, type Environment } from '../config.ts';

export interface Tracing {
  /** Sends what is still here, for some seconds at most. */
  readonly stop: () => Promise<void>;
}

/**
 * Sends traces to an OpenTelemetry receiver when OTEL_EXPORTER_OTLP_ENDPOINT (or …_TRACES_ENDPOINT) is set, as OpenTelemetry's own variables
 * say. Without it nothing of the SDK is loaded, and spans cost next to nothing.
 * @param serviceName for where OTEL_SERVICE_NAME is not set.
 * @returns null when there is nowhere to send to.
 * @throws {ConfigError} for a protocol or a sampler that this program doesn't have.
 */
export async function startTracing(serviceName: string, env: Environment = process.env): Promise<Tracing | null> {
  const isOff = env.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || env.OTEL_TRACES_EXPORTER === 'none';
  if (isOff || !(env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT)) return null;
  const protocol = env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL || env.OTEL_EXPORTER_OTLP_PROTOCOL;
  if (protocol === 'grpc')
    throw new ConfigError(
      'OTEL_EXPORTER_OTLP_PROTOCOL is "grpc", and traces are sent over HTTP only. Leave it out, and set the endpoint to that of HTTP, such as http://collector:4318.',
    );
  const { openTracing } = await import('./openTracing.ts');
  return openTracing(serviceName, env);
}
