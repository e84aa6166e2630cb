import { createLogger, loadConfig, requireSetting, shutdownSignal } from '@newsledger/platform';
import pg from 'pg';
import { startWeb } from './startWeb.ts';

const config = loadConfig(process.env);
const logger = createLogger('web', { level: config.logLevel });
const pool = new pg.Pool({ connectionString: requireSetting(config, 'postgresUrl'), max: 10 });
pool.on('error', (error) => logger.warn({ err: error }, 'an idle connection ended'));
const web = await startWeb({ pool, logger, host: config.webHost, port: config.webPort });
logger.info({ url: web.url }, 'pages are served');
const signal = shutdownSignal();
signal.addEventListener('abort', async () => {
  await web.close();
  await pool.end();
});
