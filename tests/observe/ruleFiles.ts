import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
export const monitoringFolder = path.join(root, 'infra/monitoring');
const runbookFolder = path.join(root, 'docs/runbooks');

const rule = z.object({
  record: z.string().optional(),
  alert: z.string().optional(),
  expr: z.string(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

export type Rule = z.infer<typeof rule>;

/** Recording and alert rules, in their order. */
export async function readRules(): Promise<Rule[]> {
  const file = z.object({ groups: z.array(z.object({ rules: z.array(rule) })) });
  return file.parse(parse(await readFile(path.join(monitoringFolder, 'alerts.yml'), 'utf8'))).groups.flatMap(({ rules }) => rules);
}

/** What the panels of the dashboard ask Prometheus. */
export async function readDashboardQueries(): Promise<string[]> {
  const file = z.object({ panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })).default([]) })) });
  const text = await readFile(path.join(monitoringFolder, 'grafana/dashboards/newsledger.json'), 'utf8');
  return file.parse(JSON.parse(text)).panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
}

/** Queries of docs/slos.md. */
export async function readObjectiveQueries(): Promise<string[]> {
  const text = await readFile(path.join(root, 'docs/slos.md'), 'utf8');
  return [...text.matchAll(/^\|[^|]+\| `((?:\\\||[^`])+)` \|/gm)].map(([, query = '']) => query.replaceAll('\\|', '|'));
}

/** Runbooks by the name of their alert. */
export async function readRunbooks(): Promise<Map<string, string>> {
  const files = await readdir(runbookFolder);
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.replace(/\.md$/, ''), await readFile(path.join(runbookFolder, file), 'utf8')] as const),
    ),
  );
}

/** Families that a query names; those of a histogram without what is appended to them. */
export function familiesIn(query: string): string[] {
  const names = query.replaceAll(/"[^"]*"/g, '').match(/\b(?:newsledger|process|nodejs)_[a-z0-9_]+\b/g) ?? [];
  return [...new Set(names.map((name) => name.replace(/_(?:bucket|sum|count)$/, '')))];
}

/** Recorded series that a query names. */
export function recordsIn(query: string): string[] {
  return query.match(/\bnewsledger:[a-z0-9_:]+/g) ?? [];
}
