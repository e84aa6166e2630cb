import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SampleSystem, startSampleSystem } from './sampleSystem.ts';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './startOtlpReceiver.ts';

let receiver: OtlpReceiver;
let system: SampleSystem;
/** An article of the sample that was captured once, and changed a figure. */
let article: { id: string; sourceId: string; figureId: string };

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  system = await startSampleSystem({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '200' });
  const { rows } = await system.pool.query<typeof article>(
    `SELECT article.article_id AS id, article.source_id AS "sourceId", max(history.figure_id::text) AS "figureId"
       FROM newsledger.articles AS article
       JOIN newsledger.figure_history AS history ON history.article_id = article.article_id
      WHERE article.status = 'captured'
      GROUP BY article.article_id, article.source_id
     HAVING count(DISTINCT history.position) = 1
      ORDER BY article.article_id LIMIT 1`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('no article of the sample fits');
  article = found;
  await waitFor('the last span', () =>
    receiver.spans.some(({ name, attributes }) => name === 'reconcile' && has(attributes['newsledger.article.ids'], article.id)),
  );
});
afterAll(async () => {
  await system?.close();
  await receiver.close();
});

it('one trace follows an article from the poll that found it to the row of its figure', () => {
  const reconciled = spanOf(
    'reconcile',
    ({ attributes }) => has(attributes['newsledger.figure.ids'], article.figureId) && has(attributes['newsledger.article.ids'], article.id),
  );
  const path = pathTo(reconciled);
  expect(path.map(({ service, name }) => `${service}: ${name}`)).toEqual([
    'newsledger-fetcher: process poll',
    'newsledger-fetcher: append',
    'newsledger-fetcher: send capture',
    'newsledger-fetcher: process capture',
    'newsledger-fetcher: append',
    'newsledger-fetcher: send extract',
    'newsledger-extractor: process extract',
    'newsledger-extractor: append',
    'newsledger-projector: reconcile',
  ]);
  expect(new Set(path.map(({ traceId }) => traceId)).size).toBe(1);
  expect(path[0]?.attributes['newsledger.source.id']).toBe(article.sourceId);
  expect(path.filter(({ attributes }) => attributes['newsledger.article.id'] === article.id).map(({ name }) => name)).toEqual([
    'process capture',
    'process extract',
  ]);
});

it('what a job asks of others is below it: the page, and the reading of its text', () => {
  const capture = spanOf('process capture', ({ attributes }) => attributes['newsledger.article.id'] === article.id);
  const extract = spanOf('process extract', ({ attributes }) => attributes['newsledger.article.id'] === article.id);
  const below = (parent: ReceivedSpan) => receiver.spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId);
  const page = below(capture).find(({ name, kind }) => name === 'GET' && kind === 3);
  expect(page?.attributes).toMatchObject({
    'http.request.method': 'GET',
    'http.response.status_code': '200',
    'server.address': '127.0.0.1',
  });
  expect(below(extract).map(({ name }) => name)).toContain('read text');
  expect(capture.attributes).toMatchObject({
    'messaging.system': 'bullmq',
    'messaging.destination.name': 'capture',
    'messaging.operation.type': 'process',
  });
});

it('every span has ended, no sooner than it began, and has its parent', async () => {
  // A parent ends after what is below it, and may be under way when that has arrived.
  await waitFor('all parents', () => {
    const ids = new Set(receiver.spans.map(({ spanId }) => spanId));
    return receiver.spans.every(({ parentSpanId = '' }) => parentSpanId === '' || ids.has(parentSpanId));
  });
  expect(receiver.spans.filter(({ startTimeUnixNano: start, endTimeUnixNano: end }) => start <= 0n || end < start)).toEqual([]);
  expect(receiver.spans.length).toBeGreaterThan(500);
});

it('what fails is an error in its span, with the reason', () => {
  const failed = receiver.spans.filter(({ status }) => status.code === 2);
  // The sample newsroom has a feed that answers 429 at first, and pages that are not there.
  expect(failed.find(({ name }) => name === 'GET')?.attributes['error.type']).toMatch(/^4\d\d$/);
  for (const span of failed.filter(({ name }) => name.startsWith('process'))) {
    expect(span.status.message).toBeTruthy();
    expect(span.events.map(({ name }) => name)).toContain('exception');
  }
});

it('lines of the log that are about the article carry its ids and those of its trace', () => {
  const extract = spanOf('process extract', ({ attributes }) => attributes['newsledger.article.id'] === article.id);
  const lines = (['fetcher', 'extractor'] as const).flatMap(system.logOf).filter(({ articleId }) => articleId === article.id);
  expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['capture done', 'article extracted']));
  expect(new Set(lines.map(({ trace_id: traceId }) => traceId))).toEqual(new Set([extract.traceId]));
  const line = lines.find(({ msg }) => msg === 'article extracted');
  expect(line).toMatchObject({ jobId: extract.attributes['messaging.message.id'], span_id: extract.spanId });
});

it('the log of events knows nothing of it', async () => {
  const { rows } = await system.pool.query(
    `SELECT count(*)::int AS events FROM ledger.events WHERE to_jsonb(events)::text LIKE '%00-%' || $1 || '%'`,
    [spanOf('process poll').traceId],
  );
  expect(rows).toEqual([{ events: 0 }]);
});

function has(list: string | readonly string[] | undefined, item: string): boolean {
  return Array.isArray(list) && list.includes(item);
}

function spanOf(name: string, fits: (span: ReceivedSpan) => boolean = () => true): ReceivedSpan {
  const found = receiver.spans.find((span) => span.name === name && fits(span));
  if (found === undefined) throw new Error(`no span "${name}" arrived`);
  return found;
}

/** From the root down to a span. */
function pathTo(span: ReceivedSpan): ReceivedSpan[] {
  const parent = receiver.spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent === undefined ? [span] : [...pathTo(parent), span];
}
