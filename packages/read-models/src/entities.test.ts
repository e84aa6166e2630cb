import { newEvent, readEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyTables } from './emptyTables.ts';
import { applyEvents } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';

let database: TestDatabase;
let client: pg.PoolClient;
let position = 0n;

beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  await database.close();
});
beforeEach(() => emptyTables(client));

test('a unit and its parent are two entities, and each says of the other', async () => {
  await described({ entity: 'Northfold Cloud', parent: 'Northfold', by: 'entities.yaml' });
  await described({ entity: 'Northfold', identifiers: { ticker: 'NFLD' }, by: 'entities.yaml' });

  expect(await entities()).toEqual([
    { entity: 'Northfold', kind: 'organisation', parent: null, parts: ['Northfold Cloud'], identifiers: { ticker: 'NFLD' } },
    { entity: 'Northfold Cloud', kind: 'organisation', parent: 'Northfold', parts: [], identifiers: {} },
  ]);
});

test('the built-in list gives way to everybody else, whoever speaks first', async () => {
  await described({ entity: 'Northfold', parent: 'Halden', by: 'entities.yaml' });
  await described({ entity: 'Northfold', parent: 'Old Owner', by: 'built-in list' });
  await described({ entity: 'Halden', parent: 'Nobody', by: 'built-in list' });
  await described({ entity: 'Halden', by: 'entities.yaml' });

  expect(await entities()).toMatchObject([
    { entity: 'Halden', parent: null },
    { entity: 'Northfold', parent: 'Halden' },
  ]);
});

test('what was taken back gives way in its turn', async () => {
  await described({ entity: 'Northfold', parent: 'Halden', by: 'ann' });
  await described({ entity: 'Northfold', kind: null, by: 'ann' });
  await described({ entity: 'Northfold', parent: 'Halden', by: 'built-in list' });

  const { rows } = await client.query("SELECT parent FROM projection.entity WHERE entity = 'Northfold'");
  expect(rows).toEqual([{ parent: 'Halden' }]);
});

interface Described {
  readonly entity: string;
  readonly kind?: 'organisation' | null;
  readonly parent?: string;
  readonly identifiers?: Record<string, string>;
  readonly by: string;
}

async function described({ entity, kind = 'organisation', parent, identifiers = {}, by }: Described): Promise<void> {
  const decidedAt = '2026-01-01T00:00:00.000Z';
  const event = newEvent('EntityDescribed', { entity, kind, parent: parent ?? null, identifiers, by, decidedAt });
  const recorded = {
    ...event,
    stream: `entity-${entity}`,
    streamVersion: 1,
    recordedAt: new Date(0),
    correlationId: null,
    causationId: null,
  };
  position += 1n;
  await applyEvents(client, [readEvent({ ...recorded, position })]);
}

async function entities(): Promise<unknown[]> {
  const { rows } = await client.query('SELECT entity, kind, parent, parts, identifiers FROM newsledger.entities ORDER BY entity');
  return rows;
}
