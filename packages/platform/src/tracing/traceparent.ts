import { isSpanContextValid, type Span, type SpanContext } from '@opentelemetry/api';

/** W3C Trace Context §3.2, version 00: trace, span and flags. */
export const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Null for what is none. */
export function parseTraceparent(text: string): SpanContext | null {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(text) ?? [];
  const parsed = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(parsed) ? parsed : null;
}

/** How others name a span; null for none, and for one that nothing records. */
export function contextOf(span: Span | undefined): string | null {
  const own = span?.spanContext();
  if (own === undefined || !isSpanContextValid(own)) return null;
  return `00-${own.traceId}-${own.spanId}-${(own.traceFlags & 1).toString(16).padStart(2, '0')}`;
}
