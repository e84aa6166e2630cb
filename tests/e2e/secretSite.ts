import { type LocalServer, serveLocally } from '@newsledger/test-support';

/** A publisher whose feed is for members; others are told 401. */
export function openMembersSite(user: string, password: string): Promise<LocalServer> {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return serveLocally((request, response) => {
    if (request.headers.authorization !== wanted) return void response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
    if (request.url === '/feed.xml') return void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED);
    if (request.url === '/story') return void response.writeHead(200, { 'content-type': 'text/html' }).end(STORY);
    response.writeHead(404).end();
  });
}

/** Refuses everybody, and repeats what it was sent wherever a careless program might log it; `/moved.xml` leads to an address with a secret in it. */
export function openRefusingSite(secretInAddress: string): Promise<LocalServer> {
  return serveLocally((request, response) => {
    const sent = request.headers.authorization ?? 'nothing';
    if (request.url === '/moved.xml') return void response.writeHead(302, { location: `/refused?access_token=${secretInAddress}` }).end();
    response
      .writeHead(request.method === 'POST' ? 500 : 401, { 'www-authenticate': `Basic realm="${sent.replaceAll('"', '')}"`, 'x-sent': sent })
      .end(`You sent ${sent}`);
  });
}

const SENTENCE = 'Orrin Robotics reported revenue of $2.5 billion for 2024 and will buy Harbour Chips for $300 million, the company said.';

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>For members</title>
  <item><title>Orrin Robotics to buy Harbour Chips for $300 million</title><link>/story</link><description>${SENTENCE}</description>
  <pubDate>Mon, 03 Nov 2025 10:00:00 GMT</pubDate></item></channel></rss>`;

const STORY = `<!doctype html><html lang="en"><head><title>Orrin Robotics to buy Harbour Chips for $300 million</title></head><body><article>
  <h1>Orrin Robotics to buy Harbour Chips for $300 million</h1><p>${SENTENCE}</p>
  <p>Orrin Robotics employs 3,000 people. The companies expect the transaction to close in the first half of next year, subject to approval.</p>
  </article></body></html>`;
