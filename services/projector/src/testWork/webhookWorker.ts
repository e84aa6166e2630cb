import { createHttpClient, createLogger, openPool } from '@newsledger/platform';
import { startWebhooks } from '../webhooks/startWebhooks.ts';

/** `node webhookWorker.ts POSTGRES_URL`: tells webhooks their news until it is killed. */
const [, , url] = process.argv;
if (url === undefined) throw new Error('Say which database.');
await startWebhooks({
  pool: openPool({ url }),
  http: createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'] }),
  logger: createLogger('webhooks', { level: 'silent' }),
  signal: new AbortController().signal,
  lookEveryMs: 20,
});
