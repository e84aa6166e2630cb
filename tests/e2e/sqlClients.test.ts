import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askAsReader, isThere, readerUrl } from './askAsReader.ts';

/** What the SQL reference says of other programs, each block as it stands there, at the address of the sample. */
const page = await readFile(path.resolve(import.meta.dirname, '../../docs/sql.md'), 'utf8');
const run = promisify(execFile);
const JDBC_DRIVER = '/usr/share/java/postgresql.jar';

// Debian's own Python has Debian's libraries; another one may come first.
const python = ['python3', '/usr/bin/python3'].find((one) => isThere(one, ['-c', 'import pandas, psycopg2']));
const hasOdbc = isThere('sh', ['-c', 'command -v isql && odbcinst -q -d -n "PostgreSQL Unicode"']);
const hasJdbc = isThere('sh', ['-c', `command -v javac && test -e ${JDBC_DRIVER}`]);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-sql-clients-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** The page's block in a language, which asks the sample instead. */
function block(language: string): string {
  const text = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)\n\`\`\`$`, 'm').exec(page)?.[1] ?? '';
  const { hostname, port, pathname } = new URL(readerUrl());
  return text
    .replace('127.0.0.1:5432/newsledger', `${hostname}:${port}${pathname}`)
    .replace('Server=127.0.0.1;Port=5432;Database=newsledger', `Server=${hostname};Port=${port};Database=${pathname.slice(1)}`);
}

async function written(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

/** What the same question gives here, each row joined by bars. */
async function revenues(instant: string, ...more: string[]): Promise<(string | null)[]> {
  const columns = ['subject', 'value', 'unit', instant, ...more].join(', ');
  const { rows } = await askAsReader(
    `SELECT concat_ws('|', ${columns}) FROM newsledger.figures WHERE measure = 'revenue' ORDER BY subject, value`,
  );
  expect(rows.length).toBeGreaterThan(3);
  return rows.map(([row]) => row ?? null);
}

it.skipIf(python === undefined)(
  `pandas has amounts as numbers, instants with their zone, and lists${python !== undefined ? '' : ' (skipped: there is no pandas with psycopg2 here)'}`,
  async () => {
    const checks = `
assert str(figures.dtypes['value']) == 'float64', figures.dtypes
assert str(figures.dtypes['last_changed']) == 'datetime64[ns, UTC]', figures.dtypes
assert str(figures.dtypes['independent_sources']) == 'int64', figures.dtypes
assert all(type(sources) is list for sources in figures['told_by']) and any(len(sources) > 1 for sources in figures['told_by'])
exact = pandas.read_sql('SELECT max(value) FROM newsledger.figures', connection, coerce_float=False)
print('largest', figures['value'].max(), type(exact.iloc[0, 0]).__name__)
`;
    const file = await written('figures.py', `import warnings\nwarnings.simplefilter('ignore')\n${block('python')}${checks}`);
    const { stdout } = await run(python ?? '', [file]);
    const { rows } = await askAsReader("SELECT max(value) FROM newsledger.figures WHERE unit = 'USD'");
    const [, largest, exact] = stdout.trim().split('\n').at(-1)?.split(' ') ?? [];
    expect(Number(largest)).toBe(Number(rows[0]?.[0]));
    expect(exact).toBe('Decimal');
    expect(stdout).toMatch(/^deal_value +\d/m);
  },
);

it.skipIf(!hasOdbc)(
  `ODBC has amounts with all digits and instants in the zone that was asked for${hasOdbc ? '' : ' (skipped: there is no isql with PostgreSQL’s driver here)'}`,
  async () => {
    const { stdout } = await run('sh', ['-c', block('sh')], { env: { ...process.env, TZ: 'Asia/Tokyo' } });
    const inSql = await revenues("to_char(last_changed AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')");
    const rows = stdout.trim().split('\n');
    expect(rows.map((row) => row.replace(/(:\d\d)\.\d+$/, '$1'))).toEqual(expect.arrayContaining(inSql));
  },
);

it.skipIf(!hasJdbc)(
  `JDBC has decimals, instants and arrays${hasJdbc ? '' : ' (skipped: there is no JDK with PostgreSQL’s driver here)'}`,
  async () => {
    const { stdout } = await run('java', ['-cp', JDBC_DRIVER, await written('Figures.java', block('java'))]);
    const rows = stdout.trim().split('\n');
    const inSql = await revenues(
      "to_char(last_changed AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI')",
      "(SELECT '[' || string_agg(DISTINCT source, ', ') || ']' FROM newsledger.claims WHERE claims.figure_id = figures.figure_id)",
    );
    expect(rows.map((row) => row.replace(/(T\d\d:\d\d)[^|]*Z\|/, '$1|'))).toEqual(inSql);
  },
);
