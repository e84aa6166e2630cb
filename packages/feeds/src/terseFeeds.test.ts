import { describe, expect, it } from 'vitest';
import { readFeed } from './readFeed.ts';

const read = (text: string) =>
  readFeed(Buffer.from(text), { contentType: 'application/xml', url: 'https://news.example.com/feeds/all.xml' });

const item = (inner = '') =>
  `<item><title>One</title><link>https://news.example.com/1</link><guid isPermaLink="false">n-1</guid>${inner}</item>`;
const rss = (items: string, channel = '') => `<rss version="2.0"><channel><title>Example News</title>${channel}${items}</channel></rss>`;

describe('readFeed fills in', () => {
  const feedOf = (inner: string, entries: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title>${inner}${entries}</feed>`;

  it('the author of an Atom feed where an entry names none, and only there', async () => {
    const text = feedOf(
      '<author><name>Ada Birch</name></author>',
      '<entry><id>urn:1</id><title>One</title></entry><entry><id>urn:2</id><title>Two</title><author><name>Ben Holm</name></author></entry>',
    );
    expect((await read(text)).entries.map(({ author }) => author)).toEqual(['Ada Birch', 'Ben Holm']);
  });

  it('the author of the feed that an Atom entry was taken from before that of the feed it stands in', async () => {
    const text = feedOf(
      '<author><name>The planet</name></author>',
      '<entry><id>urn:1</id><title>One</title><source><title>Origin</title><author><name>Ada Birch</name></author></source></entry>',
    );
    expect((await read(text)).entries[0]?.author).toBe('Ada Birch');
  });

  it('the creator of an RDF channel', async () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example.com/"><title>Example</title><dc:creator>Ada Birch</dc:creator></channel>
      <item rdf:about="https://news.example.com/1"><title>One</title></item></rdf:RDF>`;
    expect((await read(text)).entries[0]?.author).toBe('Ada Birch');
  });

  it('the authors of a JSON Feed, also where an item has an empty list of its own', async () => {
    const items = [{ id: '1' }, { id: '2', authors: [] }, { id: '3', authors: [{ name: 'Ben Holm' }] }];
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', authors: [{ name: 'Ada Birch' }], items });
    expect((await read(text)).entries.map(({ author }) => author)).toEqual(['Ada Birch', 'Ada Birch', 'Ben Holm']);
  });

  it('no editor of an RSS channel as the author of its items', async () => {
    expect((await read(rss(item(), '<managingEditor>desk@news.example.com</managingEditor>'))).entries[0]?.author).toBeNull();
  });

  it('an author who is named twice once', async () => {
    const text = feedOf(
      '',
      '<entry><id>urn:1</id><author><name>Ada Birch</name></author><author><name>ada  birch</name></author><author><name>Ben Holm</name></author></entry>',
    );
    expect((await read(text)).entries[0]?.author).toBe('Ada Birch, Ben Holm');
  });

  it('the address of an Atom entry without links from its id, or from what it encloses', async () => {
    const text = feedOf(
      '',
      `<entry><id>https://news.example.com/7</id><title>One</title><link rel="enclosure" href="/7.pdf"/></entry>
       <entry><id>urn:8</id><title>Two</title><link rel="enclosure" href="/8.pdf"/></entry><entry><id>urn:9</id><title>Three</title></entry>`,
    );
    const addresses = (await read(text)).entries.map(({ url }) => url);
    expect(addresses).toEqual(['https://news.example.com/7', 'https://news.example.com/8.pdf', null]);
  });

  it('the address of an RSS item from its enclosure when there is nothing else', async () => {
    const enclosure = '<enclosure url="https://news.example.com/1.mp3" length="1" type="audio/mpeg"/>';
    const bare = `<item><title>Two</title><guid isPermaLink="false">n-2</guid>${enclosure}</item>`;
    const addresses = (await read(rss(item(enclosure) + bare))).entries.map(({ url }) => url);
    expect(addresses).toEqual(['https://news.example.com/1', 'https://news.example.com/1.mp3']);
  });

  it('the address of a JSON Feed item from its id or attachment', async () => {
    const items = [
      { id: 'https://news.example.com/7' },
      { id: '8', attachments: [{ url: 'https://news.example.com/8.pdf', mime_type: 'application/pdf' }] },
    ];
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items });
    expect((await read(text)).entries.map(({ url }) => url)).toEqual(['https://news.example.com/7', 'https://news.example.com/8.pdf']);
  });
});

describe('readFeed tells apart', () => {
  const named = (id: string, title: string, link = '') =>
    `<item><title>${title}</title><guid isPermaLink="${id.startsWith('http')}">${id}</guid>${link === '' ? '' : `<link>${link}</link>`}</item>`;

  it.each([
    ['an id', 'n-1'],
    ['an id that is an address', 'https://news.example.com/'],
  ])('entries without links under %s by their titles, and gives none an address', async (_, id) => {
    const { entries } = await read(rss(named(id, 'One') + named(id, 'Two') + named(id, 'One')));
    expect(entries.map(({ title, url, ownId }) => [title, url, ownId])).toEqual([
      ['One', null, null],
      ['Two', null, null],
    ]);
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(2);
  });

  it('an id that is one entry’s own from one that several share', async () => {
    const { entries } = await read(
      rss(named('a', 'One', 'https://x.example/1') + named('b', 'Two', 'https://x.example/2') + named('b', 'Three', 'https://x.example/3')),
    );
    expect(entries.map(({ ownId }) => ownId)).toEqual(['a', null, null]);
  });

  it('an id that the publisher gives from one that the address stands in for', async () => {
    expect((await read(rss('<item><title>x</title><link>https://x.example/1</link></item>'))).entries[0]).toMatchObject({
      id: 'https://x.example/1',
      ownId: null,
    });
  });
});
