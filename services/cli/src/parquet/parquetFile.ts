import { type ApiList, decimalScales, describeView, type Filters, openRows } from '@newsledger/web';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type pg from 'pg';
import { parquetColumn } from './parquetColumn.ts';

/** What is held at a time, in rows and in characters. Larger groups compress better, and a reader skips those that can't hold what it asks for. */
const ROWS_OF_A_GROUP = 20_000;
const CHARACTERS_OF_A_GROUP = 16_000_000;

/** Values as PostgreSQL writes them: the driver's own numbers and dates lose digits. */
const asWritten: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };

type WrittenRow = Readonly<Record<string, string | null>>;

/**
 * The bytes of one Parquet file with all rows of a list that fit, group by group.
 * @throws {UsageError} when a number has more digits than the file can hold.
 */
export async function* parquetFile(pool: pg.Pool, list: ApiList, filters: Filters, onRow?: () => void): AsyncGenerator<Uint8Array> {
  const described = describeView(list.view);
  const decimals = described.filter(({ type }) => type === 'numeric').map(({ name }) => name);
  const scales = decimals.length === 0 ? new Map<string, number>() : await decimalScales(pool, list, filters, decimals);
  const columns = described.map((column) => ({ name: column.name, ...parquetColumn(column, scales.get(column.name) ?? 0) }));
  const schema = [{ name: list.name, num_children: columns.length }, ...columns.flatMap((column) => column.schema)];
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema, createdBy: 'newsledger' });
  for await (const rows of inGroups(await openRows(pool, list, filters, { types: asWritten, onRow }))) {
    const columnData = columns.map(({ name, read }) => ({
      name,
      data: rows.map((row) => {
        const text = row[name] ?? null;
        return text === null ? null : read(text);
      }),
    }));
    file.write({ columnData, rowGroupSize: rows.length });
    yield takeBytes(writer);
  }
  file.finish();
  yield takeBytes(writer);
}

async function* inGroups(rows: AsyncIterable<WrittenRow>): AsyncGenerator<WrittenRow[]> {
  let group: WrittenRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    group.push(row);
    for (const text of Object.values(row)) characters += text?.length ?? 0;
    if (group.length < ROWS_OF_A_GROUP && characters < CHARACTERS_OF_A_GROUP) continue;
    yield group;
    group = [];
    characters = 0;
  }
  if (group.length > 0) yield group;
}

/** What was written since the last time. The writer's buffer is used again, so these are bytes of their own. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
