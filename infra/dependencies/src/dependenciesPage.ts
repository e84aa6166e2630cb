import type { Dependencies } from './findProblems.ts';
import { allowedLicences } from './licences.ts';

/** The page of what the project depends on. */
export function dependenciesPage({ direct, components, allowBuilds, reviewed }: Dependencies): string {
  const known = new Map(components.map(({ name, version, licence }) => [`${name} ${version}`, licence]));
  const rows = (isShipped: boolean) =>
    direct
      .filter((dependency) => dependency.isShipped === isShipped)
      .map(({ name, version, usedBy }) => {
        const { why = '', latest = null, released = null } = reviewed.direct[name] ?? {};
        const licence = known.get(`${name} ${version}`);
        return `| ${name} | ${why} | ${usedBy.join(', ')} | ${version} | ${licence || '(none named)'} | ${latest ?? '?'}${released === null ? '' : `, ${released}`} |`;
      });
  const head = ['| package | why | used by | version | licence | latest release |', '|---|---|---|---|---|---|'];
  return [
    '# Dependencies',
    '',
    `Made by \`npm run dependencies\` from the packages' manifests, the lockfile and [dependencies.json](../infra/dependencies/dependencies.json), which says why each is there.`,
    '',
    'The day of the latest release is what the registry in use told when it was last asked (`npm run dependencies -- --ask`); a mirror may tell the day on which it took a copy.',
    '',
    '## Shipped',
    '',
    ...head,
    ...rows(true),
    '',
    '## For development and tests',
    '',
    ...head,
    ...rows(false),
    '',
    '## Install scripts',
    '',
    'pnpm runs none but those that `allowBuilds` in pnpm-workspace.yaml allows, one by one; an install with a script that nobody decided on fails.',
    '',
    '| package | runs | what the script does |',
    '|---|---|---|',
    ...Object.entries(allowBuilds).map(([name, runs]) => `| ${name} | ${runs ? 'yes' : 'no'} | ${reviewed.installScripts[name] ?? ''} |`),
    '',
    '## Licences',
    '',
    `Allowed are ${[...allowedLicences].join(', ')}. \`npm run dependencies -- --check\` fails on any other, among all packages that are installed, but for:`,
    '',
    '| package | why it may be here |',
    '|---|---|',
    ...Object.entries(reviewed.licenceExceptions).map(([name, why]) => `| ${name} | ${why} |`),
    '',
    '## Bill of materials',
    '',
    '`npm run dependencies -- --sbom newsledger.cdx.json` writes it in the form of CycloneDX 1.6: every package with version, licence and checksum, and what needs what. The same commit gives the same bytes.',
    '',
  ].join('\n');
}
