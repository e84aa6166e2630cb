import { type Config, openPool, requireSetting, runService } from '@newsledger/platform';
import { startWeb, WEB_PORT } from './startWeb.ts';

await runService('web', async ({ config, logger, metrics, opened }) => {
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const pool = openPool({ url: requireSetting(config, 'postgresUrl'), max: 10, onLost });
  opened.push('database', () => pool.end());
  const admin = config.adminToken === null ? null : { token: config.adminToken, pool: openAdminPool(config, onLost) };
  if (admin !== null) opened.push('database of corrections', () => admin.pool.end());
  const web = await startWeb({
    pool,
    admin,
    logger,
    metrics,
    host: config.webHost,
    port: config.webPort ?? WEB_PORT,
    placedFrom: config.certainty,
  });
  opened.push('pages', web.close);
  logger.info({ url: web.url }, 'pages are served');
  return { ready: web.ready };
});

/** The few connections that corrections are written by. */
function openAdminPool(config: Config, onLost: (error: Error) => void) {
  return openPool({ url: config.adminPostgresUrl ?? requireSetting(config, 'postgresUrl'), max: 2, onLost });
}
