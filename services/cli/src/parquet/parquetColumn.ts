import type { ViewColumn } from '@newsledger/web';
import type { SchemaElement } from 'hyparquet-writer';
import pg from 'pg';
import { microseconds } from './microseconds.ts';
import { unscaledDecimal } from './unscaledDecimal.ts';

/** A column of a Parquet file. */
export interface ParquetColumn {
  /** The column itself first, then what it holds, as the format lists them. */
  readonly schema: readonly SchemaElement[];
  /** What the writer takes for what PostgreSQL writes; nulls never come here. */
  readonly read: (text: string) => unknown;
}

/** Digits of a decimal in all, the most that every reader of Parquet keeps exact (DuckDB, Spark, pyarrow). */
const PRECISION = 38;

/** Bytes of a signed whole number of 38 digits. */
const DECIMAL_BYTES = 16;

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const;

const asText = (name: string): ParquetColumn => ({
  schema: [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' }, ...OPTIONAL }],
  read: (text) => text,
});

/** PostgreSQL's number of the type `text[]`, which the driver has no name for. */
const TEXT_ARRAY: number = 1009;
const readTextArray = pg.types.getTypeParser(TEXT_ARRAY);

/** What a column of each SQL type is in Parquet; of any other, ids and JSON among them, it is text, which every reader has. */
const columns: Readonly<Record<string, (name: string, scale: number) => ParquetColumn>> = {
  integer: (name) => ({ schema: [{ name, type: 'INT32', ...OPTIONAL }], read: Number }),
  bigint: (name) => ({ schema: [{ name, type: 'INT64', ...OPTIONAL }], read: BigInt }),
  real: (name) => ({ schema: [{ name, type: 'FLOAT', ...OPTIONAL }], read: Number }),
  boolean: (name) => ({ schema: [{ name, type: 'BOOLEAN', ...OPTIONAL }], read: (text) => text === 't' }),
  numeric: (name, scale) => ({
    schema: [
      {
        name,
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: DECIMAL_BYTES,
        converted_type: 'DECIMAL',
        logical_type: { type: 'DECIMAL', precision: PRECISION, scale },
        precision: PRECISION,
        scale,
        ...OPTIONAL,
      },
    ],
    read: (text) => unscaledDecimal(text, { precision: PRECISION, scale }),
  }),
  date: (name) => ({
    schema: [{ name, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' }, ...OPTIONAL }],
    read: (text) => new Date(`${text}T00:00:00Z`),
  }),
  'timestamp with time zone': (name) => ({
    schema: [
      {
        name,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MICROS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
        ...OPTIONAL,
      },
    ],
    read: microseconds,
  }),
  'text[]': (name) => ({
    schema: [
      { name, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1, ...OPTIONAL },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      ...asText('element').schema,
    ],
    read: readTextArray,
  }),
};

/**
 * What a column of a view becomes in a Parquet file.
 * @param scale digits behind the point, where it is a decimal: one file has the same number of them in all rows.
 */
export function parquetColumn({ name, type }: ViewColumn, scale: number): ParquetColumn {
  return (columns[type] ?? asText)(name, scale);
}
