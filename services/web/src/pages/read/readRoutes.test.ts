import { createLogger } from '@newsledger/platform';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../startWeb.ts';
import { MAX_TEXT_LENGTH } from './readForm.ts';

/** Never asked: this page needs no database. */
const pool = new pg.Pool({ host: '127.0.0.1', port: 1 });
let web: Web;

beforeAll(async () => {
  web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
});

afterAll(() => web.close());

async function post(fields: Record<string, string>) {
  const response = await fetch(`${web.url}/read`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, page: await response.text() };
}

describe('the page that reads a text', () => {
  it('marks each quantity by its kind and lists it with its interval', async () => {
    const { status, page } = await post({ text: 'It paid nearly $140bn for 500,000 GPU chips.' });

    expect(status).toBe(200);
    expect(page).toContain(
      '<mark class="span money">$140bn<a class="tag" href="#q1" aria-label="money, row 1 of the table">money</a></mark>',
    );
    expect(page).toContain('title="[131600000000, 140000000000) USD">131.6 bn … 140 bn</td>');
    expect(page).toContain('<span class="noun">GPU chips</span>');
  });

  it('shows numbers that are no quantities as left alone, by what they are', async () => {
    const { page } = await post({ text: 'In 2025 the GB200 was new.' });

    expect(page).toContain('<span class="span typed">2025<span class="tag">year</span></span>');
    expect(page).toContain('<span class="span typed">GB200<span class="tag">name</span></span>');
  });

  it('takes a short text by its address, so that a reading can be linked', async () => {
    const page = await (await fetch(`${web.url}/read?text=${encodeURIComponent('up 5%')}`)).text();

    expect(page).toContain('<mark class="span percent">5%');
  });

  it('shows what was pasted as text, whatever it is', async () => {
    const { page } = await post({ text: '</textarea><script>alert(5)</script> and $5' });

    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;alert(');
  });

  it('shows what a text claims, with what each field was chosen from and the words of it', async () => {
    const { status, page } = await post({
      view: 'claims',
      title: 'Cisco buys Splunk',
      published: '2025-11-03',
      text: 'Cisco agreed on Friday to acquire Splunk for $28 billion.',
    });

    expect(status).toBe(200);
    expect(page).toContain('<h3>Deal: acquisition</h3>');
    expect(page).toMatch(/certainty (?:0\.\d+|1), placed/);
    expect(page).toMatch(
      /<tr><th scope="row">target<\/th><td>Splunk<\/td><td class="soft whole">target 0\.\d\d, likelier than [^<]+<\/td><td class="whole">“Splunk”<\/td><\/tr>/,
    );
    expect(page).toContain('<td>2025-10-31</td>');
  });

  it('says so when there is no number', async () => {
    expect((await post({ text: 'Nothing to see here.' })).page).toContain('There is no number in this text.');
  });

  it.each([
    ['a text beyond the limit', '7 '.repeat(MAX_TEXT_LENGTH / 2 + 1), 'Shorten it'],
    ['a body beyond any text', 'é'.repeat(MAX_TEXT_LENGTH * 2), 'far more than this page reads'],
  ])('refuses %s with a sentence', async (_name, text, sentence) => {
    const { status, page } = await post({ text });

    expect(status).toBe(413);
    expect(page).toContain(sentence);
  });

  it('answers a text of numbers alone, up to the limit, and lists the first of them', async () => {
    const { status, page } = await post({ text: '$7 '.repeat(MAX_TEXT_LENGTH / 3) });

    expect(status).toBe(200);
    expect(page).toContain('The first 300 of');
  });

  it('answers programs in JSON, with offsets', async () => {
    const text = 'Cisco paid up to $28 billion in 2025.';
    const numbers = await (await fetch(`${web.url}/api/read?text=${encodeURIComponent(text)}`)).json();
    expect(numbers).toMatchObject({
      quantities: [{ text: '$28 billion', start: 17, end: 28, hedge: '<=' }],
      typedSpans: [{ text: '2025', type: 'year' }],
    });

    const body = JSON.stringify({ text: 'Cisco acquired Splunk for $28 billion.', view: 'claims' });
    const claims = await (
      await fetch(`${web.url}/api/read`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    ).json();
    expect(claims).toMatchObject({
      figures: [{ because: { measure: { words: '$28 billion' } }, certainty: expect.any(Number), placed: true }],
      deals: [{ deal: { type: 'acquisition' } }],
    });
  });

  it('counts a program’s offsets in the text as it sent it', async () => {
    const reading = await (await fetch(`${web.url}/api/read?${new URLSearchParams({ text: 'a\r\nb $5' })}`)).json();
    expect(reading).toMatchObject({ quantities: [{ text: '$5', start: 5 }] });
  });

  it('tells a program in JSON what is wrong with its question', async () => {
    const response = await fetch(`${web.url}/api/read?published=yesterday`);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('published') },
    });
  });

  it('refuses a long text of a program in JSON', async () => {
    const response = await fetch(`${web.url}/api/read`, {
      method: 'POST',
      body: new URLSearchParams({ text: '7 '.repeat(MAX_TEXT_LENGTH) }),
    });
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 413,
      body: { error: expect.stringContaining('Shorten it') },
    });
  });

  it.each(['?example=nonsense', '?published=yesterday'])('answers %s with 400', async (query) => {
    expect((await fetch(`${web.url}/read${query}`)).status).toBe(400);
  });
});
