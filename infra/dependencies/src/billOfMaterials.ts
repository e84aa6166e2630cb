import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pnpm } from './pnpm.ts';

const licence = z.union([
  z
    .object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) })
    .transform(({ license }) => license.id ?? license.name ?? ''),
  z.object({ expression: z.string() }).transform(({ expression }) => expression),
]);

const component = z.object({
  group: z.string().optional(),
  name: z.string(),
  version: z.string(),
  scope: z.string().optional(),
  licenses: z.array(licence).default([]),
});

const bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  serialNumber: z.string(),
  metadata: z.looseObject({ timestamp: z.string() }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/** How the workspace's own packages are named. */
const OWN = 'pkg:npm/%40newsledger/';

export interface Component {
  readonly name: string;
  readonly version: string;
  /** SPDX; empty when the package names none. */
  readonly licence: string;
  /** Whether it is there for development only. */
  readonly isForDevelopment: boolean;
}

/** Every package that is installed, as pnpm knows it from the lockfile and its store: a CycloneDX document. */
export function makeBill(root: string): z.infer<typeof bill> {
  return bill.parse(
    JSON.parse(pnpm(root, 'sbom', '--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application')),
  );
}

export function componentsOf({ components }: z.infer<typeof bill>): Component[] {
  return components.map((raw) => {
    const { group, name, version, scope, licenses } = component.parse(raw);
    const full = group === undefined ? name : `${group}/${name}`;
    return { name: full, version, licence: licenses.join(' AND '), isForDevelopment: scope === 'excluded' };
  });
}

/**
 * The same document for the same commit: in one order, its serial number made of what it lists, and its time that of the commit.
 * @param at the time, such as SOURCE_DATE_EPOCH names.
 */
export function reproducible(document: z.infer<typeof bill>, at: Date): z.infer<typeof bill> {
  // What the workspace's own packages need pnpm tells now of these, now of those; the document as a whole stands for them.
  const components = document.components.filter(({ 'bom-ref': ref }) => !ref.startsWith(OWN)).toSorted(by(({ 'bom-ref': ref }) => ref));
  const listed = new Set(components.map(({ 'bom-ref': ref }) => ref));
  const dependencies = document.dependencies
    .filter(({ ref }) => listed.has(ref))
    .map((dependency) => ({ ...dependency, dependsOn: dependency.dependsOn.filter((ref) => listed.has(ref)).toSorted() }))
    .toSorted(by(({ ref }) => ref));
  const digest = createHash('sha256')
    .update(JSON.stringify([components, dependencies]))
    .digest('hex');
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  const metadata = { ...document.metadata, timestamp: at.toISOString() };
  return { ...document, serialNumber: `urn:uuid:${uuid}`, metadata, components, dependencies };
}

function by<Item>(keyOf: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (keyOf(a) < keyOf(b) ? -1 : 1);
}
