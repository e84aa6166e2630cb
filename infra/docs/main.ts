import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withLedger } from '@newsledger/cli';
import { entitiesJsonSchema, sourcesJsonSchema } from '@newsledger/platform';
import { cliReferencePage } from './cliReference.ts';
import { drawPackageGraph, packageTable } from './drawPackageGraph.ts';
import { eventCataloguePage } from './eventCatalogue.ts';
import { metricsPage } from './metrics.ts';
import { readPackageGraph } from './packageGraph.ts';
import { settingsPage } from './settings.ts';
import { describeSchema, sqlReferencePage, viewsFile } from './sqlReference.ts';

/** Writes the pages, or with `--check` fails when one of them is stale. */
const root = path.resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-docs-'));
// The server may run as another user, who must get in.
await chmod(folder, 0o755);
const schema = await withLedger({ postgresUrl: null, dataDir: folder }, ({ url }) => describeSchema(url)).finally(() =>
  rm(folder, { recursive: true, force: true }),
);
const graph = readPackageGraph(root);
const pages: Record<string, string> = {
  'docs/architecture.md': withTable(await readFile(path.join(root, 'docs/architecture.md'), 'utf8'), packageTable(graph)),
  'docs/images/architecture.svg': drawPackageGraph(graph),
  'docs/events.md': eventCataloguePage(),
  'docs/sql.md': sqlReferencePage(schema),
  'services/web/src/api/views.json': viewsFile(schema),
  'docs/cli.md': cliReferencePage(),
  'docs/metrics.md': await metricsPage(),
  'docs/settings.md': settingsPage(await readFile(path.join(root, 'docker-compose.yml'), 'utf8')),
  'infra/sources/sources.schema.json': `${JSON.stringify(sourcesJsonSchema(), null, 2)}\n`,
  'infra/sources/entities.schema.json': `${JSON.stringify(entitiesJsonSchema(), null, 2)}\n`,
};

for (const [file, wanted] of Object.entries(pages)) {
  const target = path.join(root, file);
  if (!process.argv.includes('--check')) await writeFile(target, wanted);
  else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
    process.exitCode = 1;
    console.error(`${file} is stale: run "npm run docs" and commit it.`);
  }
}

/** The page with the table between its marks. */
function withTable(page: string, table: string): string {
  return page.replace(/(?<=<!-- packages -->\n)[\s\S]*?(?=<!-- \/packages -->)/, () => `${table}\n`);
}
