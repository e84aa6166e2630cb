import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import path from 'node:path';
import { type Config, Interrupted, loadEntities, loadSources } from '@newsledger/platform';
import { createQueues } from '@newsledger/queues';
import colours from 'picocolors';
import type { OpenDatabase } from '../database.ts';
import { withDatabase } from '../openLedger.ts';
import type { Printer } from '../output/printer.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** What was found; when not ok, also what to do. */
  readonly detail: string;
}

const MIN_FREE_GB = 1;
const OLDEST_POSTGRES = 18;

/** Looks at everything that a run needs, and says what to do where something is missing. @returns whether all is well. */
export async function runDoctor(printer: Printer, config: Config): Promise<boolean> {
  const findings: Finding[] = [
    checkNode(),
    await checkDisk(config.dataDir),
    ...(await checkDatabase(config)),
    await checkQueues(config),
    await checkSources(config),
    await checkEntities(config),
    checkContact(config),
  ];
  printer.rows(
    findings,
    [
      { title: '', of: ({ ok }) => (ok ? colours.green('✓') : colours.red('✗')) },
      { title: 'CHECK', of: ({ check }) => check },
      { title: 'FOUND', of: ({ detail }) => detail, maxWidth: 100 },
    ],
    '',
  );
  return findings.every(({ ok }) => ok);
}

function checkNode(): Finding {
  const ok = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    check: 'Node',
    ok,
    detail: `${process.versions.node}${ok ? '' : '; 24 or newer is needed to run TypeScript as it is. "npm start" gets one.'}`,
  };
}

async function checkDisk(dataDir: string): Promise<Finding> {
  const existing = await firstExisting(path.resolve(dataDir));
  const { bavail, bsize } = await statfs(existing);
  const freeGb = (bavail * bsize) / 1e9;
  const writable = await access(existing, constants.W_OK).then(
    () => true,
    () => false,
  );
  const ok = writable && freeGb >= MIN_FREE_GB;
  return {
    check: 'Data folder',
    ok,
    detail: `${path.resolve(dataDir)}, ${freeGb.toFixed(1)} GB free${ok ? '' : `; ${writable ? `free at least ${MIN_FREE_GB} GB` : 'it may not be written: choose another with --data-dir'}.`}`,
  };
}

async function firstExisting(folder: string): Promise<string> {
  const found = await access(folder).then(
    () => true,
    () => false,
  );
  return found ? folder : firstExisting(path.dirname(folder));
}

async function checkDatabase({ postgresUrl, postgresDirectUrl, dataDir }: Config): Promise<Finding[]> {
  try {
    return await withDatabase({ postgresUrl, postgresDirectUrl, dataDir }, lookAtDatabase);
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return [{ check: 'PostgreSQL', ok: false, detail: error instanceof Error ? error.message : String(error) }];
  }
}

async function lookAtDatabase({ pool, server }: OpenDatabase): Promise<Finding[]> {
  const { rows } = await pool.query<{ version: string; major: number; ledger: boolean; reader: boolean }>(
    `SELECT current_setting('server_version') AS version,
            current_setting('server_version_num')::integer / 10000 AS major,
            to_regclass('newsledger.figures') IS NOT NULL AS ledger,
            EXISTS (SELECT FROM pg_roles WHERE rolname = 'newsledger_reader') AS reader`,
  );
  const [found] = rows;
  const recent = (found?.major ?? 0) >= OLDEST_POSTGRES;
  return [
    {
      check: 'PostgreSQL',
      ok: recent,
      detail: `${found?.version}${server === null ? '' : ', embedded'}${recent ? '' : `; ${OLDEST_POSTGRES} or newer is needed.`}`,
    },
    {
      check: 'Ledger',
      ok: found?.ledger === true,
      detail: found?.ledger === true ? 'its schemas are there' : 'nothing there yet; "newsledger up" or "newsledger migrate" makes it.',
    },
    {
      check: 'Reader role',
      ok: found?.reader === true,
      detail: found?.reader === true ? 'newsledger_reader may ask' : 'newsledger_reader is missing; "newsledger migrate" makes it.',
    },
  ];
}

async function checkQueues(config: Config): Promise<Finding> {
  if (config.queueBackend === 'postgres') return { check: 'Queues', ok: true, detail: 'in PostgreSQL' };
  const { redisUrl, postgresUrl } = config;
  if (redisUrl === null || postgresUrl === null) {
    return {
      check: 'Queues',
      ok: false,
      detail: 'Redis needs NEWSLEDGER_REDIS_URL and NEWSLEDGER_POSTGRES_URL; set both, or NEWSLEDGER_QUEUE_BACKEND=postgres.',
    };
  }
  try {
    await (await createQueues({ backend: 'redis', redisUrl, postgresUrl: config.postgresDirectUrl ?? postgresUrl })).close();
    return { check: 'Queues', ok: true, detail: 'in Redis, which evicts nothing' };
  } catch (error) {
    return { check: 'Queues', ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function checkContact({ contact }: Config): Finding {
  const detail = contact ?? 'none: set NEWSLEDGER_CONTACT to an address at which publishers reach you before you read sites of others.';
  return { check: 'Contact', ok: true, detail };
}

async function checkEntities({ entities: file }: Config): Promise<Finding> {
  if (file === null) return { check: 'Entities', ok: true, detail: 'the built-in list; NEWSLEDGER_ENTITIES names a file with more' };
  try {
    return { check: 'Entities', ok: true, detail: `${file} lists ${(await loadEntities(file)).length}` };
  } catch (error) {
    return { check: 'Entities', ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

async function checkSources({ sources: file }: Config): Promise<Finding> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there && process.env.NEWSLEDGER_SOURCES === undefined)
    return { check: 'Sources', ok: true, detail: `no ${file} here: "newsledger up" reads the sample newsroom; --sources names a file` };
  try {
    const listed = await loadSources(file);
    return { check: 'Sources', ok: true, detail: `${file} lists ${listed.length}` };
  } catch (error) {
    return { check: 'Sources', ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
