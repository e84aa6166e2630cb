import { type CloseStack, createCloseStack } from './closeStack.ts';
import { type Config, loadConfig } from './config.ts';
import type { WorkWatch } from './health/watchWork.ts';
import { startHealthServer } from './healthServer.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics/createMetrics.ts';
import type { ProcessName } from './metrics/families.ts';
import { secretsOf } from './secrets/secretsOf.ts';
import { shutdownSignal, untilAborted } from './shutdownSignal.ts';
import { startTracing } from './tracing/startTracing.ts';

/** What a service works with. */
export interface ServiceContext {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Aborts when the process is told to stop. */
  readonly signal: AbortSignal;
  /** Where the service puts what it opens. */
  readonly opened: CloseStack;
}

export interface RunningService {
  /** Throws or gives false while something that the service needs is missing. */
  readonly ready: () => Promise<boolean>;
  /** Whether its work goes on: what orchestrators are told. */
  readonly work: WorkWatch;
}

/**
 * Runs one service as a process until SIGTERM, SIGINT or SIGHUP: settings from the environment, logs, metrics and health on
 * NEWSLEDGER_METRICS_PORT, and a graceful end. Exit code 0 after one, 1 when the service can't start.
 */
export async function runService(name: ProcessName, start: (context: ServiceContext) => Promise<RunningService>): Promise<void> {
  const opened = createCloseStack();
  let secrets: readonly string[] = [];
  try {
    const config = loadConfig(process.env);
    secrets = secretsOf(config);
    const logger = createLogger(name, { level: config.logLevel, secrets });
    const signal = shutdownSignal();
    const metrics = createMetrics({ service: name, processMetrics: true });
    const tracing = await startTracing(`newsledger-${name}`);
    if (tracing !== null) opened.push('traces', tracing.stop);
    const { ready, work } = await start({ config, logger, metrics, signal, opened });
    if (config.metricsPort !== null) {
      const health = await startHealthServer({ port: config.metricsPort, metrics, ready, work });
      opened.push('health server', health.close);
    }
    logger.info({ metricsPort: config.metricsPort }, `the ${name} is at work`);
    await untilAborted(signal);
    logger.info(`the ${name} stops`);
    await opened.close((what, error) => logger.warn({ err: error }, `the ${what} did not close`));
    // A library's forgotten timer must not keep a stopped service alive.
    process.exit(0);
  } catch (error) {
    // The message of a wrong setting says what to do; its stack would hide that.
    createLogger(name, { secrets }).fatal({ err: error }, error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
