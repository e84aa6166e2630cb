import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WorkWatch } from './health/watchWork.ts';
import type { Metrics } from './metrics/createMetrics.ts';

export interface HealthServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves `/healthz` (the process lives), `/readyz` (what it needs answers), `/workz` (its work goes on, or since when not) and `/metrics`.
 * @param options.ready throws or gives false while something that the worker needs is missing.
 */
export async function startHealthServer(options: {
  port: number;
  host?: string;
  metrics: Pick<Metrics, 'scrape' | 'contentType'>;
  ready: () => Promise<boolean>;
  work: WorkWatch;
}): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, type: string, body: string) => response.writeHead(status, { 'content-type': type }).end(body);
    if (request.url === '/healthz') return answer(200, 'text/plain', 'ok\n');
    if (request.url === '/metrics') return answer(200, options.metrics.contentType, await options.metrics.scrape());
    if (request.url === '/readyz') {
      const ready = await options.ready().catch(() => false);
      return ready ? answer(200, 'text/plain', 'ready\n') : answer(503, 'text/plain', 'not ready\n');
    }
    if (request.url === '/workz') {
      const { isHealthy, says } = options.work.verdict();
      return answer(isHealthy ? 200 : 503, 'text/plain; charset=utf-8', `${says}\n`);
    }
    return answer(404, 'text/plain', 'Ask for /healthz, /readyz, /workz or /metrics.\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '0.0.0.0', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
