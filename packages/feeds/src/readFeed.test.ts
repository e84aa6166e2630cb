import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedUnreadableError } from './feedReading.ts';
import { type ReadFeedOptions, readFeed } from './readFeed.ts';

const URL = 'https://news.example.com/feeds/all.xml';
const read = (text: string, options: Partial<ReadFeedOptions> = {}) =>
  readFeed(Buffer.from(text), { contentType: 'application/xml', url: URL, ...options });

const item = (inner = '') =>
  `<item><title>Harbour Chips builds</title><link>https://news.example.com/1</link><guid isPermaLink="false">n-1</guid><pubDate>Mon, 03 Nov 2025 09:15:00 GMT</pubDate><description>It costs $2.5&#160;billion.</description>${inner}</item>`;
const rss = (items = item(), channel = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Example News</title><link>https://news.example.com/</link>${channel}${items}</channel></rss>`;
const atom = (entry: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Example</title><id>urn:x</id><updated>2025-11-03T09:00:00Z</updated><entry><id>urn:1</id>${entry}</entry></feed>`;

describe('readFeed reads', () => {
  it('RSS 2.0', async () => {
    expect(await read(rss())).toMatchObject({
      format: 'rss',
      reader: 'rss-parser',
      title: 'Example News',
      link: 'https://news.example.com/',
      problems: [],
      entries: [
        {
          id: 'n-1',
          url: 'https://news.example.com/1',
          title: 'Harbour Chips builds',
          summary: 'It costs $2.5\u00a0billion.',
          publishedAt: '2025-11-03T09:15:00.000Z',
        },
      ],
    });
  });

  it('RSS without a version, and with items outside the channel', async () => {
    const { entries } = await read(`<rss><channel><title>Example</title></channel>${item()}</rss>`);
    expect(entries.map((entry) => entry.id)).toEqual(['n-1']);
  });

  it('RDF, whose items have addresses for names', async () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example.com/"><title>Example</title></channel>
      <item rdf:about="https://news.example.com/1"><title>One</title><link>https://news.example.com/1</link><dc:date>2025-11-03T09:15:00Z</dc:date><dc:creator>Ada Birch</dc:creator></item></rdf:RDF>`;
    expect(await read(text)).toMatchObject({
      format: 'rdf',
      entries: [{ url: 'https://news.example.com/1', author: 'Ada Birch', updatedAt: '2025-11-03T09:15:00.000Z' }],
    });
  });

  it('Atom, with relative links against xml:base', async () => {
    const { entries } = await read(
      atom(
        '<title>One</title><link href="../1"/><published>2025-11-03T09:15:00+01:00</published>',
        'xml:base="https://other.example.com/a/b/"',
      ),
    );
    expect(entries[0]).toMatchObject({ id: 'urn:1', url: 'https://other.example.com/a/1', publishedAt: '2025-11-03T08:15:00.000Z' });
  });

  it('Atom under a prefix of its own', async () => {
    const text =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>One</a:title><a:link href="https://news.example.com/1"/></a:entry></a:feed>';
    expect((await read(text)).entries[0]).toMatchObject({ title: 'One', url: 'https://news.example.com/1' });
  });

  it('XHTML in Atom in the order in which it is written', async () => {
    const { entries } = await read(
      atom(
        '<title>One</title><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">It costs <b>$5</b> billion <i>a year</i>.</div></summary>',
      ),
    );
    expect(entries[0]?.summary).toBe('It costs $5 billion a year.');
  });

  it('escaped HTML as text in lines, without its scripts', async () => {
    const { entries } = await read(
      rss(
        '<item><title>x</title><description>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Three.&lt;/p&gt;</description></item>',
      ),
    );
    expect(entries[0]?.summary).toBe('One & two.\nThree.');
  });

  it('a title with a less-than sign as text', async () => {
    const { entries } = await read(rss('<item><title>Debt &lt; 5 billion</title></item>'));
    expect(entries[0]?.title).toBe('Debt < 5 billion');
  });

  it('JSON Feed', async () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Example',
      items: [
        {
          id: '1',
          url: '/1',
          title: 'One',
          content_html: '<p>It costs <b>$5</b>.</p>',
          date_published: '2025-11-03T09:15:00Z',
          authors: [{ name: 'Ada Birch' }],
        },
      ],
    });
    expect(await read(text, { contentType: 'application/feed+json' })).toMatchObject({
      format: 'json',
      reader: 'feedsmith',
      entries: [
        { url: 'https://news.example.com/1', summary: 'It costs $5.', author: 'Ada Birch', publishedAt: '2025-11-03T09:15:00.000Z' },
      ],
    });
  });

  it('a watched page as one entry', async () => {
    const reading = await read('<html lang="en"><title>Prices</title><h1>Prices of today</h1></html>', { kind: 'page' });
    expect(reading).toMatchObject({ format: 'page', entries: [{ id: URL, url: URL, title: 'Prices of today', language: 'en' }] });
  });

  it('how long nothing changes', async () => {
    expect((await read(rss(item(), '<ttl>30</ttl>'))).ttlSeconds).toBe(1800);
  });

  it('which hub announces changes', async () => {
    const { hubs } = await read(
      rss(item(), '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example.com/"/>'),
    );
    expect(hubs).toEqual(['https://hub.example.com/']);
  });

  it('an entry without an address as one that has none', async () => {
    expect((await read(rss('<item><title>x</title></item>'))).entries[0]?.url).toBeNull();
  });

  it('an entry whose guid is its address', async () => {
    expect((await read(rss('<item><title>x</title><guid>https://news.example.com/7</guid></item>'))).entries[0]?.url).toBe(
      'https://news.example.com/7',
    );
  });

  it('entries under one guid as the several entries that they are', async () => {
    const { entries, problems } = await read(rss(item() + item().replace('example.com/1', 'example.com/2')));
    expect([entries.length, new Set(entries.map((entry) => entry.id)).size, problems]).toEqual([
      2,
      2,
      ['Several entries have the same id.'],
    ]);
  });

  it('an entry that is listed twice once', async () => {
    expect((await read(rss(item() + item()))).entries.length).toBe(1);
  });
});

describe('readFeed repairs', () => {
  it.each([
    ['a bare ampersand', rss(item().replace('Harbour Chips', 'Harbour & Chips')), 'An ampersand is not escaped.', 'Harbour & Chips builds'],
    ['text before the declaration', `Warning: something\n${rss()}`, 'Other text stands before the feed.', 'Harbour Chips builds'],
    ['blank lines before the declaration', `\n ${rss()}`, 'Blank lines stand before the XML declaration.', 'Harbour Chips builds'],
    [
      'control characters',
      rss(item().replace('Harbour', 'Har\u0003bour')),
      'Control characters stand in the text.',
      'Harbour Chips builds',
    ],
    [
      'a prefix that nobody declares',
      rss(item('<foo:bar>1</foo:bar>')),
      'The namespace prefix "foo" is not declared.',
      'Harbour Chips builds',
    ],
    ['a missing closing tag', rss(item().replace('</description>', '')), 'An element <description> is not closed.', 'Harbour Chips builds'],
    ['a closing tag too many', rss(item('</b>')), 'A closing tag has no opening tag.', 'Harbour Chips builds'],
    [
      'a date that is none',
      rss(item().replace('Mon, 03 Nov 2025 09:15:00 GMT', 'soon')),
      'The date "soon" can\'t be read.',
      'Harbour Chips builds',
    ],
  ])('%s and says so', async (_, text, problem, title) => {
    const { entries, problems } = await read(text);
    expect([entries[0]?.title, problems]).toEqual([title, [problem]]);
  });

  it('HTML entities without a word: every reader knows them', async () => {
    expect((await read(rss(item().replace('Harbour', 'L&rsquo;Harbour')))).entries[0]?.title).toBe('L’Harbour Chips builds');
  });

  it('entities that the feed declares itself', async () => {
    expect(
      (await read(`<!DOCTYPE rss [<!ENTITY co "Acme">]><rss><channel><item><title>&co; builds</title></item></channel></rss>`)).entries[0]
        ?.title,
    ).toBe('Acme builds');
  });

  it('a feed that is cut off by keeping the items before the cut', async () => {
    const whole = rss(item() + item().replace('n-1', 'n-2').replace('example.com/1', 'example.com/2'));
    const { entries, problems } = await read(whole.slice(0, whole.lastIndexOf('billion')));
    expect([entries.map((entry) => [entry.id, entry.summary]), problems]).toEqual([
      [
        ['n-1', 'It costs $2.5\u00a0billion.'],
        ['n-2', ''],
      ],
      ['The document is cut off.'],
    ]);
  });
});

describe('readFeed refuses', () => {
  it.each([
    ['an HTML page', '<!doctype html><html><body>Not found</body></html>'],
    ['plain text', 'Not found'],
    ['nothing at all', '  '],
    ['JSON that is no feed', '{"error":"not found"}'],
  ])('%s', async (_, text) => {
    await expect(read(text)).rejects.toBeInstanceOf(FeedUnreadableError);
  });

  const entities = Array.from(
    { length: 10 },
    (_, level) => `<!ENTITY a${level} "${level === 0 ? 'lol' : `&a${level - 1};`.repeat(10)}">`,
  ).join('');

  it.each([
    ['entities that grow exponentially', `<!DOCTYPE r [${entities}]>${rss(item().replace('Harbour', '&a9;'))}`],
    [
      'entities that grow quadratically',
      `<!DOCTYPE r [<!ENTITY q "${'A'.repeat(20_000)}">]>${rss(item().replace('Harbour', '&q;'.repeat(20_000)))}`,
    ],
    ['elements without end', `<rss><channel>${'<a>'.repeat(50_000)}`],
    ['markup without end', rss(`<item><title>${'<b>'.repeat(50_000)}`)],
  ])('%s as hostile', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ hostile: true });
  });

  it('to fetch external entities', async () => {
    const { entries } = await read(`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item().replace('Harbour', '&x;'))}`);
    expect(entries[0]?.title).toBe('Chips builds');
  });

  it('to let a feed touch the prototype of objects', async () => {
    await read('<rss><channel><__proto__><polluted>yes</polluted></__proto__><item><title>a</title></item></channel></rss>');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001', 'hex'),
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj', 'latin1')],
    ['a compressed file', Buffer.from('1f8b0800000000000003cb48cdc9c95728cf2fca49010085114a0d0b000000', 'hex')],
    ['nothing but zeroes', Buffer.alloc(100_000)],
  ])('%s that is served as a feed', async (_, bytes) => {
    await expect(readFeed(bytes, { contentType: 'application/rss+xml', url: URL })).rejects.toBeInstanceOf(FeedUnreadableError);
  });

  it('bytes only with its own error', async () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry>',
      '<link href="',
      '"/>',
      '<![CDATA[',
      ']]>',
      '&amp',
      '<urlset>',
      '<url><loc>',
      '{"version":"https://jsonfeed.org/version/1",',
      '<!DOCTYPE [',
      '<!ENTITY a "&a;">',
      '&a;',
    );
    const any = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))).map((parts) => Buffer.from(parts.join('')));
    await fc.assert(
      fc.asyncProperty(fc.oneof(any, fc.uint8Array()), async (bytes) => {
        const outcome = await readFeed(bytes, { contentType: null, url: URL }).catch((error: unknown) => error);
        return !(outcome instanceof Error) || outcome instanceof FeedUnreadableError;
      }),
    );
  });
});
