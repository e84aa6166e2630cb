// Asked by Docker in every container: does this service answer on its health address?
const port = process.env.NEWSLEDGER_METRICS_PORT ?? '9464';
try {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4000) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
