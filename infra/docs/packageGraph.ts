import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A package or service of the workspace. */
export interface GraphNode {
  readonly name: string;
  /** As its package.json describes it. */
  readonly description: string;
  /** Under which folder it is. */
  readonly parent: 'packages' | 'services';
  /** Which others its sources import, tests left out, by name. */
  readonly uses: readonly string[];
}

const manifest = z.object({ description: z.string() });
const IMPORT = /(?:\bfrom |^import |\bimport\()'@newsledger\/([a-z-]+)'/gm;
const IS_TEST = /\.test\.ts$|(?:^|\/)test\w*\/|ForTests\.ts$/;

/** The packages and services below `root` with what each imports, as their sources say it. */
export function readPackageGraph(root: string): readonly GraphNode[] {
  const nodes = (['packages', 'services'] as const).flatMap((parent) =>
    readdirSync(path.join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .map(({ name }) => ({
        name,
        parent,
        description: manifest.parse(JSON.parse(readFileSync(path.join(root, parent, name, 'package.json'), 'utf8'))).description,
        imports: importsBelow(path.join(root, parent, name, 'src')),
      })),
  );
  const known = new Set(nodes.map(({ name }) => name));
  return nodes
    .map(({ imports, ...node }) => ({ ...node, uses: [...imports].filter((name) => known.has(name) && name !== node.name).sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function importsBelow(folder: string): ReadonlySet<string> {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !IS_TEST.test(file));
  return new Set(
    sources.flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(IMPORT)].map(([, name = '']) => name)),
  );
}
