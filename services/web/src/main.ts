import { requireSetting, runService } from '@newsledger/platform';
import pg from 'pg';
import { startWeb } from './startWeb.ts';

await runService('web', async ({ config, logger, metrics, opened }) => {
  const pool = new pg.Pool({ connectionString: requireSetting(config, 'postgresUrl'), max: 10 });
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection was lost'));
  opened.push('database', () => pool.end());
  const web = await startWeb({ pool, logger, metrics, host: config.webHost, port: config.webPort, placedFrom: config.certainty });
  opened.push('pages', web.close);
  logger.info({ url: web.url }, 'pages are served');
  return { ready: web.ready };
});
