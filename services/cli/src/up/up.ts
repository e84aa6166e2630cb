import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createEventStore } from '@newsledger/event-store';
import { type Config, createCloseStack, createLogger, type Logger, shutdownSignal, untilAborted } from '@newsledger/platform';
import { setReaderPassword } from '@newsledger/read-models';
import { startWeb } from '@newsledger/web';
import pg from 'pg';
import { selectAllFigures } from '../commands/figures.ts';
import { openDatabase } from '../database.ts';
import { migrateLedger } from '../migrateLedger.ts';
import type { Printer } from '../output/printer.ts';
import { catchUp } from './catchUp.ts';
import { chooseSources } from './chooseSources.ts';
import { claimLedger } from './claimLedger.ts';
import { explainTakenPort } from './explainTakenPort.ts';
import { printSummary } from './printSummary.ts';
import { startWorkers } from './startWorkers.ts';
import type { UpOptions } from './upOptions.ts';

/** Nobody but this machine reaches the embedded database; a ledger of the user's own keeps its password. */
const EMBEDDED_READER_PASSWORD = 'reader';

/** Runs the whole system in this process until it is told to stop, or with `once` until nothing is left to do. */
export async function up(config: Config, printer: Printer, options: UpOptions): Promise<void> {
  await mkdir(config.dataDir, { recursive: true });
  const signal = shutdownSignal();
  const startedAt = performance.now();
  const opened = createCloseStack();
  try {
    const database = await openDatabase(config, { keepServer: false, max: 30 });
    opened.push('the database', database.close);
    opened.push('the claim on the ledger', await claimLedger(database.url));
    await migrateLedger(database.pool, config.certainty);
    const readerPassword = config.readerPassword ?? (config.postgresUrl === null ? EMBEDDED_READER_PASSWORD : null);
    if (readerPassword !== null) await setReaderPassword(database.pool, readerPassword);
    printer.note(`PostgreSQL is ready at ${new URL(database.url).host}; logs go to ${logFile(config)}`);

    const logger = createFileLogger(config);
    const sources = await chooseSources(config, options, printer);
    opened.push('the sample newsroom', sources.close);
    const store = createEventStore(database.pool);
    const workers = await startWorkers({ config: { ...config, ...sources.settings }, database, store, logger });
    opened.push('the workers', workers.close);

    await catchUp({ pool: database.pool, store, pollNow: workers.pollNow, projected: workers.projected, signal, printer });
    if (options.once && printer.json) for (const row of await selectAllFigures(database.pool)) printer.line(JSON.stringify(row));
    else {
      const web = options.once ? null : await startWebAsReader(config, database.url, readerPassword, logger, options.port);
      if (web !== null) opened.push('the web pages', web.close);
      await printSummary({
        pool: database.pool,
        printer,
        seconds: (performance.now() - startedAt) / 1000,
        webUrl: web?.url ?? null,
        sqlUrl: readerUrl(database.url, readerPassword),
      });
    }
    if (!options.once) await untilAborted(signal);
  } finally {
    await opened.close((name, error) => printer.note(`${name} did not close: ${String(error)}`));
  }
}

/** The pages ask as the reader role: what they show is what any reader may see. */
async function startWebAsReader(config: Config, url: string, password: string | null, logger: Logger, port: number | undefined) {
  const pool = new pg.Pool({ connectionString: readerUrl(url, password), max: 5 });
  pool.on('error', () => {});
  const wanted = port ?? config.webPort;
  const starting = startWeb({
    pool,
    logger: logger.child({ name: 'web' }),
    host: config.webHost,
    port: wanted,
    placedFrom: config.certainty,
  });
  const web = await explainTakenPort(starting, wanted, 'the web server', 'another with --port');
  return {
    url: web.url,
    close: async () => {
      await web.close();
      await pool.end();
    },
  };
}

function readerUrl(url: string, password: string | null): string {
  if (password === null) return url;
  const reader = new URL(url);
  reader.username = 'newsledger_reader';
  reader.password = encodeURIComponent(password);
  return reader.toString();
}

function logFile(config: Config): string {
  return path.join(config.dataDir, 'newsledger.log');
}

function createFileLogger(config: Config): Logger {
  return createLogger('up', { level: config.logLevel, output: createWriteStream(logFile(config), { flags: 'a' }) });
}
