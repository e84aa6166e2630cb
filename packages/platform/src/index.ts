export { type CloseStack, createCloseStack } from './closeStack.ts';
export {
  type Config,
  ConfigError,
  type Environment,
  environmentJsonSchema,
  loadConfig,
  requireSetting,
  secretVariables,
} from './config.ts';
export { csvCasts } from './csvCasts.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, openEmbeddedPostgres } from './embeddedPostgres/embeddedPostgres.ts';
export { EmbeddedPostgresError } from './embeddedPostgres/embeddedPostgresError.ts';
export { chooseFreePort } from './embeddedPostgres/freePort.ts';
export { Interrupted, interruptibly, isGone } from './ending/interruptibly.ts';
export { unlessAborted } from './ending/unlessAborted.ts';
export { within } from './ending/within.ts';
export { entitiesJsonSchema, type LoadedEntity } from './entities/entitiesSchema.ts';
export { EntitiesError, loadEntities, parseEntities } from './entities/loadEntities.ts';
export { allGoOn } from './health/allGoOn.ts';
export { type Look, type WorkVerdict, type WorkWatch, watchWork } from './health/watchWork.ts';
export { type HealthServer, startHealthServer } from './healthServer.ts';
export { createAddressPolicy } from './http/addressPolicy.ts';
export { FetchError, type FetchFailure } from './http/fetchError.ts';
export type { Connector, Resolver } from './http/guardedConnect.ts';
export {
  createHttpClient,
  defaultHttpLimits,
  type FetchOptions,
  type HttpClient,
  type HttpLimits,
  type HttpResponse,
} from './http/httpClient.ts';
export { statusError } from './http/statusError.ts';
export { robotName, userAgentOf } from './http/userAgent.ts';
export { type LogContext, withLogContext } from './logContext.ts';
export { createLogger, type Logger } from './logger.ts';
export { createMetrics, describeProcessMetrics, type Metrics } from './metrics/createMetrics.ts';
export { type DescribedMetric, type ServiceName, serviceNames } from './metrics/families.ts';
export { findPortHolder, type PortHolder } from './ports/findPortHolder.ts';
export { openClient, openPool, type PoolOptions } from './postgres/openPool.ts';
export { openPools, type Pools } from './postgres/openPools.ts';
export { setRolePassword } from './postgres/setRolePassword.ts';
export { nameRedis, parseRedisAddress, type RedisAddress, RedisAddressError } from './redis/redisAddress.ts';
export { type RunningService, runService, type ServiceContext } from './runService.ts';
export { redactSecrets } from './secrets/redactSecrets.ts';
export { secretsOf } from './secrets/secretsOf.ts';
export { shutdownSignal, untilAborted } from './shutdownSignal.ts';
export { parseDurationSeconds } from './sources/duration.ts';
export { loadSources, parseSources, SourcesError } from './sources/loadSources.ts';
export { type LoadedSource, sourcesJsonSchema } from './sources/sourcesSchema.ts';
export { currentTraceparent, inSpan, isTracing, noteSpan, type SpanOptions } from './tracing/inSpan.ts';
export { startTracing, type Tracing } from './tracing/startTracing.ts';
export { TRACEPARENT } from './tracing/traceparent.ts';
export { createWorkPool, type WorkPool, type WorkPoolOptions } from './work/workPool.ts';
export { WorkFailed, WorkStopped } from './work/workStopped.ts';
