import createClient from 'openapi-fetch';
import type { paths } from './newsledger.ts';

const [baseUrl = 'http://127.0.0.1:4700', subject = 'OpenAI'] = process.argv.slice(2);
const newsledger = createClient<paths>({ baseUrl });

/** All figures of which somebody is the subject or the other side, page by page. */
async function figuresAbout(about: string) {
  const figures = [];
  for (let cursor: string | undefined; ; ) {
    const { data, error } = await newsledger.GET('/api/v1/figures', { params: { query: { about, limit: 5, cursor } } });
    if (error !== undefined) throw new Error(error.detail);
    figures.push(...data.rows);
    if (data.next === null) return figures;
    cursor = data.next;
  }
}

const figures = await figuresAbout(subject);
for (const { measure, period, value, unit, agreement } of figures) console.log(`${measure} ${period ?? ''}: ${value} ${unit}, ${agreement}`);

// The one that is told most often.
const figure_id = figures.sort((a, b) => (b.claim_count ?? 0) - (a.claim_count ?? 0))[0]?.figure_id;
if (figure_id == null) throw new Error(`Nothing is known of ${subject}.`);
const one = await newsledger.GET('/api/v1/figures/{figure_id}', { params: { path: { figure_id } } });
console.log(one.data?.explanation);

const why = await newsledger.GET('/api/v1/figures/{figure_id}/why', { params: { path: { figure_id } } });
for (const { verdict, source, quote } of why.data?.rows ?? []) console.log(`${verdict}: ${source} says “${quote}”`);

// Asked again, the server says only whether anything changed since.
const etag = one.response.headers.get('etag') ?? '';
const again = await newsledger.GET('/api/v1/figures/{figure_id}', { params: { path: { figure_id } }, headers: { 'if-none-match': etag } });
console.log(`asked again: ${again.response.status}`);

// What is refused is explained (RFC 9457).
const refused = await newsledger.GET('/api/v1/figures', { params: { query: { limit: 0 } } });
console.log(`limit 0: ${refused.error?.status}, ${refused.error?.detail}`);
