import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseSteadyPort, waitFor } from '@newsledger/test-support';
import { monitoringFolder } from './ruleFiles.ts';

export interface Prometheus {
  /** Asks its HTTP API: `query?query=up`. */
  readonly ask: (question: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Prometheus itself, with the configuration of the product; only the addresses are those of `targets`, and it looks every second. */
export async function startPrometheus(targets: Readonly<Record<string, string>>): Promise<Prometheus> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-prometheus-'));
  const port = await chooseSteadyPort();
  const config = (await readFile(path.join(monitoringFolder, 'prometheus.yml'), 'utf8'))
    .replaceAll(
      /dns_sd_configs: \[\{ names: \[(\w+)\].*\}\]/g,
      (_whole, name: string) => `static_configs: [{ targets: ["${targets[name]}"] }]`,
    )
    .replaceAll(/_interval: 15s/g, '_interval: 1s')
    .replace('[alerts.yml]', `["${path.join(monitoringFolder, 'alerts.yml')}"]`);
  await writeFile(path.join(folder, 'prometheus.yml'), config);
  const child = spawn(
    'prometheus',
    [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`, `--web.listen-address=127.0.0.1:${port}`],
    { stdio: 'ignore' },
  );
  const address = `http://127.0.0.1:${port}`;
  await waitFor('Prometheus', () =>
    fetch(`${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return {
    ask: async (question) => (await fetch(`${address}/api/v1/${question}`)).json(),
    close: async () => {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
