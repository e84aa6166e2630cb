// Asked by Docker in every container: does the work of this service go on? What it answers is kept by Docker (`docker inspect`).
const { NEWSLEDGER_METRICS_PORT: port = '9464', NEWSLEDGER_HEALTH_PATH: path = '/workz' } = process.env;
try {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(4000) });
  console.log((await response.text()).slice(0, 500).trim());
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  console.log(String(error));
  process.exitCode = 1;
}
