/**
 * How long a reader waits for the first byte of a page: `node tests/bench/webPages.ts [new] [events …]`, 20000 60000 when left out. Names are as
 * news spreads them (some 9,000 events are 1,000 figures), or new in each copy of the sample (some 3,300 are). Of a ledger that is there:
 * `node tests/bench/webPages.ts POSTGRES_URL`.
 *
 * Each page is asked for eleven times, one after the other; what is told is the quickest time and the median, and how many bytes came.
 */
import { createLogger, openPool } from '@newsledger/platform';
import { startWeb } from '@newsledger/web';
import { withFilledLedgers } from './filledLedgers.ts';

const TIMES = 11;
/** Deep in the list: so many pages behind the first. */
const PAGES_TURNED = 30;

type Rows = Readonly<Record<string, string>>;

const args = process.argv.slice(2);
if (args[0]?.startsWith('postgres')) print([await ask(args[0])]);
else {
  const sizes = args.filter((arg) => arg !== 'new').map(Number);
  print(await withFilledLedgers(sizes.length === 0 ? [20_000, 60_000] : sizes, 54_776, ask, args.includes('new') ? 'new' : 'zipf'));
}

async function ask(url: string): Promise<Rows> {
  const pool = openPool({ url, max: 5 });
  const web = await startWeb({ pool, logger: createLogger('web', { level: 'silent' }), port: 0 });
  try {
    const { rows } = await pool.query<{ figures: string; figure: string; rival: string; subject: string; deal: string }>(
      `SELECT (SELECT count(*) FROM newsledger.figures) AS figures, ids[1] AS figure, ids[2] AS rival, subject,
              (SELECT deal_id FROM newsledger.deals ORDER BY claim_count DESC LIMIT 1) AS deal
         FROM (SELECT array_agg(figure_id ORDER BY claim_count DESC, figure_id) AS ids, min(subject) AS subject
                 FROM (SELECT * FROM newsledger.figures ORDER BY claim_count DESC, figure_id OFFSET 50 LIMIT 2) AS two) AS chosen`,
    );
    const [about] = rows;
    if (about === undefined) throw new Error('the ledger has too few figures');
    const pages = {
      overview: '/',
      figures: '/figures',
      'figures, the latest changed': '/figures?sort=changed',
      'figures by amount': '/figures?sort=amount',
      'figures of a measure': '/figures?measure=revenue',
      'figures, 31st page': await turned(web.url),
      'figures found by words': `/figures?q=${encodeURIComponent(`${about.subject} revenue`)}`,
      'one figure': `/figures/${about.figure}`,
      'two figures compared': `/compare?figure=${about.figure}&figure=${about.rival}`,
      'one deal': `/deals/${about.deal}`,
      'changes of the last day': '/changes',
    };
    const times: Record<string, string> = { 'all figures': about.figures };
    for (const [name, page] of Object.entries(pages)) times[name] = await timesOf(`${web.url}${page}`);
    return times;
  } finally {
    await web.close();
    await pool.end();
  }
}

/** The address of a page deep in the list. */
async function turned(url: string): Promise<string> {
  let page = '/figures';
  for (let count = 0; count < PAGES_TURNED; count++) {
    const text = await (await fetch(`${url}${page}`)).text();
    page = /<a rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? page;
  }
  return page;
}

/** `quickest / median ms, bytes`. */
async function timesOf(address: string): Promise<string> {
  const times: number[] = [];
  let bytes = 0;
  for (let time = 0; time < TIMES; time++) {
    const startedMs = performance.now();
    // Resolves when the head of the answer has come.
    const response = await fetch(address);
    times.push(performance.now() - startedMs);
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    bytes = (await response.arrayBuffer()).byteLength;
  }
  times.sort((a, b) => a - b);
  const [quickest = 0, median = 0] = [times[0], times[(TIMES - 1) / 2]];
  return `${quickest.toFixed(1)} / ${median.toFixed(1)} ms, ${(bytes / 1000).toFixed(0)} kB`;
}

function print(asked: readonly Rows[]): void {
  const [first = {}] = asked;
  console.log(`| |${asked.map(() => ' |').join('')}\n|---|${asked.map(() => '---:|').join('')}`);
  for (const row of Object.keys(first)) console.log(`| ${row} | ${asked.map((rows) => rows[row]).join(' | ')} |`);
}
