import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askAsReader, readerUrl } from './askAsReader.ts';
import { runNewsledger } from './runNewsledger.ts';

/** Lists as Parquet files, read back by another program than wrote them. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-parquet-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Writes a list. @returns its file, with what it says of its columns. */
async function exported(list: string, ...where: string[]) {
  const out = path.join(folder, `${list}.parquet`);
  const filters = where.flatMap((filter) => ['--where', filter]);
  const { code, stderr } = await runNewsledger(['export', list, '--format', 'parquet', '--out', out, ...filters], {
    NEWSLEDGER_POSTGRES_URL: readerUrl(),
  });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const file = await asyncBufferFromFile(out);
  const metadata = await parquetMetadataAsync(file);
  return { file, metadata, types: Object.fromEntries(parquetSchema(metadata).children.map(({ element }) => [element.name, element])) };
}

/** A list's decimals as the whole numbers that the file holds: the reader would make binary floats of them. */
async function unscaled({ file, metadata }: Awaited<ReturnType<typeof exported>>, column: string): Promise<(bigint | null)[]> {
  const schema = metadata.schema.map(({ converted_type: _, logical_type: __, ...element }) => element);
  const rows = await parquetReadObjects({ file, metadata: { ...metadata, schema }, columns: [column], utf8: false });
  return rows.map((row) => (row[column] instanceof Uint8Array ? signed(row[column]) : null));
}

function signed(bytes: Uint8Array): bigint {
  return BigInt.asIntN(8 * bytes.length, BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
}

async function answers(question: string): Promise<(string | null)[]> {
  return (await askAsReader(question)).rows.map(([value]) => value ?? null);
}

it('amounts are exact decimals, every digit as SQL has it', async () => {
  const figures = await exported('figures');
  const [scale] = await answers('SELECT max(scale(trim_scale(value))) FROM newsledger.figures');
  const inSql = await answers(`SELECT trunc(value * 1e${scale}) FROM newsledger.figures ORDER BY last_changed DESC, figure_id DESC`);

  expect(figures.types.value).toMatchObject({
    type: 'FIXED_LEN_BYTE_ARRAY',
    converted_type: 'DECIMAL',
    precision: 38,
    scale: Number(scale),
  });
  expect((await unscaled(figures, 'value')).map((value) => value?.toString() ?? null)).toEqual(inSql);
  // More than a binary float could hold.
  expect(Number(scale)).toBeGreaterThan(12);
});

it('instants are UTC to the microsecond, days are days, whole numbers are whole', async () => {
  const { file, types } = await exported('figures');
  const rows = await parquetReadObjects({ file, columns: ['last_changed', 'period_from', 'claim_count', 'subject'] });
  const inSql =
    await answers(`SELECT jsonb_build_array(to_char(last_changed AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), period_from, claim_count, subject)
     FROM newsledger.figures ORDER BY last_changed DESC, figure_id DESC`);

  expect(types.last_changed?.logical_type).toEqual({ type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' });
  expect(rows.map((row) => [row.last_changed, row.period_from?.toISOString().slice(0, 10) ?? null, row.claim_count, row.subject])).toEqual(
    inSql.map((text) => JSON.parse(text ?? 'null')).map(([changed, ...rest]) => [new Date(changed), ...rest]),
  );
});

it('lists are lists, and the log’s positions are whole numbers of 64 bits', async () => {
  const sources = await exported('sources');
  const primaryFor = (await parquetReadObjects({ file: sources.file, columns: ['primary_for'] })).map((row) => row.primary_for);
  const inSql = await answers('SELECT to_jsonb(primary_for) FROM newsledger.sources ORDER BY source_id');
  expect(primaryFor).toEqual(inSql.map((text) => JSON.parse(text ?? 'null')));
  expect(inSql.filter((text) => text !== null && text !== '[]').length).toBeGreaterThan(0);

  const changes = await exported('changes');
  expect(changes.types.position).toMatchObject({ type: 'INT64' });
  const positions = (await parquetReadObjects({ file: changes.file, columns: ['position'] })).map((row) => `${row.position}`);
  expect(positions).toEqual(await answers('SELECT position FROM newsledger.figure_history ORDER BY position, figure_id'));
});

it('JSON and ids are text; filters hold; what has no rows is a file with columns all the same', async () => {
  const { file } = await exported('figures', 'subject=OpenAI', 'counterparty=Amazon Web Services', 'measure=deal_value', 'status=actual');
  const rows = await parquetReadObjects({ file });
  expect(rows).toMatchObject([
    { figure_id: expect.stringMatching(/^[0-9a-f-]{36}$/), value: expect.closeTo(38_000_000_000, 3), agreement: 'agreed' },
  ]);
  expect(JSON.parse(rows[0]?.why)).toHaveProperty('winner');

  const none = await exported('figures', 'subject=Nobody at all');
  expect(none.metadata.num_rows).toBe(0n);
  expect(Object.keys(none.types)).toContain('agreement');
});
