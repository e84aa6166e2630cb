// Asked by Docker in every container: does this service answer on its health address?
const { NEWSLEDGER_METRICS_PORT: port = '9464', NEWSLEDGER_HEALTH_PATH: path = '/healthz' } = process.env;
try {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(4000) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
