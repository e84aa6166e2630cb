import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createEventStore } from '@newsledger/event-store';
import {
  type CloseStack,
  type Config,
  createCloseStack,
  createLogger,
  createMetrics,
  interruptibly,
  type Logger,
  type Metrics,
  openPool,
  secretsOf,
  startTracing,
  unlessAborted,
  untilAborted,
} from '@newsledger/platform';
import { type BullQueues, openBullQueues } from '@newsledger/queues';
import { startWeb, WEB_PORT, type WebOptions } from '@newsledger/web';
import type pg from 'pg';
import { selectAllFigures } from '../commands/figures.ts';
import { type OpenDatabase, openDatabase } from '../database.ts';
import { migrateLedger } from '../migrateLedger.ts';
import type { Printer } from '../output/printer.ts';
import { makeRoleLogins, pooledLogin, shownLogin } from '../roles/roleLogins.ts';
import { catchUp } from './catchUp.ts';
import { checkNamedFiles, chooseSources } from './chooseSources.ts';
import { claimLedger, type LedgerClaim } from './claimLedger.ts';
import { printSummary } from './printSummary.ts';
import { startWorkers } from './startWorkers.ts';
import { noteOtherPort, takePort } from './takePort.ts';
import type { UpOptions } from './upOptions.ts';

/** How long each part may take to close once the process was told to end, in milliseconds; what runs longer is done again by the next run. */
const HURRIED_CLOSE_MS = 2_500;

/**
 * Runs the whole system in this process until it is told to stop, or with `once` until nothing is left to do. However it ends, short of
 * SIGKILL, it leaves no server behind.
 * @throws {Interrupted} when it was told to stop.
 */
export function up(config: Config, printer: Printer, options: UpOptions): Promise<void> {
  return interruptibly(async (signal) => {
    signal.addEventListener('abort', () => printer.note('Ending: finishing what is being written, and stopping PostgreSQL'));
    await checkNamedFiles(config, options);
    await mkdir(config.dataDir, { recursive: true });
    const database = await openDatabase(config, { max: 30, signal });
    let claim: LedgerClaim | null = null;
    try {
      claim = await claimLedger(database.url, signal);
      signal.throwIfAborted();
      await runOn(database, config, printer, options, signal);
    } finally {
      // Until the server is gone nobody else may begin to work on it.
      await database.close({ isOwner: claim !== null, isHurried: signal.aborted });
      await claim?.giveBack();
    }
  });
}

/** The run on a ledger that is this process's own. */
async function runOn(database: OpenDatabase, config: Config, printer: Printer, options: UpOptions, signal: AbortSignal): Promise<void> {
  const opened = createCloseStack();
  try {
    await unlessAborted(signal, work(database, config, printer, options, signal, opened));
  } finally {
    await opened.close(
      (name, error) => printer.note(`${name} did not close: ${error instanceof Error ? error.message : String(error)}`),
      signal.aborted ? HURRIED_CLOSE_MS : undefined,
    );
  }
}

async function work(
  database: OpenDatabase,
  config: Config,
  printer: Printer,
  options: UpOptions,
  signal: AbortSignal,
  opened: CloseStack,
): Promise<void> {
  const startedAt = performance.now();
  if (database.server !== null && database.server.insteadOfPort !== null)
    await noteOtherPort(printer, { what: 'PostgreSQL', wanted: database.server.insteadOfPort, got: database.server.port });
  await migrateLedger(database.pool, config.certainty);
  const logins = await makeRoleLogins(database, config);
  printer.note(`PostgreSQL is ready at ${new URL(database.url).host}; logs go to ${logFile(config)}`);

  const logger = createFileLogger(config);
  const tracing = await startTracing('newsledger');
  if (tracing !== null) opened.push('traces', tracing.stop);
  const metrics = createMetrics({ processMetrics: true });
  const sqlUrl = pooledLogin(logins.newsledger_reader, config) ?? logins.newsledger_reader;
  const board =
    config.adminToken === null || options.once
      ? null
      : { token: config.adminToken, ...(await openBoardQueues(config, logins.newsledger_admin)) };
  if (board !== null) opened.push('the queue board', board.close);
  const writing = openPool({ url: logins.newsledger_admin, max: 2 });
  opened.push('the database of corrections', () => writing.end());
  // Before the long work, so that a port that can't be had is known at once.
  const web = options.once
    ? null
    : await startWebAsReader({
        config,
        sqlUrl,
        writing,
        board,
        logger,
        metrics,
        named: options.port ?? config.webPort,
        printer,
      });
  if (web !== null) opened.push('the web pages', web.close);
  const sources = await chooseSources(config, options, printer);
  opened.push('the sample newsroom', sources.close);
  const store = createEventStore(database.pool);
  const workers = await startWorkers({ config: { ...config, ...sources.settings }, logins, logger, metrics });
  opened.push('the workers', workers.close);

  await catchUp({ pool: database.pool, store, pollNow: workers.pollNow, projected: workers.projected, signal, printer });
  signal.throwIfAborted();
  if (options.once && printer.json) for (const row of await selectAllFigures(database.pool)) printer.line(JSON.stringify(row));
  else {
    const seconds = (performance.now() - startedAt) / 1000;
    await printSummary({ pool: database.pool, printer, seconds, webUrl: web?.url ?? null, sqlUrl: shownLogin(sqlUrl) });
  }
  if (!options.once) await untilAborted(signal);
}

function openBoardQueues(config: Config, postgresUrl: string): Promise<BullQueues> {
  return openBullQueues({ backend: config.queueBackend, redisUrl: config.redisUrl ?? undefined, postgresUrl });
}

interface PagesOptions {
  readonly config: Config;
  readonly sqlUrl: string;
  /** What corrections are written by. */
  readonly writing: pg.Pool;
  readonly board: NonNullable<WebOptions['board']> | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The port that was asked for. */
  readonly named: number | null;
  readonly printer: Printer;
}

/** The pages ask as the reader role: what they show is what any reader may see. Corrections alone are written by `writing`. */
async function startWebAsReader({ config, sqlUrl, writing, board, logger, metrics, named, printer }: PagesOptions) {
  const pool = openPool({ url: sqlUrl, max: 5, staysOpen: true, isPooled: config.postgresDirectUrl !== null });
  const web = await takePort({
    what: 'the pages',
    named,
    usual: WEB_PORT,
    chooseBy: '--port',
    start: (port) =>
      startWeb({
        pool,
        admin: config.adminToken === null ? null : { token: config.adminToken, pool: writing },
        logger: logger.child({ name: 'web' }),
        metrics,
        host: config.webHost,
        port,
        placedFrom: config.certainty,
        board,
        requestsPerMinute: config.webRequestsPerMinute,
        corsOrigins: config.corsOrigins,
      }),
    printer,
  });
  return {
    url: web.url,
    close: async () => {
      await web.close();
      await pool.end();
    },
  };
}

function logFile(config: Config): string {
  return path.join(config.dataDir, 'newsledger.log');
}

function createFileLogger(config: Config): Logger {
  return createLogger('up', {
    level: config.logLevel,
    output: createWriteStream(logFile(config), { flags: 'a' }),
    secrets: secretsOf(config),
  });
}
