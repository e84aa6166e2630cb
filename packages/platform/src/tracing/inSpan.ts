import {
  type Attributes,
  type Context,
  context,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { redactSecrets } from '../secrets/redactSecrets.ts';
import { contextOf, parseTraceparent } from './traceparent.ts';

export interface SpanOptions {
  /** Its part in a conversation; `internal` when left out. */
  readonly kind?: keyof typeof kinds;
  readonly attributes?: Attributes;
  /** What it follows from, by `traceparent`: null begins a trace; the span at work when left out. */
  readonly parent?: string | null;
}

const kinds = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/** Does some work in a span, which ends with it; what is thrown is noted there and thrown on. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  const parent = parentOf(options);
  const span = start(name, options, parent);
  return context.with(trace.setSpan(parent, span), async () => {
    try {
      return await work(span);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Notes something that is done: a message that was sent, or what was found out only afterwards. @returns its own `traceparent`. */
export function noteSpan(name: string, options: SpanOptions & { readonly startedAt?: Date; readonly error?: unknown }): string | null {
  const span = start(name, options, parentOf(options), options.startedAt);
  if (options.error !== undefined) failSpan(span, options.error);
  span.end();
  return contextOf(span);
}

/** Whether spans of this process are sent anywhere: what is asked only for their sake can be left alone otherwise. */
export function isTracing(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer('newsledger') !== undefined;
}

/** The `traceparent` of the span at work (W3C Trace Context); null outside of any, and while nothing is traced. */
export function currentTraceparent(): string | null {
  return contextOf(trace.getActiveSpan());
}

function start(name: string, { kind = 'internal', attributes = {} }: SpanOptions, parent: Context, startTime?: Date): Span {
  return trace
    .getTracer('newsledger')
    .startSpan(name, { kind: kinds[kind], attributes, ...(startTime !== undefined && { startTime }) }, parent);
}

function parentOf({ parent }: SpanOptions): Context {
  if (parent === undefined) return context.active();
  const remote = parent === null ? null : parseTraceparent(parent);
  return remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
}

/** Messages may hold addresses with secrets, and who reads traces isn't always who may. */
function failSpan(span: Span, error: unknown): void {
  const message = redactSecrets(error instanceof Error ? error.message : String(error));
  span.recordException({ name: error instanceof Error ? error.name : 'Error', message });
  span.setAttribute('error.type', error instanceof Error ? error.name : 'Error');
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}
