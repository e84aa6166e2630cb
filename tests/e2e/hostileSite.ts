import { type LocalServer, serveLocally } from '@newsledger/test-support';

/** What an attacker puts wherever a text may stand. Each would set `window.hit`, or make an element that the tests look for. */
export const attacks: readonly string[] = [
  '<script>window.hit=1</script>',
  '"><img src=x onerror=window.hit=1>',
  "'><svg onload=window.hit=1>",
  '</title></style></textarea><script>window.hit=1</script>',
  '" autofocus onfocus=window.hit=1 x="',
  "' onmouseover='window.hit=1",
  '<a href="javascript:window.hit=1">more</a>',
  '&lt;script&gt;window.hit=1&lt;/script&gt;',
  '&#60;img src=x onerror=window.hit=1&#62;',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>',
  '--><script>window.hit=1</script><!--',
  ']]><script>window.hit=1</script>',
  `{{constructor.constructor("window.hit=1")()}}\${window.hit=1}`,
  '<body onload=window.hit=1><form action="javascript:window.hit=1"><button>x</button></form>',
  '<meta http-equiv="refresh" content="0;url=javascript:window.hit=1"><base href="//evil.test/">',
];

/** A publisher on the loopback address with an attack in every field of its feed and of its pages: one article for each. */
export function openHostileSite(): Promise<LocalServer> {
  return serveLocally((request, response) => {
    const [, folder, number] = (request.url ?? '').split('/');
    const attack = attacks[Number(number)];
    if (folder === 'feed.xml') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed());
    else if (folder === 'story' && attack !== undefined)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(article(attack, Number(number)));
    else response.writeHead(404).end();
  });
}

/** Names of the two companies that every article is about; `entities.yaml` files them under names that are attacks. */
export const names = ['Orrin Robotics', 'Harbour Chips'] as const;

function feed(): string {
  const items = attacks.map(
    (attack, number) => `<item><title>${escaped(titleOf(attack))}</title><link>/story/${number}</link>
      <guid isPermaLink="false">${escaped(`${attack}${number}`)}</guid>
      <author>${escaped(attack)}</author><dc:creator>${escaped(attack)}</dc:creator><category>${escaped(attack)}</category>
      <description>${escaped(`${attack} ${sentenceOf(attack, number)}`)}</description>
      <pubDate>Mon, 03 Nov 2025 10:00:00 GMT</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>${escaped(attacks.join(' '))}</title><link>javascript:window.hit=1</link>
    <item><title>Orrin Robotics raises $300 million</title><link>javascript:window.hit=1//${escaped('"><script>window.hit=1</script>')}</link></item>
    ${items.join('\n')}</channel></rss>`;
}

function article(attack: string, number: number): string {
  const safe = escaped(attack);
  return `<!doctype html><html lang="en"><head><title>${escaped(titleOf(attack))}</title>
    <link rel="canonical" href="javascript:window.hit=1//${safe}"><meta property="og:url" content="javascript:window.hit=1">
    <meta name="author" content="${safe}"><meta property="article:section" content="${safe}"><meta property="og:site_name" content="${safe}">
    <meta property="article:published_time" content="2025-11-03T10:00:00Z"></head>
    <body><article><h1>${escaped(titleOf(attack))}</h1><p class="byline">By ${safe}</p>
    <p>${escaped(sentenceOf(attack, number))}</p>
    <p>Orrin Robotics reported revenue of $${number + 2} billion for 2024, said ${safe}, its chief executive, and employs ${number + 3},000 people.</p>
    <p>Correction: an earlier version of this article misstated the price, ${safe}, of the deal.</p>
    <p>The companies ${safe} said on Monday that they expect the transaction to close in the first half of next year, subject to approval.</p>
    ${/* As markup, too: a page may hold live scripts, and its text must not. */ attack}</article></body></html>`;
}

function titleOf(attack: string): string {
  return `Orrin Robotics buys Harbour Chips ${attack} for $5 billion`;
}

function sentenceOf(attack: string, number: number): string {
  return `Orrin Robotics ${attack} agreed to acquire Harbour Chips for $${number + 5} billion ${attack} in cash.`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
