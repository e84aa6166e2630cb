/** The site that `pipeline.ts` reads, in a process of its own so that its work isn't measured: `node articleSite.ts FEEDS ARTICLES_PER_FEED`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const FEEDS = Number(process.argv[2]);
const PER_FEED = Number(process.argv[3]);

const BEGINNINGS = 'Orr Harr Tess Kels Bright Sabl Vant Alder Fenni Lum Stone Tide Hald Rav Corv Mill'.split(' ');
const ENDINGS = 'mark more beck well ane brook in ow aly o moor er en ens ima ott'.split(' ');
const SECOND = 'Robotics Energy Systems Foods Motors Chips Pharma Airways Bank Cloud Steel Media Optics Shipping Health Homes'.split(' ');

/** Menus, scripts and styles make up most of a page. */
const FURNITURE = `<nav>${'<a href="/section">Section</a> '.repeat(60)}</nav><style>${'.x{color:red} '.repeat(300)}</style>`;

/** What a news article is mostly made of. */
const FILLER = [
  'Neither side wanted to say more before the meeting, and people who had seen the plan described it as ambitious but sound.',
  'The talks had been going on for most of the year, with long breaks while lawyers went through the details.',
  'Suppliers in the region expect new orders, though several of them warned that skilled workers are hard to find.',
  'A spokesman declined to comment on the timing, and said that customers would hear of changes first.',
];

const server = createServer((request, response) => {
  const [, kind, feed = '0', article = '0'] = (request.url ?? '').split('/');
  if (kind !== 'feed' && kind !== 'article') return response.writeHead(404).end();
  const type = kind === 'feed' ? 'application/rss+xml' : 'text/html; charset=utf-8';
  return response
    .writeHead(200, { 'content-type': type })
    .end(kind === 'feed' ? feedOf(Number(feed)) : pageOf(Number(feed) * PER_FEED + Number(article)));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

/** Half as many companies as articles, 4,096 at most: six articles speak of each, so that an article costs what it costs, however many there are. */
const COMPANIES = Math.min(Math.ceil((FEEDS * PER_FEED) / 2), BEGINNINGS.length * ENDINGS.length * SECOND.length);

/** A company, the n-th. */
function company(n: number): string {
  const place = n % COMPANIES;
  const rest = Math.floor(place / BEGINNINGS.length);
  return `${BEGINNINGS[place % BEGINNINGS.length]}${ENDINGS[rest % ENDINGS.length]} ${SECOND[Math.floor(rest / ENDINGS.length) % SECOND.length]}`;
}

function titleOf(n: number): string {
  return `${company(n * 7)} to buy ${company(n * 11 + 5)} for $${1 + (n % 90)}.${n % 10} billion`;
}

/** Eight figures of some companies, among what surrounds figures in a newspaper. */
function paragraphsOf(n: number): string[] {
  const [buyer, target, rival] = [company(n * 7), company(n * 11 + 5), company(n * 13 + 2)];
  const told = [
    `${buyer} said on Monday that it will buy ${target} for $${1 + (n % 90)}.${n % 10} billion in cash.`,
    `${buyer} reported revenue of $${20 + (n % 70)}.${(n * 3) % 10} billion for 2024, and a profit of $${1 + (n % 9)}.${(n * 7) % 10} billion.`,
    `${target} employs about ${2 + (n % 60)},${100 + (n % 800)} people, and expects sales to grow by ${2 + (n % 20)} per cent in 2025.`,
    `${rival}, which had offered $${1 + (n % 80)}.${(n * 3) % 10} billion for ${target}, saw its shares fall ${1 + (n % 12)}.${n % 10} per cent.`,
    `${rival} plans to invest $${100 + (n % 800)} million in a plant of ${50 + (n % 900)} megawatts.`,
  ];
  return told.flatMap((sentence, place) => [sentence, `${FILLER[(n + place) % FILLER.length]} ${FILLER[(n + place + 1) % FILLER.length]}`]);
}

function feedOf(feed: number): string {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const items = Array.from({ length: PER_FEED }, (_, article) => {
    const n = feed * PER_FEED + article;
    return `<item><title>${titleOf(n)}</title><link>${origin}/article/${feed}/${article}</link><guid>${n}</guid><pubDate>Mon, 03 Nov 2025 ${String(article % 24).padStart(2, '0')}:00:00 GMT</pubDate><description>${FILLER[n % FILLER.length]}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed} of ${FEEDS}</title><link>${origin}/</link>${items.join('')}</channel></rss>`;
}

function pageOf(n: number): string {
  const text = paragraphsOf(n).map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><head><title>${titleOf(n)}</title><meta property="article:published_time" content="2025-11-03T10:00:00Z"></head><body>${FURNITURE}<article><h1>${titleOf(n)}</h1>${text.join('')}</article><footer>${FURNITURE}</footer></body></html>`;
}
