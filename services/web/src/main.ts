import { type Config, type Logger, openPool, requireSetting, runService, watchWork } from '@newsledger/platform';
import { openBullQueues } from '@newsledger/queues';
import { startWeb, WEB_PORT } from './startWeb.ts';

/** A page can't be had while the database is away; a restart of it takes less. */
const STALLED_AFTER_MS = 15_000;

await runService('web', async ({ config, logger, metrics, signal, opened }) => {
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const pool = openPool({
    url: requireSetting(config, 'postgresUrl'),
    isPooled: config.postgresDirectUrl !== null,
    max: 10,
    staysOpen: true,
    onLost,
  });
  opened.push('database', () => pool.end());
  const admin = config.adminToken === null ? null : { token: config.adminToken, pool: openAdminPool(config, onLost) };
  if (admin !== null) opened.push('database of corrections', () => admin.pool.end());
  const board = await openBoard(config, logger);
  if (board !== null) opened.push('queues of the board', board.close);
  const web = await startWeb({
    pool,
    admin,
    board,
    logger,
    metrics,
    host: config.webHost,
    port: config.webPort ?? WEB_PORT,
    placedFrom: config.certainty,
    requestsPerMinute: config.webRequestsPerMinute,
    corsOrigins: config.corsOrigins,
  });
  opened.push('pages', web.close);
  logger.info({ url: web.url }, 'pages are served');
  const look = async () => {
    const goesOn = await web.ready();
    return { goesOn, says: goesOn ? 'the tables answer' : 'the tables do not answer' };
  };
  return { ready: web.ready, work: watchWork({ look, stalledAfterMs: STALLED_AFTER_MS, signal }) };
});

/** The queues for the board, where an admin token is set. The pages do without it while the queues can't be had. */
async function openBoard(config: Config, logger: Logger) {
  if (config.adminToken === null) return null;
  const onError = (error: Error, where: string) => logger.warn({ err: error, where }, 'the queue board lost a connection');
  try {
    const queues = await openBullQueues({
      backend: config.queueBackend,
      redisUrl: config.redisUrl ?? undefined,
      // The queues' own tables are no reader's.
      postgresUrl: writingUrl(config),
      onError,
    });
    return { token: config.adminToken, ...queues };
  } catch (error) {
    logger.warn({ err: error }, 'pages are served without the queue board');
    return null;
  }
}

/** The few connections that corrections are written by. */
function openAdminPool(config: Config, onLost: (error: Error) => void) {
  return openPool({ url: writingUrl(config), max: 2, onLost });
}

function writingUrl(config: Config): string {
  return config.adminPostgresUrl ?? config.postgresDirectUrl ?? requireSetting(config, 'postgresUrl');
}
