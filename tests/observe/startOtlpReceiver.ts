import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const anyValue = z.object({
  stringValue: z.string().optional(),
  intValue: z.union([z.number(), z.string()]).optional(),
  boolValue: z.boolean().optional(),
  arrayValue: z.object({ values: z.array(z.object({ stringValue: z.string().optional() })) }).optional(),
});
const attributes = z.array(z.object({ key: z.string(), value: anyValue })).default([]);
const request = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              kind: z.number(),
              startTimeUnixNano: z.coerce.bigint(),
              endTimeUnixNano: z.coerce.bigint(),
              attributes,
              status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
              events: z.array(z.object({ name: z.string() })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

type RawSpan = z.infer<typeof request>['resourceSpans'][number]['scopeSpans'][number]['spans'][number];

/** One span as it arrived. */
export interface ReceivedSpan extends Omit<RawSpan, 'attributes'> {
  readonly service: string;
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
}

export interface OtlpReceiver {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  readonly close: () => Promise<void>;
}

/** Takes traces as a collector does: OTLP over HTTP, as JSON, on the loopback address. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const server = createServer(async (incoming, response) => {
    if (incoming.url !== '/v1/traces') return response.writeHead(404).end();
    for (const { resource, scopeSpans } of request.parse(await json(incoming)).resourceSpans) {
      const { 'service.name': service } = readAttributes(resource.attributes);
      for (const span of scopeSpans.flatMap((scope) => scope.spans))
        spans.push({ ...span, service: String(service), attributes: readAttributes(span.attributes) });
    }
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readAttributes(list: z.infer<typeof attributes>): Record<string, string | string[]> {
  return Object.fromEntries(
    list.map(({ key, value }) => [
      key,
      value.arrayValue?.values.map(({ stringValue = '' }) => stringValue) ?? String(value.stringValue ?? value.intValue ?? value.boolValue),
    ]),
  );
}
