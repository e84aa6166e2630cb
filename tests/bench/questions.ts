/**
 * How long questions take: `node tests/bench/questions.ts [events …]`, 20000 60000 when left out; or, of a ledger that is there,
 * `node tests/bench/questions.ts POSTGRES_URL`.
 *
 * For each size a fresh database on a throw-away cluster with its defaults holds a ledger about names as news spreads them. Each question is
 * asked eleven times on one connection; what is told is the quickest time and the median, planning and the way to this process included.
 */
import { openPool } from '@newsledger/platform';
import { listClaims, listDeals, listDisagreements, listFigures, listHistory } from '@newsledger/read-models';
import type pg from 'pg';
import { withFilledLedgers } from './filledLedgers.ts';

const TIMES = 11;

interface Subject {
  readonly figureId: string;
  readonly subject: string;
  /** The middle of the time that the ledger covers, and its last day. */
  readonly then: Date;
  readonly today: Date;
}

const QUESTIONS: Readonly<Record<string, (pool: pg.Pool, about: Subject) => Promise<unknown>>> = {
  'why()': (pool, { figureId }) => pool.query('SELECT * FROM newsledger.why($1)', [figureId]),
  'figures_as_known(), 100 rows': (pool, { then }) => pool.query('SELECT * FROM newsledger.figures_as_known($1) LIMIT 100', [then]),
  'figures_as_known(), one subject': (pool, { then, subject }) =>
    pool.query('SELECT * FROM newsledger.figures_as_known($1) WHERE subject = $2', [then, subject]),
  'first 100 figures, counted': (pool) => listFigures(pool, { limit: 100 }),
  'first 100 of a measure, counted': (pool) => listFigures(pool, { measure: 'revenue', limit: 100 }),
  'changed today, 100 rows': (pool, { today }) =>
    pool.query('SELECT * FROM newsledger.figures WHERE last_changed >= $1 ORDER BY last_changed DESC, figure_id LIMIT 100', [today]),
  'claims of a figure': (pool, { figureId }) => listClaims(pool, figureId),
  'history of a figure': (pool, { figureId }) => listHistory(pool, figureId),
  'timeline()': (pool, { subject }) => pool.query(`SELECT * FROM newsledger.timeline($1, 'revenue')`, [subject]),
  'search()': (pool, { subject }) => pool.query('SELECT * FROM newsledger.search($1)', [`${subject} revenue`]),
  'first 100 deals': (pool) => listDeals(pool, { limit: 100 }),
  'all disagreements': (pool) => listDisagreements(pool, 'disagreements'),
};

const args = process.argv.slice(2);
if (args[0]?.startsWith('postgres')) print([await ask(args[0])]);
else print(await withFilledLedgers((args.length === 0 ? ['20000', '60000'] : args).map(Number), 54_775, ask));

type Times = Readonly<Record<string, string>>;

async function ask(url: string): Promise<Times> {
  const pool = openPool({ url, max: 1 });
  const { rows } = await pool.query<Subject & { claims: string; figures: string }>(
    `SELECT figure_id AS "figureId", subject,
            (SELECT min(changed_at) + (max(changed_at) - min(changed_at)) / 2 FROM newsledger.figure_history) AS then,
            (SELECT date_trunc('day', max(last_changed)) FROM newsledger.figures) AS today,
            (SELECT count(*) FROM newsledger.claims) AS claims, (SELECT count(*) FROM newsledger.figures) AS figures
       FROM newsledger.figures
      ORDER BY claim_count DESC OFFSET 50 LIMIT 1`,
  );
  const [about] = rows;
  if (about === undefined) throw new Error('the ledger has too few figures');
  const times: Record<string, string> = { claims: about.claims, figures: about.figures };
  for (const [question, answer] of Object.entries(QUESTIONS)) times[question] = await timesOf(() => answer(pool, about));
  await pool.end();
  return times;
}

/** `quickest / median`, in milliseconds. */
async function timesOf(ask: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const startedMs = performance.now();
    await ask();
    times.push(performance.now() - startedMs);
  }
  times.sort((a, b) => a - b);
  const [quickest = 0, median = 0] = [times[0], times[(TIMES - 1) / 2]];
  return `${quickest.toFixed(1)} / ${median.toFixed(1)} ms`;
}

function print(asked: readonly Times[]): void {
  console.log(`| |${asked.map(() => ' |').join('')}\n|---|${asked.map(() => '---:|').join('')}`);
  for (const question of ['claims', 'figures', ...Object.keys(QUESTIONS)])
    console.log(`| ${question} | ${asked.map((times) => times[question]).join(' | ')} |`);
}
