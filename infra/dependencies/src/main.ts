import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { askRegistry } from './askRegistry.ts';
import { componentsOf, makeBill, reproducible } from './billOfMaterials.ts';
import { dependenciesPage } from './dependenciesPage.ts';
import { directDependencies } from './directDependencies.ts';
import { type Dependencies, findProblems } from './findProblems.ts';
import { readReviewed, writeReviewed } from './reviewed.ts';

const HELP = `npm run dependencies                    writes docs/dependencies.md
npm run dependencies -- --check         fails when the page is stale, a reason is missing, or a licence is not allowed
npm run dependencies -- --sbom FILE     writes the bill of materials (CycloneDX)
npm run dependencies -- --ask           asks the registry for the latest releases first`;

const root = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: { check: { type: 'boolean' }, sbom: { type: 'string' }, ask: { type: 'boolean' }, help: { type: 'boolean' } },
});

if (values.help) console.log(HELP);
else {
  if (values.ask) writeReviewed(askRegistry(root, readReviewed()));
  const bill = makeBill(root);
  const dependencies: Dependencies = {
    direct: directDependencies(root),
    components: componentsOf(bill),
    allowBuilds: z
      .object({ allowBuilds: z.record(z.string(), z.boolean()) })
      .parse(parse(readFileSync(path.join(root, 'pnpm-workspace.yaml'), 'utf8'))).allowBuilds,
    reviewed: readReviewed(),
  };
  if (values.sbom !== undefined) writeFileSync(values.sbom, `${JSON.stringify(reproducible(bill, timeOfCommit()), null, 2)}\n`);
  const problems = findProblems(dependencies);
  const page = path.join(root, 'docs/dependencies.md');
  const wanted = dependenciesPage(dependencies);
  if (!values.check) writeFileSync(page, wanted);
  else if (readFileSync(page, 'utf8') !== wanted) problems.push('docs/dependencies.md is stale: run "npm run dependencies" and commit it.');
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else
    console.log(
      `${dependencies.direct.length} direct dependencies, ${dependencies.components.length} packages in all: reasons, install scripts and licences are in order.`,
    );
}

/** SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) where it is set. */
function timeOfCommit(): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH || execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return new Date(Number(epoch) * 1000);
}
