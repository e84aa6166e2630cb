import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copySampleLedger } from './sampleLedger.ts';

/** What a run of the sample newsroom must find: the expectations of its seven stories, asked in SQL. */
const run = inject('sampleRun');
let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: await copySampleLedger(), max: 2 });
});

afterAll(() => pool.end());

async function ask<Row extends object = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>(sql, values)).rows;
}

interface FigureKey {
  readonly subject: string;
  readonly measure: string;
  readonly counterparty?: string | null;
  readonly definition?: string | null;
  readonly status?: string;
  readonly period?: string | null;
}

interface FigureRow {
  readonly figure_id: string;
  readonly period: string | null;
  readonly status: string;
  readonly definition: string | null;
  readonly unit: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly agreement: string;
  readonly claim_count: number;
  readonly independent_sources: number;
}

interface ClaimRow {
  readonly claim_id: string;
  readonly source_id: string;
  readonly quote: string;
  readonly sentence: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly hedge: string;
  readonly speaker: string | null;
  readonly origin_id: string;
  readonly verdict: string;
  readonly reason: string | null;
}

/** Figures with these names; a property that is left out may be anything. */
function figures(key: FigureKey): Promise<FigureRow[]> {
  const wanted = Object.entries(key);
  const where = wanted.map(([column], index) => `${column} IS NOT DISTINCT FROM $${index + 1}`).join(' AND ');
  return ask<FigureRow>(
    `SELECT * FROM newsledger.figures WHERE ${where} ORDER BY period NULLS FIRST, status`,
    ...wanted.map(([, value]) => value),
  );
}

function claims(figureId: string | undefined): Promise<ClaimRow[]> {
  return ask<ClaimRow>('SELECT * FROM newsledger.claims WHERE figure_id = $1 ORDER BY published_at, claim_id', figureId);
}

describe('the run', () => {
  it('ends with 0, rows as JSON lines on standard output, and everything else on standard error', async () => {
    expect({ code: run.code, stderr: run.stderr }).toMatchObject({ code: 0 });
    const rows = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [{ n } = { n: 0 }] = await ask<{ n: number }>('SELECT count(*)::integer AS n FROM newsledger.figures');
    expect(rows).toHaveLength(n);
    expect(rows[0]).toMatchObject({ figure_id: expect.any(String), measure: expect.any(String), explanation: expect.any(String) });
  });

  it('leaves nothing to do and no article unread', async () => {
    expect(await ask('SELECT * FROM work.pending_work')).toEqual([]);
    const [counts] = await ask(
      `SELECT count(*)::integer AS articles, count(*) FILTER (WHERE status = 'discovered')::integer AS unread, count(DISTINCT source_id)::integer AS sources FROM newsledger.articles`,
    );
    expect(counts).toMatchObject({ unread: 0, sources: 8 });
    expect(counts?.articles).toBeGreaterThanOrEqual(36);
  });

  it('met what the open web does: revisions, a withdrawal, a paywall, and a path that robots.txt forbids', async () => {
    const [seen] = await ask(`
      SELECT count(*) FILTER (WHERE revision > 1)::integer                 AS revised,
             count(*) FILTER (WHERE status = 'withdrawn')::integer         AS withdrawn,
             count(*) FILTER (WHERE status_reason LIKE '%paywall%')::integer AS paywalled,
             count(*) FILTER (WHERE status_reason LIKE '%robots%')::integer  AS forbidden
        FROM newsledger.articles`);
    expect(seen?.revised).toBeGreaterThanOrEqual(2);
    expect(seen?.withdrawn).toBe(1);
    expect(seen?.paywalled).toBeGreaterThanOrEqual(1);
    expect(seen?.forbidden).toBe(1);
  });

  it('knows the section of the pages that name one', async () => {
    const sections = await ask<{ section: string }>('SELECT DISTINCT section FROM newsledger.articles WHERE section IS NOT NULL');
    expect(sections.length).toBeGreaterThan(2);
    expect(sections.filter(({ section }) => /^\s|\s$|https?:|^$/.test(section))).toEqual([]);
  });

  it('finds at least 200 figures and 25 deals', async () => {
    const [n] = await ask(
      'SELECT (SELECT count(*)::integer FROM newsledger.figures) AS figures, (SELECT count(*)::integer FROM newsledger.deals) AS deals',
    );
    expect(n?.figures).toBeGreaterThanOrEqual(200);
    expect(n?.deals).toBeGreaterThanOrEqual(25);
  });

  it('quotes every claim from the sentence that it names', async () => {
    // Sentences have their white space folded, no-break and thin spaces too; quotes are as the page has them.
    const claims = await ask<{ quote: string; sentence: string }>('SELECT quote, sentence FROM newsledger.claims');
    const strays = claims.filter(({ quote, sentence }) => !sentence.replace(/\s+/g, ' ').includes(quote.replace(/\s+/g, ' ')));
    expect(strays).toEqual([]);
  });
});

describe('story 1: OpenAI buys cloud from Amazon Web Services', () => {
  const deal = { subject: 'OpenAI', counterparty: 'Amazon Web Services', measure: 'deal_value', definition: null, status: 'actual' };

  it('agrees on 38 billion dollars', async () => {
    const rows = await figures(deal);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ value: '38000000000', unit: 'USD', agreement: 'agreed' });
  });

  it('counts copies of the wire once', async () => {
    const [row] = await figures(deal);
    // The wire's first sentence, with its credit, with its address as canonical, and without either.
    const told = (await claims(row?.figure_id)).filter(({ sentence }) => sentence.startsWith('OpenAI has agreed to buy'));
    expect(told.map(({ source_id }) => source_id).sort()).toEqual(['byteside', 'harbour-post', 'meridian-wire', 'northwest-tech-journal']);
    expect(new Set(told.map(({ origin_id }) => origin_id))).toEqual(new Set(['wire:Meridian Wire']));
    expect(row?.independent_sources).toBeLessThan(row?.claim_count ?? 0);
    expect(row?.independent_sources).toBeGreaterThanOrEqual(3);
  });

  it('takes nearly 40, 38bn and 38 billion US dollars for the same', async () => {
    const [row] = await figures(deal);
    const agreeing = (await claims(row?.figure_id)).filter(({ verdict }) => verdict === 'winner' || verdict === 'agrees');
    const wordings = agreeing.map(({ hedge, quote }) => `${hedge} ${quote.replace(/\s/g, ' ')}`);
    expect(wordings).toEqual(expect.arrayContaining(['<~ $40 billion', '= $38bn', '= 38 billion US dollars', '= $38 billion']));
  });

  it('lets the correction supersede 83 billion', async () => {
    const swapped = await ask<ClaimRow>(`SELECT * FROM newsledger.claims WHERE source_id = 'morning-tape' AND value = 83e9`);
    expect(swapped.length).toBeGreaterThan(0);
    const verdicts = new Set(swapped.map(({ verdict }) => verdict));
    expect(verdicts).toContain('superseded');
    // What the correction itself says it is not is too doubtful to be placed.
    expect([...verdicts].filter((verdict) => verdict !== 'superseded' && verdict !== 'unplaced')).toEqual([]);
  });

  it('runs for seven years', async () => {
    const rows = await figures({ ...deal, measure: 'deal_term' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ value: '7', unit: 'year', agreement: 'agreed' });
  });

  it('keeps the yearly average apart from the total', async () => {
    const rows = await figures({
      subject: 'OpenAI',
      counterparty: 'Amazon Web Services',
      measure: 'spending_commitment',
      definition: 'annual_rate',
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ value: '5400000000' });
  });

  it('has two periods of the share price change', async () => {
    const rows = await figures({ subject: 'Amazon', measure: 'share_price_change' });
    expect(rows.map(({ period }) => period)).toEqual(expect.arrayContaining(['2025-10-31', '2025-11-03']));
    expect(rows.find(({ period }) => period === '2025-11-03')).toMatchObject({ value: '5' });
    expect(rows.find(({ period }) => period === '2025-10-31')).toMatchObject({ value: '10' });
  });
});

describe('story 2: OpenAI’s other commitments', () => {
  it('agrees on a total of 1.4 trillion within 1.35 to 1.45', async () => {
    const [row, ...others] = await figures({
      subject: 'OpenAI',
      counterparty: null,
      measure: 'spending_commitment',
      definition: 'cumulative',
      status: 'actual',
      period: null,
    });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ value: '1400000000000', agreement: 'agreed' });
    expect(Number(row?.low)).toBeGreaterThanOrEqual(1.35e12);
    expect(Number(row?.high)).toBeLessThanOrEqual(1.45e12);
  });

  it('is not disputed by a bound and a range', async () => {
    const [row] = await figures({
      subject: 'OpenAI',
      counterparty: null,
      measure: 'spending_commitment',
      definition: 'cumulative',
      status: 'actual',
      period: null,
    });
    const told = await claims(row?.figure_id);
    expect(told.map(({ hedge }) => hedge)).toEqual(expect.arrayContaining(['>', 'range']));
    expect(told.filter(({ verdict }) => verdict === 'loses')).toEqual([]);
  });

  it.each([
    ['Oracle', '300000000000'],
    ['Microsoft', '250000000000'],
  ])('knows what OpenAI will pay %s', async (supplier, value) => {
    const rows = await figures({ subject: 'OpenAI', counterparty: supplier, measure: 'deal_value', status: 'actual' });
    expect(rows.map((row) => row.value)).toContain(value);
  });
});

describe('story 3: OpenAI’s money', () => {
  it('has two revenues of different period and status, and no conflict', async () => {
    const rows = await figures({ subject: 'OpenAI', measure: 'revenue' });
    expect(rows.find(({ status, value }) => status === 'actual' && value === '13000000000')).toBeDefined();
    expect(rows.find(({ status, value }) => status === 'forecast' && value === '20000000000')).toBeDefined();
    expect(rows.filter(({ agreement }) => agreement === 'disputed')).toEqual([]);
  });

  it('has two valuations that differ by status', async () => {
    const rows = await figures({ subject: 'OpenAI', measure: 'valuation' });
    expect(rows.find(({ status, value }) => status === 'actual' && value === '500000000000')).toBeDefined();
    expect(rows.find(({ status, high }) => status === 'rumoured' && high === '1000000000000')).toBeDefined();
  });
});

describe('story 4: Amazon’s investment in Anthropic', () => {
  it('stands at 8 billion in all, which supersedes the old 4 billion', async () => {
    const [row] = await figures({
      subject: 'Amazon',
      counterparty: 'Anthropic',
      measure: 'investment',
      definition: 'cumulative',
      status: 'actual',
    });
    expect(row).toMatchObject({ value: '8000000000' });
    const old = (await claims(row?.figure_id)).filter(({ high }) => Number(high) < 5e9);
    expect(old.length).toBeGreaterThan(0);
    expect(new Set(old.map(({ verdict }) => verdict))).toEqual(new Set(['superseded']));
  });

  it('keeps both to be asked for by date', async () => {
    const told = await ask(`SELECT DISTINCT extract(year FROM published_at)::integer AS year, claims.high > 5e9 AS whole
                              FROM newsledger.claims JOIN newsledger.figures USING (figure_id)
                             WHERE subject = 'Amazon' AND counterparty = 'Anthropic' AND measure = 'investment' AND definition = 'cumulative'`);
    expect(told).toEqual(
      expect.arrayContaining([
        { year: 2023, whole: false },
        { year: 2025, whole: true },
      ]),
    );
  });
});

describe('story 5: data centres and power', () => {
  it('keeps the speaker of forecasts', async () => {
    const spoken = await ask(`SELECT DISTINCT speaker FROM newsledger.claims WHERE status = 'forecast' AND speaker IS NOT NULL`);
    expect(spoken.length).toBeGreaterThanOrEqual(2);
  });

  it('sets two analysts’ rival forecasts against each other instead of averaging them', async () => {
    const rows = await ask<FigureRow & { speakers: number }>(`
      SELECT figures.*, (SELECT count(DISTINCT speaker)::integer FROM newsledger.claims WHERE claims.figure_id = figures.figure_id) AS speakers
        FROM newsledger.figures
       WHERE agreement IN ('disputed', 'agreed_with_outlier') AND status = 'forecast'`);
    const rivals = rows.find(({ speakers }) => speakers >= 2);
    expect(rivals).toBeDefined();
    const stated = (await claims(rivals?.figure_id)).map(({ low, high }) => (Number(low) + Number(high)) / 2);
    expect(stated.some((value) => Math.abs(value / Number(rivals?.value) - 1) < 0.06)).toBe(true);
  });
});

describe('story 6: Nvidia’s market value', () => {
  it('knows 1 trillion of 2023 and 5 trillion of 29 October 2025 as figures of different periods', async () => {
    const rows = await figures({ subject: 'Nvidia', measure: 'market_cap' });
    expect(rows.find(({ period }) => period === '2025-10-29')).toMatchObject({ value: '5000000000000' });
    expect(rows.find(({ period, value }) => period?.startsWith('2023') && value === '1000000000000')).toBeDefined();
  });

  it('makes the careless trillion of November 2025 an outlier with a reason', async () => {
    const [row] = await figures({ subject: 'Nvidia', measure: 'market_cap', period: '2025-11' });
    expect(row).toMatchObject({ value: '5000000000000', agreement: 'agreed_with_outlier' });
    const losers = (await claims(row?.figure_id)).filter(({ verdict }) => verdict === 'loses');
    expect(losers).toHaveLength(1);
    expect(losers[0]?.reason).toMatch(/\w/);
  });
});

describe('story 7: Brightmoor buys Tessaly', () => {
  const price = { subject: 'Brightmoor Systems', counterparty: 'Tessaly Networks', measure: 'deal_value' };

  it('keeps talks, price, price with debt and final price apart by status and definition', async () => {
    const rows = await figures(price);
    const of = (status: string, definition: string | null) => rows.find((row) => row.status === status && row.definition === definition);
    expect(of('talks', null) ?? of('rumoured', null)).toMatchObject({ low: '21000000000', high: '23000000000' });
    expect(of('actual', 'equity') ?? of('actual', null)).toMatchObject({ value: '24500000000', agreement: 'agreed' });
    expect(of('actual', 'with_debt')).toMatchObject({ value: '27100000000', agreement: 'agreed' });
    expect(of('actual', 'final_price')).toMatchObject({ value: '24600000000' });
  });

  it('knows that the rival’s bid of 25 billion was denied', async () => {
    const rows = await figures({ subject: 'Ravensholt Group', counterparty: 'Tessaly Networks', measure: 'deal_value', status: 'denied' });
    expect(rows[0]).toMatchObject({ value: '25000000000' });
  });

  it('tells the deal’s history in order', async () => {
    const stages = await ask<{ status: string }>(`
      SELECT stage.status
        FROM newsledger.deal_stages AS stage
        JOIN newsledger.deals USING (deal_id)
       WHERE type = 'acquisition'
         AND EXISTS (SELECT FROM newsledger.deal_parties AS party WHERE party.deal_id = deals.deal_id AND entity = 'Tessaly Networks')
         AND EXISTS (SELECT FROM newsledger.deal_parties AS party WHERE party.deal_id = deals.deal_id AND entity = 'Brightmoor Systems')
         AND NOT EXISTS (SELECT FROM newsledger.deal_parties AS party WHERE party.deal_id = deals.deal_id AND entity = 'Ravensholt Group')
       ORDER BY reported_on`);
    const order = ['rumoured', 'talks', 'agreed', 'announced', 'completed'];
    // Later articles tell earlier stages again; what counts is when each was first told.
    const reached = [...new Set(stages.map(({ status }) => order.indexOf(status)))];
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    expect(stages.map(({ status }) => status)).toEqual(expect.arrayContaining(['agreed', 'completed']));
    expect(stages[0]?.status).toMatch(/^(talks|rumoured)$/);
  });
});
