import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildProgram } from '@newsledger/cli';
import { createMetrics, describeProcessMetrics } from '@newsledger/platform';
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  familiesIn,
  monitoringFolder,
  readDashboardQueries,
  readObjectiveQueries,
  readRules,
  readRunbooks,
  recordsIn,
} from './ruleFiles.ts';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;

const rules = await readRules();
const alerts = rules.filter(({ alert }) => alert !== undefined);
const runbooks = await readRunbooks();
const queries = [...rules.map(({ expr }) => expr), ...(await readDashboardQueries()), ...(await readObjectiveQueries())];

it('rules, panels and objectives name only metrics and records that there are', async () => {
  const known = new Set([...createMetrics().described, ...(await describeProcessMetrics())].map(({ name }) => name));
  const records = new Set(rules.flatMap(({ record }) => record ?? []));
  expect(queries.flatMap(familiesIn).filter((name) => !known.has(name))).toEqual([]);
  expect(queries.flatMap(recordsIn).filter((name) => !records.has(name))).toEqual([]);
  expect(queries.length).toBeGreaterThan(60);
});

it('every metric of the product is in the dashboard', async () => {
  const shown = new Set((await readDashboardQueries()).flatMap(familiesIn));
  // It is shown by the record of its share.
  const byRecord = ['newsledger_claims_total'];
  const missing = createMetrics()
    .described.map(({ name }) => name)
    .filter((name) => !shown.has(name) && !byRecord.includes(name));
  expect(missing).toEqual([]);
});

it('every alert has a runbook, a severity and a test of both kinds, and every runbook has an alert', async () => {
  expect([...runbooks.keys()].sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  const tests = await readFile(path.join(monitoringFolder, 'alerts.test.yml'), 'utf8');
  for (const { alert = '', labels, annotations } of alerts) {
    expect(tests).toContain(`- name: ${alert} fires\n`);
    expect(tests).toContain(`- name: ${alert} is silent\n`);
    expect(annotations?.runbook).toBe(`docs/runbooks/${alert}.md`);
    expect(labels?.severity, alert).toMatch(/^(?:page|ticket)$/);
    expect(runbooks.get(alert)).toMatch(new RegExp(`^# ${alert}\n\n[^#]+\n\n## Look\n\n[^#]+\n\n## Do\n\n1\\. `));
  }
});

it('the commands of the runbooks are commands that there are', () => {
  const texts = [...runbooks.values()].join('\n');
  const commands = [...texts.matchAll(/`newsledger ([a-z-]+)(?: ([a-z]+))?/g)].map(([, name = '', sub = '']) => [name, sub] as const);
  expect(commands.length).toBeGreaterThan(20);
  for (const [name, sub] of commands) {
    const command = buildProgram().commands.find((each) => each.name() === name);
    expect(command, name).toBeDefined();
    const below = command?.commands.filter((each) => each.name() !== 'help').map((each) => each.name()) ?? [];
    if (below.length > 0) expect(below, name).toContain(sub);
  }
});

it.skipIf(!hasPromtool)('Prometheus takes the rules, and each fires where it should and nowhere else (needs promtool)', async () => {
  const { stdout } = await run('promtool', ['check', 'config', path.join(monitoringFolder, 'prometheus.yml')]);
  expect(stdout).toContain(`SUCCESS: ${rules.length} rules found`);
  const tested = await run('promtool', ['test', 'rules', path.join(monitoringFolder, 'alerts.test.yml')]);
  expect(tested.stdout).toContain('SUCCESS');
});

it.skipIf(!hasCompose)(
  'the compose profile mounts what there is, pins its images, and publishes on the loopback address alone (needs docker compose)',
  async () => {
    const { stdout } = await run('docker', ['compose', '--profile', 'monitoring', 'config', '--format', 'json'], { cwd: root });
    const { services } = composeFile.parse(JSON.parse(stdout));
    for (const name of ['prometheus', 'grafana']) {
      const service = services[name];
      expect(service?.image).toMatch(/:v?\d+\.\d+\.\d+$/);
      expect(service?.read_only).toBe(true);
      expect(service?.ports.map(({ host_ip }) => host_ip)).toEqual(['127.0.0.1']);
      for (const { type, source, read_only } of service?.volumes ?? [])
        if (type === 'bind') expect([read_only, source.startsWith(monitoringFolder)]).toEqual([true, true]);
    }
    expect(JSON.parse((await run('docker', ['compose', 'config', '--format', 'json'], { cwd: root })).stdout).services).not.toHaveProperty(
      'grafana',
    );
  },
);

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      read_only: z.boolean().optional(),
      ports: z.array(z.object({ host_ip: z.string().optional() })).default([]),
      volumes: z.array(z.object({ type: z.string(), source: z.string(), read_only: z.boolean().optional() })).default([]),
    }),
  ),
});
