import { openPool, requireSetting, runService } from '@newsledger/platform';
import { startWeb, WEB_PORT } from './startWeb.ts';

await runService('web', async ({ config, logger, metrics, opened }) => {
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const pool = openPool({ url: requireSetting(config, 'postgresUrl'), max: 10, onLost });
  opened.push('database', () => pool.end());
  const web = await startWeb({
    pool,
    logger,
    metrics,
    host: config.webHost,
    port: config.webPort ?? WEB_PORT,
    placedFrom: config.certainty,
    requestsPerMinute: config.webRequestsPerMinute,
  });
  opened.push('pages', web.close);
  logger.info({ url: web.url }, 'pages are served');
  return { ready: web.ready };
});
