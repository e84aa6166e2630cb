import { AsyncLocalStorage } from 'node:async_hooks';
import { isSpanContextValid, trace } from '@opentelemetry/api';

/** What work is about: found in every line that is logged meanwhile, by whatever part. */
export interface LogContext {
  readonly jobId?: string;
  readonly articleId?: string;
  readonly sourceId?: string;
}

const current = new AsyncLocalStorage<LogContext>();

/** Does some work whose log lines say what it is about. */
export function withLogContext<T>(about: LogContext, work: () => Promise<T>): Promise<T> {
  return current.run({ ...current.getStore(), ...about }, work);
}

/** What a line logged now is about, with the ids of its trace and span if there is one. */
export function logFields(): Record<string, string> {
  const span = trace.getActiveSpan()?.spanContext();
  return {
    ...current.getStore(),
    ...(span !== undefined && isSpanContextValid(span) && { trace_id: span.traceId, span_id: span.spanId }),
  };
}
