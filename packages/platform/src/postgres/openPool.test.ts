import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { openClient, openPool } from './openPool.ts';

/** A database with settings that make the driver's own reading of dates go wrong anywhere. */
const name = `dates_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).toString();

async function asAdministrator(...statements: string[]): Promise<void> {
  const administrator = await openClient({ url: inject('postgresUrl') });
  for (const statement of statements) await administrator.query(statement);
  await administrator.end();
}

beforeAll(() =>
  asAdministrator(
    `CREATE DATABASE ${name}`,
    `ALTER DATABASE ${name} SET timezone = 'Asia/Tokyo'`,
    `ALTER DATABASE ${name} SET datestyle = 'German'`,
  ),
);

afterAll(() => asAdministrator(`DROP DATABASE ${name}`));

const question = `SELECT date '2025-11-01' AS day, timestamptz '2025-11-01 00:00+09' AS moment,
                         (timestamptz '2025-11-01 23:00Z')::date AS day_of_moment, to_json(timestamptz '2025-11-01 23:00Z') AS json`;
const answer = [
  {
    day: '2025-11-01',
    moment: new Date('2025-10-31T15:00:00Z'),
    day_of_moment: '2025-11-01',
    json: '2025-11-01T23:00:00+00:00',
  },
];

it('gives a day as its text and an instant as an instant, whatever the settings of the server', async () => {
  const pool = openPool({ url });
  const { rows } = await pool.query(question);
  await pool.end();
  expect(rows).toEqual(answer);
});

it('does so on a single connection, too', async () => {
  const client = await openClient({ url });
  const { rows } = await client.query(question);
  await client.end();
  expect(rows).toEqual(answer);
});

it('a connection that is lost while somebody has it fails their next query, and not the process', async () => {
  const pool = openPool({ url });
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const gone = new Promise((resolve) => client.once('end', resolve));

  await asAdministrator(`SELECT pg_terminate_backend(${rows[0]?.pid})`);
  await gone;
  const next = client.query('SELECT 1');

  await expect(next).rejects.toThrow();
  client.release(true);
  await pool.end();
});

it.skipIf(process.platform !== 'linux')(
  `asks after a silent server from time to time${process.platform === 'linux' ? '' : ' (skipped: only Linux tells of the timers of connections)'}`,
  async () => {
    const pool = openPool({ url });
    const { rows } = await pool.query<{ port: number }>('SELECT inet_client_port() AS port');

    const timer = timerOf(rows[0]?.port ?? 0);
    await pool.end();

    expect(timer).toBe(KEEP_ALIVE);
  },
);

/** The kind of timer that a connection has: proc(5), `/proc/net/tcp`. */
const KEEP_ALIVE = '02';

function timerOf(localPort: number): string | undefined {
  const address = `0100007F:${localPort.toString(16).toUpperCase().padStart(4, '0')}`;
  const fields = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return fields.find(([, local]) => local === address)?.[5]?.slice(0, 2);
}

it.each([
  [{}, 0],
  [{ staysOpen: true }, 1],
])('of connections that nobody has used for a minute, %j keeps %i', async (options, kept) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const pool = openPool({ url, ...options });
  try {
    await pool.query('SELECT 1');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pool.totalCount).toBe(kept);
  } finally {
    vi.useRealTimers();
    await pool.end();
  }
});
