import etag from '@fastify/etag';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type pg from 'pg';
import { z } from 'zod';
import { type CorrectionApiOptions, correctionApi } from '../admin/correctionApi.ts';
import { refusalOf } from '../refusalOf.ts';
import { CursorError, readCursor, writeCursor } from './cursor.ts';
import { describeView } from './describeView.ts';
import { exportRows } from './exportRows.ts';
import { filterShape, listQuery, splitRow } from './listQuery.ts';
import { type ApiList, apiLists, wholeLists } from './lists.ts';
import { problemAnswers, sendProblem } from './problem.ts';
import { inJson, rowSchema } from './rowSchema.ts';

const MOST_ROWS = 1000;
const DESCRIPTION = `What Newsledger knows, for programs. Every list is a view of the SQL schema \`newsledger\` with the same columns. Amounts are exact decimals in text, in base units; instants are UTC.

Pages: take \`next\` of an answer as \`cursor\` of the next question, or follow the header \`Link\`. Every list can also be had whole as \`.csv\` or \`.jsonl\`.`;

export interface ApiOptions {
  readonly pool: pg.Pool;
  /** What lets programs correct things; null, and none can. */
  readonly correcting: CorrectionApiOptions | null;
}

/**
 * The API under `/api/v1` and its description in OpenAPI 3.1 (`/api/v1/openapi.json`, for people at `/api/v1/docs`). Rows have the columns of
 * the SQL views.
 */
export async function apiRoutes(app: FastifyInstance, { pool, correcting }: ApiOptions): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) return sendProblem(reply, 400, 'Not understood', error.message);
    if (error instanceof CursorError) return sendProblem(reply, 400, 'Not understood', error.message);
    const refusal = refusalOf(error);
    if (refusal !== null) return sendProblem(reply, refusal.status, refusal.title, refusal.detail);
    request.log.error({ err: error, url: request.url }, 'request failed');
    return sendProblem(reply, 500, 'Something failed here', 'The log says more. Try again in a moment.');
  });
  app.setNotFoundHandler((request, reply) => sendProblem(reply, 404, 'Not found', `There is nothing at ${request.url.split('?')[0]}.`));
  await app.register(etag);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Newsledger', version: '1', description: DESCRIPTION } },
    transform: jsonSchemaTransform,
  });
  // The page's own scripts and pictures come from here; it needs inline styles.
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    // Without it the page asks for its scripts at /docs where its address has no slash at the end.
    indexPrefix: app.prefix,
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  for (const list of apiLists) listRoutes(app, pool, list);
  for (const list of wholeLists) exportRoutes(app, pool, list);
  questionRoutes(app, pool);
  if (correcting !== null) await app.register(correctionApi, correcting);
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

function listRoutes(plain: FastifyInstance, pool: pg.Pool, list: ApiList): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const columns = describeView(list.view);
  const row = rowSchema(list.row, columns);
  const filters = z.object(filterShape(list));
  const paging = z.object({
    limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(100).describe('Rows of a page.'),
    cursor: z.string().max(2000).optional().describe('`next` of the page before.'),
  });
  const page = z.object({ rows: z.array(row), next: z.string().nullable().describe('Where the next page begins; null on the last one.') });
  const tags = [list.name];
  app.get(
    `/${list.name}`,
    {
      schema: {
        tags,
        summary: list.summary,
        querystring: filters.extend(paging.shape).strict(),
        response: { 200: page, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = paging.parse(request.query);
      const after = cursor === undefined ? null : readCursor(cursor, list.order.length);
      const { rows } = await pool.query(listQuery(list, filters.parse(request.query), after, limit + 1));
      const shown = rows.slice(0, limit).map((found) => splitRow(list, found));
      const last = shown.at(-1);
      const next = rows.length > limit && last !== undefined ? writeCursor(last.place) : null;
      if (next !== null) reply.header('link', linkToNext(request.url, next));
      return { rows: shown.map((found) => inJson(found.row)), next };
    },
  );
  exportRoutes(app, pool, list);
  const { key } = list;
  if (key === undefined) return;
  const value = columns.find(({ name }) => name === key)?.type === 'uuid' ? z.uuid() : z.string().max(300);
  app.get(
    `/${list.name}/:${key}`,
    { schema: { tags, summary: 'One of them', params: z.object({ [key]: value }), response: { 200: row, ...problemAnswers } } },
    async (request, reply) => {
      const { rows } = await pool.query(`SELECT * FROM newsledger.${list.view} WHERE ${key} = $1`, [request.params[key]]);
      return rows[0] === undefined ? reply.callNotFound() : inJson(rows[0]);
    },
  );
}

/** A list as a whole, streamed. */
function exportRoutes(plain: FastifyInstance, pool: pg.Pool, list: ApiList): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const columns = describeView(list.view);
  const filters = z.object(filterShape(list));
  for (const form of ['csv', 'jsonl'] as const)
    app.get(
      `/${list.name}.${form}`,
      { schema: { tags: [list.name], summary: `All of it as ${form === 'csv' ? 'CSV' : 'JSON lines'}`, querystring: filters.strict() } },
      async (request, reply) => {
        const names = columns.map(({ name }) => name);
        const rows = await exportRows(pool, list, filters.parse(request.query), form, names);
        return reply.type(form === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl').send(rows);
      },
    );
}

/** Where the next page is, for programs that follow links (RFC 8288). */
function linkToNext(url: string, cursor: string): string {
  const [path, query] = url.split('?');
  const asked = new URLSearchParams(query);
  asked.set('cursor', cursor);
  return `<${path}?${asked}>; rel="next"`;
}

/** Questions that the schema answers by functions, and disputes, which have no order of their own. */
function questionRoutes(plain: FastifyInstance, pool: pg.Pool): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const rows = (name: string, view: string) => ({
    200: z.object({ rows: z.array(rowSchema(name, describeView(view))) }),
    ...problemAnswers,
  });
  const rowsOf = async (text: string, values: readonly unknown[]) => ({ rows: (await pool.query(text, [...values])).rows.map(inJson) });
  app.get(
    '/disagreements',
    {
      schema: {
        tags: ['disagreements'],
        summary: 'Open disputes with both sides',
        response: rows('Disagreement', 'disagreements'),
      },
    },
    () => rowsOf('SELECT * FROM newsledger.disagreements ORDER BY independent_sources DESC, figure_id LIMIT $1', [MOST_ROWS]),
  );
  app.get(
    '/figures/:figure_id/why',
    {
      schema: {
        tags: ['figures'],
        summary: 'Every claim behind a figure, the winner first, with its sentence and why it counts or does not',
        params: z.object({ figure_id: z.uuid() }),
        response: rows('Witness', 'why'),
      },
    },
    (request) => rowsOf('SELECT * FROM newsledger.why($1)', [request.params.figure_id]),
  );
  app.get(
    '/timeline',
    {
      schema: {
        tags: ['figures'],
        summary: 'Figures of one subject and measure in the order of the time that they are about',
        querystring: z.object({ subject: z.string().min(1).max(300), measure: z.string().min(1).max(100) }).strict(),
        response: rows('Figure', 'figures'),
      },
    },
    (request) => rowsOf('SELECT * FROM newsledger.timeline($1, $2)', [request.query.subject, request.query.measure]),
  );
  app.get(
    '/search',
    {
      schema: {
        tags: ['figures'],
        summary: 'Figures, deals and sentences that hold all the words, the best first',
        querystring: z.object({ q: z.string().min(1).max(200) }).strict(),
        response: rows('Found', 'search'),
      },
    },
    (request) => rowsOf('SELECT * FROM newsledger.search($1)', [request.query.q]),
  );
}
