/**
 * How fast articles become claims: `node tests/bench/extraction.ts [seconds]`.
 *
 * Pages of about 3 kB of text in the mark-up that publishers wrap them in are read (HTML in) and their claims extracted (claims out), on one
 * thread, after a warm-up. Told are articles per second of wall clock and of processor time (on a busy machine only the latter means
 * something), the time of the slowest hundredth, what of it is reading the page, and the time for texts that are 2, 4, 8 … times as long,
 * which should grow as they do.
 */
import { readArticle, readingText } from '@newsledger/articles';
import { extractClaims } from '@newsledger/claims';
import { articlePage, paragraphs } from './extractionPages.ts';

const SECONDS = Number(process.argv[2] ?? 8);
const TEXT_LENGTH = 3_000;
const PAGES = 400;

const pages = Array.from({ length: PAGES }, (_, index) => articlePage(index, TEXT_LENGTH));
const url = 'https://www.gazette.example/business/2025/11/03/a-story';

function read(html: string): { title: string; text: string } {
  const article = readArticle(html, url);
  return { title: article.title, text: readingText(article.title, article.text) };
}

function extract({ title, text }: { title: string; text: string }): number {
  const about = { publishedAt: '2025-11-03T09:00:00.000Z', publisher: 'The Gazette', language: 'en' };
  const { figures, deals } = extractClaims({ title, text, ...about });
  return figures.length + deals.length;
}

for (let round = 0; round < 2; round++) for (const page of pages.slice(0, 200)) extract(read(page));

const times: number[] = [];
let readMs = 0;
let claims = 0;
const before = process.cpuUsage();
const begin = performance.now();
for (let index = 0; performance.now() - begin < SECONDS * 1000; index++) {
  const start = performance.now();
  const article = read(pages[index % PAGES] ?? '');
  const middle = performance.now();
  claims += extract(article);
  times.push(performance.now() - start);
  readMs += middle - start;
}
const wallMs = performance.now() - begin;
const { user, system } = process.cpuUsage(before);
const busyMs = times.reduce((sum, ms) => sum + ms, 0);
const sorted = times.toSorted((a, b) => a - b);
const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

console.log(`articles of ${TEXT_LENGTH} characters in pages of ${Math.round((pages[0]?.length ?? 0) / 1024)} KiB: ${times.length}`);
console.log(
  `a second: ${Math.round((times.length / wallMs) * 1000)} of wall clock, ${Math.round((times.length / (user + system)) * 1e6)} of processor time`,
);
console.log(
  `one article: median ${quantile(0.5).toFixed(2)} ms, 99 % within ${quantile(0.99).toFixed(2)} ms, slowest ${quantile(1).toFixed(1)} ms`,
);
console.log(`reading the page: ${Math.round((readMs / busyMs) * 100)} % of it; claims an article: ${(claims / times.length).toFixed(1)}`);
for (const factor of [1, 2, 4, 8, 16, 32]) {
  const article = { title: 'A long text', text: paragraphs(7, TEXT_LENGTH * factor).join('\n\n') };
  const rounds = Math.max(3, Math.round(64 / factor));
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round++) extract(article);
  const spent = process.cpuUsage(start);
  const perKilobyte = (spent.user + spent.system) / 1000 / rounds / ((TEXT_LENGTH * factor) / 1000);
  console.log(`${TEXT_LENGTH * factor} characters: ${perKilobyte.toFixed(2)} ms of processor time per 1,000`);
}
