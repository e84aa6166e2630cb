import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});
const manifest = z.object({ name: z.string(), dependencies: names, devDependencies: names, optionalDependencies: names });

/** Of pnpm-lock.yaml: the house has one version of each. */
const lockfile = z.object({ catalogs: z.object({ default: z.record(z.string(), z.object({ version: z.string() })) }) });

export interface DirectDependency {
  readonly name: string;
  /** As it is locked. */
  readonly version: string;
  /** Packages of the workspace that ask for it. */
  readonly usedBy: readonly string[];
  /** Whether it is part of what is installed with `--prod`. */
  readonly isShipped: boolean;
}

/** What the packages of the workspace ask for, by name; the workspace's own packages are left out. */
export function directDependencies(root: string): DirectDependency[] {
  const locked = lockfile.parse(parse(readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8'))).catalogs.default;
  const found = new Map<string, { usedBy: Set<string>; isShipped: boolean }>();
  const files = globSync('{package.json,{packages,services,infra}/*/package.json,tests/package.json,tests/support/package.json}', {
    cwd: root,
  });
  for (const file of files.sort()) {
    const {
      name: user,
      dependencies,
      devDependencies,
      optionalDependencies,
    } = manifest.parse(JSON.parse(readFileSync(path.join(root, file), 'utf8')));
    const shipped = file.startsWith('tests/') ? {} : { ...dependencies, ...optionalDependencies };
    for (const name of Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      if (name.startsWith('@newsledger/')) continue;
      const known = found.get(name) ?? { usedBy: new Set<string>(), isShipped: false };
      known.usedBy.add(user.replace('@newsledger/', ''));
      found.set(name, { ...known, isShipped: known.isShipped || name in shipped });
    }
  }
  return [...found]
    .map(([name, { usedBy, isShipped }]) => ({ name, version: locked[name]?.version ?? '', usedBy: [...usedBy].sort(), isShipped }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
