import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Answer, askAsReader, isThere, queriesOf, readerUrl } from './askAsReader.ts';

/** SQL as people ask it: what the pages show, from the clients that they use, by the role that they get. */
const docs = path.resolve(import.meta.dirname, '../../docs');
const reference = await readFile(path.join(docs, 'sql.md'), 'utf8');
const questions = path.join(docs, 'questions.md');
const run = promisify(execFile);

describe('the reference page', () => {
  const sections = reference.split(/^## newsledger\./m).slice(1);

  it.each(sections.map((section) => [section.split(/\W/, 1)[0] ?? '', queriesOf(section)] as const))(
    'has a question to %s that is answered',
    async (name, examples) => {
      expect(examples).toHaveLength(1);
      expect(examples[0]).toContain(`newsledger.${name}`);
      const { rows } = await askAsReader(examples[0] ?? '');
      if (!mayBeEmpty.has(name)) expect(rows).not.toEqual([]);
    },
  );
});

/** What people, other currencies, failures, contradictions and a language model make; the sample need have none of them. */
const mayBeEmpty = new Set([
  'audits',
  'copying',
  'currency_matches',
  'exchange_rate',
  'exchange_rates',
  'extractor_reliability',
  'failing_work',
  'habits',
  'human_decisions',
  'model_usage',
  'parked_events',
  'reliability',
  'reliability_history',
  'tensions',
]);

it('the twenty questions have the answers that their page shows', async () => {
  const page = await readFile(questions, 'utf8');
  const asked = queriesOf(page);
  expect(asked).toHaveLength(20);
  const answers = await Promise.all(asked.map(askAsReader));
  expect(answers.filter(({ rows }) => rows.length === 0)).toEqual([]);
  // `vitest --update` writes them anew.
  await expect(withAnswers(page, answers)).toMatchFileSnapshot(questions);
});

it('a search finds figures and deals by their names, before sentences by any form of their words', async () => {
  const kinds = async (text: string) => {
    const { rows } = await askAsReader(`SELECT kind, sentence FROM newsledger.search('${text}')`);
    return { kinds: [...new Set(rows.map(([kind]) => kind))], sentences: rows.flatMap(([, sentence]) => sentence ?? []) };
  };
  expect((await kinds('openai amazon')).kinds).toEqual(['figure', 'deal', 'sentence']);
  const { kinds: found, sentences } = await kinds('agreeing "cloud computing"');
  expect(found).toEqual(['sentence']);
  expect(sentences[0]).toMatch(/agreed.*cloud computing/);
  expect(new Set(sentences).size).toBe(sentences.length);
});

describe('the role newsledger_reader', () => {
  const question = `SELECT value, unit, period_from IS NULL AS undated FROM newsledger.figures
    WHERE subject = 'OpenAI' AND counterparty = 'Amazon Web Services' AND measure = 'deal_value' AND status = 'actual'`;
  const hasPsql = isThere('psql', ['--version']);
  // Debian's own Python has Debian's libraries; another one may come first.
  const pythonWith = (...libraries: string[]) =>
    ['python3', '/usr/bin/python3'].find((python) => isThere(python, ['-c', `import ${libraries.join(', ')}`])) ?? null;
  const withPsycopg = pythonWith('psycopg2');
  const withPandas = pythonWith('pandas', 'psycopg2');

  it.skipIf(!hasPsql)(`asks from psql${hasPsql ? '' : ' (skipped: there is no psql here)'}`, async () => {
    const { stdout } = await run('psql', ['-X', '--csv', '-c', question, readerUrl()]);
    expect(stdout).toBe('value,unit,undated\n38000000000,USD,t\n');
    const described = await run('psql', ['-X', '-c', '\\d+ newsledger.figures', readerUrl()]);
    expect(described.stdout).toContain('independent_sources');
    const schema = await run('psql', ['-X', '-At', '-c', '\\dv newsledger.*', readerUrl()]);
    expect(schema.stdout.trim().split('\n').length).toBeGreaterThan(20);
  });

  it.skipIf(!hasPsql)(`changes nothing from psql${hasPsql ? '' : ' (skipped: there is no psql here)'}`, async () => {
    const attempts = [
      'UPDATE newsledger.figures SET value = 1',
      'SET default_transaction_read_only = off; UPDATE newsledger.figures SET value = 1',
      'SET default_transaction_read_only = off; CREATE TABLE newsledger.mine (a int)',
      'SELECT * FROM ledger.events',
    ];
    const refused = await Promise.all(
      attempts.map((sql) =>
        run('psql', ['-X', '-c', sql, readerUrl()]).then(
          () => 'done',
          (error) => String(error),
        ),
      ),
    );
    expect(refused.map((text) => /read-only transaction|permission denied/.test(text))).toEqual([true, true, true, true]);
  });

  it.skipIf(withPsycopg === null)(`asks from Python${withPsycopg !== null ? '' : ' (skipped: there is no psycopg2 here)'}`, async () => {
    const program = `import sys, psycopg2
with psycopg2.connect(sys.argv[1]) as connection, connection.cursor() as cursor:
    cursor.execute(sys.argv[2])
    print(cursor.fetchall())`;
    const { stdout } = await run(withPsycopg ?? '', ['-c', program, readerUrl(), question]);
    expect(stdout).toBe("[(Decimal('38000000000'), 'USD', True)]\n");
  });

  it.skipIf(withPandas === null)(
    `asks from pandas${withPandas !== null ? '' : ' (skipped: there is no pandas with psycopg2 here)'}`,
    async () => {
      const program = `import sys, warnings, pandas, psycopg2
warnings.simplefilter('ignore')
frame = pandas.read_sql("SELECT measure, value, last_changed, independent_sources FROM newsledger.figures", psycopg2.connect(sys.argv[1]))
print(frame.dtypes['last_changed'], frame.dtypes['independent_sources'], len(frame) > 100, frame.groupby('measure').size().sum() == len(frame))`;
      const { stdout } = await run(withPandas ?? '', ['-c', program, readerUrl()]);
      expect(stdout).toBe('datetime64[ns, UTC] int64 True True\n');
    },
  );
});

/** The page with the answer to each question below it, up to the next heading, whatever stood there. */
function withAnswers(page: string, answers: readonly Answer[]): string {
  const left = [...answers];
  const answered = page.replace(/^(```sql\n[\s\S]*?\n```)\n[\s\S]*?(?=^#|(?![\s\S]))/gm, (_, question: string) => {
    const answer = left.shift();
    return answer === undefined ? question : `${question}\n\n${table(answer)}\n\n`;
  });
  return `${answered.trimEnd()}\n`;
}

function table({ columns, rows }: Answer): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(row.map((value) => value ?? '')))].join('\n');
}
